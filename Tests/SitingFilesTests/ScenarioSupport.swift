import Foundation
import Siting
import SitingFiles
import Testing

/// The repository that these tests belong to.
let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The catalogue, read once.
private let readCatalogue = Result { try Catalogue.load(at: "\(repository)/sites") }

func catalogue() throws -> Catalogue { try readCatalogue.get() }

/// A small scenario that is right, one section a line, to be changed in one place.
enum Draft {
    private static let sections = [
        ("sitewise", "1"), ("name", "Draft"),
        ("sites", "{where: {id: [aws_eu_north_1, aws_us_east_1, aws_eu_central_1]}}"),
        ("markets", "{top: 20}"),
        ("services", "{chat: {it_wh_per_request: 0.2, requests_per_user_per_day: 10}}"),
        ("jobs", "{llm: {it_mwh: 1000, peak_mw: 2, start: 2026-02-01, end: 2026-03-31}}"),
        ("policies", "{cheapest: {minimise: cost}}"),
    ]

    /// Sections that are there are replaced in their line, or left out if nothing is given; others
    /// follow from line 8 on, in alphabetical order.
    static func text(_ changes: [String: String] = [:]) -> String {
        let known = Set(sections.map(\.0))
        var lines = sections.map { key, value in
            let text = changes[key] ?? value
            return text.isEmpty ? "" : "\(key): \(text)"
        }
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
            lines.append("\(key): \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Calls a body with a folder of files, which is removed afterwards.
func withFolder<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("siting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
}

/// Loads a scenario from its text and the tables beside it.
func load(
    _ text: String, files: [String: String] = [:], as operatorID: String? = nil
) throws -> LoadedScenario {
    try withFolder(files.merging(["s.yaml": text]) { $1 }) { folder in
        try ScenarioLoader.load(
            path: "\(folder)/s.yaml", catalogue: catalogue(), operator: operatorID)
    }
}

/// A scenario that differs from the draft in some sections.
func draft(
    _ changes: [String: String] = [:], files: [String: String] = [:]
) throws -> Scenario {
    try load(Draft.text(changes), files: files).scenario
}

/// Everything reported about a scenario, by file name, as in
/// `s.yaml:3:9: error: unknown key 'limt_mw' | did you mean 'limit_mw'?`.
func problems(
    _ changes: [String: String] = [:], files: [String: String] = [:], as operatorID: String? = nil
) throws -> [String] {
    try problems(text: Draft.text(changes), files: files, as: operatorID)
}

func problems(
    text: String, files: [String: String] = [:], as operatorID: String? = nil
) throws -> [String] {
    do {
        return try load(text, files: files, as: operatorID).warnings.map(line)
    } catch let error as InputError {
        return error.diagnostics.map(line)
    }
}

/// A diagnostic in one line, its file without folders.
func line(_ diagnostic: Diagnostic) -> String {
    let name = diagnostic.location.file.split(separator: "/").last ?? ""
    let place = "\(name):\(diagnostic.location.line):\(diagnostic.location.column)"
    let help = diagnostic.help.map { " | \($0)" } ?? ""
    return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)\(help)"
}

let siteHeader = "id,name,country,latitude,longitude,carbon_g_per_kwh,price_usd_per_mwh"

/// What is reported about the catalogue after a change to one of its tables; the table is left out where
/// the change gives nothing.
func catalogueProblems(_ table: String, _ change: (String) -> String?) throws -> [String] {
    try withFolder(["note": ""]) { folder in
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(repository)/sites")
        where name.hasSuffix(".csv") {
            let text = try String(
                contentsOfFile: "\(repository)/sites/\(name)", encoding: .utf8)
            guard let changed = name == table ? change(text) : text else { continue }
            try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        do {
            _ = try Catalogue.load(at: folder)
            return []
        } catch let error as InputError {
            return error.diagnostics.map(line)
        }
    }
}
