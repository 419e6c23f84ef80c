import Typesetting
import ArgumentParser
import Foundation
import LinearProgramming
import SitingFiles
import SitingSolve

/// Maps what a command throws to a message on stderr and an exit status.
enum Failure {
    /// The exit statuses beside ArgumentParser's own 0 and 64.
    enum Status {
        static let infeasible = ExitCode(1)
        /// Where the planner asked for it.
        static let changed = ExitCode(1)
        static let stoppedWithPlan = ExitCode(2)
        static let stoppedWithoutPlan = ExitCode(3)
        static let badInput = ExitCode(65)
        static let internalFault = ExitCode(70)
        static let outputNotWritable = ExitCode(74)
    }

    /// - Parameter command: What was running; `nil` where the arguments could not be parsed.
    static func exit(with error: any Error, of command: (any ParsableCommand.Type)?) -> Never {
        switch error {
        case let error as InputError:
            Console.complain(error.render(colour: Console.errorStyle.colour == .ansi) + "\n")
            Sitewise.exit(withError: Status.badInput)
        case let error as OutputError:
            Console.complain("error: \(error.description)\n")
            Sitewise.exit(withError: Status.outputNotWritable)
        case ModelError.notFinite(let what, let value):
            // Each figure is in its range; together they leave that of numbers.
            Console.complain(
                "error: \(what) is \(value): figures of the scenario are too large or too small"
                    + " to be computed with; look for one that is near zero\n")
            Sitewise.exit(withError: Status.badInput)
        case let error as StageNotSolved:
            Console.complain("error: \(error)\n")
            Sitewise.exit(
                withError: error.status == .stopped
                    ? Status.stoppedWithoutPlan : Status.infeasible)
        case let error as ValidationError where command != nil:
            // ArgumentParser would point to the help of `sitewise`, not to that of the command.
            let name = command.flatMap { words(of: $0) } ?? [Sitewise._commandName]
            Console.complain(
                "Error: \(error.message)\n  See '\(name.joined(separator: " ")) --help' for more"
                    + " information.\n")
            Sitewise.exit(withError: ExitCode.validationFailure)
        case is ExitCode, is CleanExit, is ValidationError:
            Sitewise.exit(withError: error)
        default:
            // ArgumentParser's own errors print themselves; anything else is a fault of the program.
            if Sitewise.exitCode(for: error) != .failure { Sitewise.exit(withError: error) }
            Console.complain(
                """
                error: \(error)
                This is a fault of sitewise, not of your input: no plan is reported. Please report it with \
                the scenario.

                """)
            Sitewise.exit(withError: Status.internalFault)
        }
    }

    /// What is typed for a command, such as `sitewise`, `sites`, `show`.
    private static func words(
        of command: any ParsableCommand.Type, below root: any ParsableCommand.Type = Sitewise.self
    ) -> [String]? {
        if root == command { return [root._commandName] }
        for next in root.configuration.subcommands {
            if let words = words(of: command, below: next) { return [root._commandName] + words }
        }
        return nil
    }
}
