/// Limits of a solve and who is told of its progress.
public struct SolveSettings: Sendable {
    /// Wall-clock time for the whole plan; `nil` is no limit. A plan stopped by it says so.
    public var timeLimit: Duration?
    /// The relative gap within which a stage counts as optimal.
    public var gap: Double
    /// What every residual of a certificate is held to.
    public var tolerance: Double
    /// Programs with at most so many arcs are solved whole; larger ones by the columns that matter.
    public var wholeArcs = 6000
    /// Asked now and then whether to stop.
    public var isCancelled: (@Sendable () -> Bool)?
    /// Told, in a few words, what is being solved.
    public var progress: (@Sendable (String) -> Void)?
    /// Told how far a long run has come with what `progress` was last told of.
    public var headway: (@Sendable (String) -> Void)?

    public init(
        timeLimit: Duration? = nil, gap: Double = 1e-6, tolerance: Double = 1e-6,
        isCancelled: (@Sendable () -> Bool)? = nil,
        progress: (@Sendable (String) -> Void)? = nil
    ) {
        self.timeLimit = timeLimit
        self.gap = gap
        self.tolerance = tolerance
        self.isCancelled = isCancelled
        self.progress = progress
    }
}

extension SolveSettings {
    /// The same with one more reason to stop.
    func stopping(when isCancelled: @escaping @Sendable () -> Bool) -> SolveSettings {
        var settings = self
        let isStopped = self.isCancelled
        settings.isCancelled = { isCancelled() || isStopped?() == true }
        return settings
    }
}
