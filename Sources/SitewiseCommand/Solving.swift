import SitingSolve

/// Runs a solve with its limits, with progress on stderr and Ctrl-C as a request to stop.
enum Solving {
    static func run<Answer>(
        _ options: SolveOptionsGroup, _ body: (SolveSettings) throws -> Answer
    ) rethrows -> Answer {
        let progress = Progress()
        defer { progress.end() }
        return try body(settings(options, progress))
    }

    static func run<Answer>(
        _ options: SolveOptionsGroup, _ body: (SolveSettings) async throws -> Answer
    ) async rethrows -> Answer {
        let progress = Progress()
        defer { progress.end() }
        return try await body(settings(options, progress))
    }

    private static func settings(
        _ options: SolveOptionsGroup, _ progress: Progress
    ) -> SolveSettings {
        Interruption.listen()
        var settings = SolveSettings()
        settings.gap = options.gap
        settings.timeLimit = options.timeLimit.map { .seconds($0) }
        settings.isCancelled = { Interruption.isRequested }
        settings.progress = { progress.begin($0) }
        settings.headway = { progress.advance($0) }
        return settings
    }
}
