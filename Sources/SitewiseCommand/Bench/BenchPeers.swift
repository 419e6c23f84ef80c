import ArgumentParser
import Foundation
import LinearProgramming
import Siting
import SitingSolve
import Typesetting

/// `sitewise bench peers`: the same programs by other solvers.
struct BenchPeers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers",
        abstract: "Compare with HiGHS and Clp on the exported programs, in the same run.",
        discussion: """
            Solves every policy of a scenario, or a synthetic one of 1,400 sites and 1,000 markets, with \
            Sitewise, with the simplex and the interior point method of HiGHS and with Clp. Solve times \
            leave out reading and building, are of one thread each and medians of several runs; \
            processes are whole, files included. Needs python3 with the package highspy, and Clp's \
            library (coinor-libclp1); what is missing is left out, and said.

            EXAMPLES
              sitewise bench peers
              sitewise bench peers world --policy cheapest --runs 3
              sitewise bench peers --synthetic --format json -o peers.json
            """)

    @OptionGroup var scenario: ScenarioOptions

    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp("Only this policy; may be given again.", valueName: "name"))
    var policies: [String] = []

    @Flag(help: "A synthetic scenario in place of a file.")
    var synthetic = false

    @Option(help: ArgumentHelp("The Python with highspy.", valueName: "path"))
    var python: String = "python3"

    @OptionGroup var options: BenchOptions

    func run() throws {
        let loaded =
            synthetic
            ? SyntheticScenario.make(siteCount: 1400, marketCount: 1000)
            : try scenario.load(warns: false)
        let chosen =
            try policies.isEmpty
            ? loaded.policies
            : policies.map { try PolicyOptions.policy(named: $0, of: loaded) }
        let race = PeerRace(
            runs: options.runs, python: python, script: try script())
        let progress = Progress()
        defer { progress.end() }
        // First of all, while this process is small.
        let processes = try chosen.map { policy in
            try synthetic ? nil : PeerRace.process(scenario, policy)
        }
        let rows = try zip(chosen, processes).map { policy, process in
            try race.row(loaded, policy, process: process) {
                progress.begin("\(policy.name): \($0)")
            }
        }
        try options.output.output.write(
            options.format == .json ? PeerReport.json(rows) : PeerReport.table(rows))
    }

    /// The script stands beside the catalogue's folder, in a source tree.
    private func script() throws -> String {
        let path = try scenario.catalogue.folder() + "/../Benchmarks/peers.py"
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError(
                "there is no Benchmarks/peers.py beside the catalogue: run this from a source tree")
        }
        return path
    }
}
