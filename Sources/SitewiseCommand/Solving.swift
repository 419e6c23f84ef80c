import SitingSolve

/// Runs a solve with its limits, with progress on stderr and Ctrl-C as a request to stop.
enum Solving {
    static func run<Answer>(
        _ options: SolveOptionsGroup, _ body: (SolveSettings) throws -> Answer
    ) rethrows -> Answer {
        let progress = Progress()
        defer { progress.end() }
        Interruption.listen()
        var settings = SolveSettings()
        settings.gap = options.gap
        settings.timeLimit = options.timeLimit.map { .seconds($0) }
        settings.isCancelled = { Interruption.isRequested }
        settings.progress = { progress.begin($0) }
        return try body(settings)
    }
}
