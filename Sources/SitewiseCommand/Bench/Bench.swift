import ArgumentParser

/// `sitewise bench`: how long answers take on this machine, alone and beside other solvers.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how long answers take on this machine.",
        discussion: """
            EXAMPLES
              sitewise bench
              sitewise bench peers world --policy cheapest --runs 3
              sitewise bench policies
              sitewise bench growth --format json
            """,
        subcommands: [
            BenchParts.self, BenchPolicies.self, BenchPeers.self, BenchGrowth.self,
        ],
        defaultSubcommand: BenchParts.self)
}

/// How often to measure, and how to write what was measured.
struct BenchOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Runs of each part; the median counts.", valueName: "n"))
    var runs: Int = 5

    @Option(help: "table or json.")
    var format: BenchFormat = .table

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...100).contains(runs) else { throw ValidationError("--runs must be 1 to 100") }
    }
}

/// How measurements are written.
enum BenchFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
}
