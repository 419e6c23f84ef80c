import ArgumentParser
import Siting

/// The `sitewise` command.
@main
struct Sitewise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitewise",
        abstract: "Decide where AI work should run: the optimal placement, proved and priced.",
        discussion: """
            A scenario names candidate sites, users, training jobs, inference services \
            and policies. Sitewise builds a linear program, solves it with GLPK, checks the \
            answer by recomputing it, and says what runs where, what it costs in money, \
            carbon and milliseconds, and why.

            EXAMPLES
              sitewise place                          the bundled world scenario
              sitewise place world --policy greenest  under another of its policies
              sitewise place my.yaml --format json    your own, for a program
              sitewise compare world                  its policies side by side
              sitewise explain world --site dallas    why a site is used or not
              sitewise alternatives world             other plans nearly as good
              sitewise frontier world                 what a tonne less costs, all along
              sitewise stress world                   what becomes of a plan if figures are off
              sitewise report world -o world.html     a page with a map, charts and reasons
              sitewise diff before.json after.json    what changed between two plans
              sitewise check my.yaml                  validate without solving
              sitewise sites --country IS             browse the catalogue
              sitewise export world -o world.mps      the model, for another solver

            EXIT STATUS
              0   done
              1   no placement is possible, or a change under diff --fail-on-change
              2   stopped at a limit or by Ctrl-C with a plan, 3 without one
              64  usage, 65 unreadable or bad input
              70  internal fault, a refused proof included
              74  output not writable
            """,
        version: Release.version,
        subcommands: [
            Place.self, Compare.self, Explain.self, AlternativesCommand.self,
            FrontierCommand.self, StressCommand.self, Report.self, Diff.self, Check.self,
            Sites.self, Export.self, Bench.self,
        ],
        defaultSubcommand: nil)

    /// Commands that do not wait solve on the main thread, not on the small stacks of the pool.
    @MainActor
    static func main() async {
        var running: (any ParsableCommand.Type)?
        do {
            var command = try parseAsRoot()
            running = type(of: command)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error, of: running)
        }
    }
}
