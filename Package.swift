// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "sitewise",
    products: [
        .executable(name: "sitewise", targets: ["SitewiseCommand"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // Units and numbers; text for people and machines.
        .target(name: "Quantities", swiftSettings: settings),
        .target(name: "Typesetting", swiftSettings: settings),
        .target(name: "Charting", dependencies: ["Typesetting"], swiftSettings: settings),

        // Linear programs and who solves them. Only GLPKShim and GLPK see C.
        .target(
            name: "LinearProgramming", dependencies: ["Quantities"], swiftSettings: settings),
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "GLPKShim", dependencies: ["CGLPK"]),
        .target(
            name: "GLPK", dependencies: ["CGLPK", "GLPKShim", "LinearProgramming"],
            swiftSettings: settings),

        // The domain, its model and its answers.
        .target(name: "Siting", dependencies: ["Quantities"], swiftSettings: settings),
        .target(
            name: "SitingFormulation", dependencies: ["LinearProgramming", "Quantities", "Siting"],
            swiftSettings: settings),
        .target(
            name: "SitingSolve",
            dependencies: [
                "GLPK", "LinearProgramming", "Quantities", "Siting", "SitingFormulation",
            ],
            swiftSettings: settings),

        // Files in, reports out, and the command.
        .target(
            name: "SitingFiles",
            dependencies: [
                "Quantities", "Siting", "Typesetting", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "SitingReports",
            dependencies: ["Charting", "Quantities", "Siting", "Typesetting"],
            swiftSettings: settings),
        .target(
            name: "SitingPages",
            dependencies: ["Charting", "Quantities", "Siting", "SitingReports", "Typesetting"],
            swiftSettings: settings),
        .executableTarget(
            name: "SitewiseCommand",
            dependencies: [
                "Charting", "LinearProgramming", "Quantities", "Siting", "SitingFiles",
                "SitingPages",
                "SitingReports", "SitingSolve", "Typesetting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Tests: one target a module, and scenarios made in code that they share.
        .target(
            name: "Fixtures", dependencies: ["LinearProgramming", "Quantities", "Siting"],
            path: "Tests/Fixtures",
            swiftSettings: settings),
        .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: settings),
        .testTarget(
            name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "Quantities"],
            swiftSettings: settings),
        .testTarget(
            name: "GLPKTests",
            dependencies: ["CGLPK", "GLPK", "GLPKShim", "LinearProgramming", "Quantities"],
            swiftSettings: settings),
        .testTarget(
            name: "TypesettingTests", dependencies: ["Typesetting"], swiftSettings: settings),
        .testTarget(
            name: "ChartingTests", dependencies: ["Charting", "Typesetting"],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "SitingReportsTests",
            dependencies: [
                "Charting", "Fixtures", "Quantities", "Siting", "SitingFiles",
                "SitingReports", "Typesetting",
            ],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "SitingPagesTests",
            dependencies: [
                "Charting", "Fixtures", "Quantities", "Siting", "SitingPages", "SitingReports",
                "Typesetting",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SitingFilesTests", dependencies: ["Quantities", "Siting", "SitingFiles"],
            swiftSettings: settings),
        .testTarget(
            name: "SitingFormulationTests",
            dependencies: [
                "Fixtures", "LinearProgramming", "Quantities", "Siting", "SitingFormulation",
            ],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "SitingSolveTests",
            dependencies: [
                "Fixtures", "GLPK", "LinearProgramming", "Quantities", "Siting",
                "SitingFormulation", "SitingSolve",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CommandTests",
            dependencies: ["LinearProgramming", "Quantities", "SitewiseCommand"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
