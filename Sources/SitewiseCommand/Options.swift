import ArgumentParser
import Foundation
import Siting
import SitingFiles
import Typesetting

/// Where the catalogue is.
struct CatalogueOptions: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            "The folder of the catalogue.",
            discussion: "Found from where sitewise is installed, if not given.",
            valueName: "dir"))
    var path: String?

    func load() throws -> Catalogue { try Catalogue.load(at: folder()) }

    func folder() throws -> String {
        let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
        guard let folder = Catalogue.locate(executablePath: executable, override: path) else {
            throw ValidationError(
                path.map { "'\($0)' holds no catalogue: it has no sites.csv" }
                    ?? "the catalogue is not beside sitewise; name its folder with --catalog")
        }
        return folder
    }
}

/// Which scenario to read.
struct ScenarioOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A scenario file, or the name of a bundled one.",
            discussion: "The bundled world scenario, if not given."))
    var scenario: String = "world"

    @Option(
        name: .customLong("operator"),
        help: ArgumentHelp(
            "Plan for one operator of the catalogue, such as alibaba.",
            discussion: "Keeps its sites, its markets and the rules that bind it.",
            valueName: "id"))
    var operatorID: String?

    @OptionGroup var catalogue: CatalogueOptions

    /// - Parameter warns: Whether to print warnings on stderr, for data that does not carry them.
    func load(warns: Bool = true) throws -> Scenario {
        let loaded = try ScenarioLoader.load(
            path: path(), catalogue: catalogue.load(), operator: operatorID)
        if warns {
            for warning in loaded.scenario.warnings { Console.complain("warning: \(warning)\n") }
        }
        return loaded.scenario
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    /// A bundled scenario is named without folder and ending; a file of that name comes first.
    private func path() throws -> String {
        let isBare = !scenario.contains("/") && !scenario.contains(".")
        guard isBare, !isFile(scenario) else { return scenario }
        let folder = try catalogue.folder() + "/scenarios"
        let bundled = "\(folder)/\(scenario).yaml"
        if FileManager.default.fileExists(atPath: bundled) { return bundled }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let known = names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        let guess = suggestion(for: scenario, among: known).map { "; did you mean '\($0)'?" } ?? "."
        throw ValidationError(
            "there is no file and no bundled scenario '\(scenario)'\(guess) Bundled are: "
                + known.joined(separator: ", "))
    }
}

/// Which policy of the scenario.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp(
            "The policy to place under.", discussion: "The scenario's first, if not given.",
            valueName: "name"))
    var name: String?

    func policy(of scenario: Scenario) throws -> Policy {
        guard let name else {
            guard let first = scenario.policies.first else {
                throw ValidationError("the scenario has no policy")
            }
            return first
        }
        return try Self.policy(named: name, of: scenario)
    }

    static func policy(named name: String, of scenario: Scenario) throws -> Policy {
        if let policy = scenario.policy(named: name) { return policy }
        let known = scenario.policies.map(\.name)
        let guess = suggestion(for: name, among: known).map { "; did you mean '\($0)'" } ?? ""
        throw ValidationError(
            "no policy '\(name)' in the scenario\(guess)? It has: \(known.joined(separator: ", "))")
    }
}

/// How far to solve.
struct SolveOptionsGroup: ParsableArguments {
    @Option(help: ArgumentHelp("Stop after this many seconds.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(help: ArgumentHelp("Relative gap within which a stage is optimal.", valueName: "gap"))
    var gap: Double = 1e-6

    func validate() throws {
        if let timeLimit, !(timeLimit > 0 && timeLimit <= 1e7) {
            throw ValidationError("--time-limit must be a positive number of seconds")
        }
        guard gap >= 0, gap < 1 else { throw ValidationError("--gap must lie between 0 and 1") }
    }
}

/// Where the data goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"))
    var path: String?

    var output: Output { Output(path: path) }

    /// How text looks there: a file is no terminal.
    var style: TerminalStyle { path == nil ? Console.style : .plain }

    /// The most columns of a line there.
    var width: Int { path == nil ? Console.width : Console.width(ofTerminal: nil) }
}
