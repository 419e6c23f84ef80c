import Siting
import ArgumentParser
import LinearProgramming
import SitingFiles
import SitingSolve

/// `sitewise export`: the model, for another solver.
struct Export: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mps, lp
    }

    static let configuration = CommandConfiguration(
        abstract: "Write the whole linear program as free MPS or CPLEX LP text.",
        discussion: """
            The program is minimising and unscaled, with every allowed arc. Of a policy with \
            several objectives it is the last stage with the rows that keep the earlier ones, \
            which are solved first. Its optimum is the plan's `objective`, in the same unit.

            EXAMPLES
              sitewise export world -o world.mps
              sitewise export world --policy greenest --stage 1 -o greenest.lp
              glpsol --freemps world.mps
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var solve: SolveOptionsGroup

    @Option(help: "mps or lp; told from the file's ending if not given, else mps.")
    var format: Format?

    @Option(help: ArgumentHelp("Which stage, from 1; the last if not given.", valueName: "n"))
    var stage: Int?

    func run() throws {
        let loaded = try scenario.load()
        let chosen = try policy.policy(of: loaded)
        let stages = Placement.stageCount(of: chosen)
        if let stage, !(1...stages).contains(stage) {
            throw ValidationError("policy '\(chosen.name)' has stages 1 to \(stages), not \(stage)")
        }
        let program = try Solving.run(solve) { settings in
            try Placement.program(of: loaded, under: chosen, stage: stage, settings: settings)
        }
        let ending = output.path?.split(separator: ".").last.map(String.init)
        let chosenFormat = format ?? ending.flatMap(Format.init) ?? .mps
        try output.output.write {
            (sink: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) in
            switch chosenFormat {
            case .mps: try program.writeMPSText(to: sink)
            case .lp: try program.writeLPText(to: sink)
            }
        }
    }
}
