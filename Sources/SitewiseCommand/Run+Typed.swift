import Siting

extension Run {
    /// This run of the program: its command as it was typed, so that it can be typed again.
    static var typed: Run {
        Run(
            program: Release.madeBy,
            command: [Release.program] + CommandLine.arguments.dropFirst())
    }
}
