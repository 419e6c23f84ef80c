extension SolveSettings {
    /// The same with a limit of time for all solves together, from now on.
    func limitedTogether() -> SolveSettings {
        guard let limit = timeLimit else { return self }
        let deadline = ContinuousClock.now + limit
        var settings = self
        settings.timeLimit = nil
        return settings.stopping { ContinuousClock.now >= deadline }
    }
}
