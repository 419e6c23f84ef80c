import Foundation
import Testing

/// What a run of a program left behind.
struct Outcome {
    /// The exit status; negative where a signal ended the program.
    let status: Int32
    let stdout: String
    let stderr: String

    /// Stdout as a JSON object.
    func json() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(stdout.utf8))
        return try #require(value as? [String: Any])
    }
}

/// Runs programs as a user does.
enum Program {
    struct NotFound: Error {}
    struct TookTooLong: Error { let arguments: [String] }

    /// The program under test, which is built into the folder of the test bundle.
    static func sitewise() throws -> String {
        let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }
        for bundle in bundles {
            var folder = URL(fileURLWithPath: bundle)
            while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
            let program = folder.appendingPathComponent("sitewise").path
            if FileManager.default.isExecutableFile(atPath: program) { return program }
        }
        throw NotFound()
    }

    /// The folder of the catalogue that belongs to the program.
    static func catalogue() throws -> String {
        var folder = URL(fileURLWithPath: try sitewise()).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let sites = folder.appendingPathComponent("sites")
            let table = sites.appendingPathComponent("sites.csv").path
            if FileManager.default.fileExists(atPath: table) { return sites.path }
        }
        throw NotFound()
    }

    /// Runs sitewise, or another program, to its end.
    ///
    /// Both streams go to files, so that neither can fill up; `stdout` sends one elsewhere.
    static func run(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
        program: String? = nil, stdout device: String? = nil, within seconds: Double = 120
    ) throws -> Outcome {
        try withFolder([:]) { streams in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try program ?? sitewise())
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: folder ?? streams)
            process.environment = clean.merging(environment) { $1 }
            process.standardInput = FileHandle.nullDevice
            let (out, err) = (device ?? "\(streams)/out", "\(streams)/err")
            process.standardOutput = try stream(out)
            process.standardError = try stream(err)
            let end = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in end.signal() }
            try process.run()
            guard end.wait(timeout: .now() + seconds) == .success else {
                process.terminate()
                throw TookTooLong(arguments: arguments)
            }
            let isSignal = process.terminationReason == .uncaughtSignal
            return Outcome(
                status: isSignal ? -process.terminationStatus : process.terminationStatus,
                stdout: device == nil ? try text(out) : "", stderr: try text(err))
        }
    }

    /// This environment without what changes a report.
    private static var clean: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        for name in ["COLUMNS", "NO_COLOR", "TERM", "LC_CTYPE", "LANG"] { variables[name] = nil }
        variables["LC_ALL"] = "C.UTF-8"
        return variables
    }

    private static func stream(_ path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(fileURLWithPath: path))
        }
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    }
}

/// Calls a body with a folder of files, which is removed afterwards.
func withFolder<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("sitewise-\(UUID().uuidString)").resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
}

/// The names of a folder's files, in order.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// Columns of a terminal, for the letters used here.
func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.value {
        case 0x300...0x36F: sum
        case 0x2E80...0x9FFF: sum + 2
        default: sum + 1
        }
    }
}
