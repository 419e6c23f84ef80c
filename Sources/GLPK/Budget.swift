/// What is left of a solve's limits.
struct Budget {
    private let deadline: ContinuousClock.Instant?
    private let iterationLimit: Int?
    /// The iteration limit counts nodes; the simplex method then has none.
    private let countsNodes: Bool
    let isCancelled: (@Sendable () -> Bool)?
    /// Simplex iterations so far.
    var iterations = 0

    init(_ options: SolveOptions, countsNodes: Bool) {
        self.countsNodes = countsNodes
        deadline = options.timeLimit.map { ContinuousClock.now + $0 }
        iterationLimit = options.iterationLimit
        isCancelled = options.isCancelled
    }

    /// As GLPK takes it: the largest number stands for no limit.
    var millisecondsLeft: Int32 {
        guard let deadline else { return .max }
        let left = (deadline - .now) / Swift.Duration.milliseconds(1)
        return Int32(min(max(left, 0), Double(Int32.max - 1)))
    }

    /// As GLPK takes it, of simplex iterations.
    var iterationsLeft: Int32 {
        guard let iterationLimit, !countsNodes else { return .max }
        return Int32(clamping: max(iterationLimit - iterations, 0))
    }

    /// As GLPK takes it, of nodes.
    var nodeLimit: Int32 { iterationLimit.map(Int32.init(clamping:)) ?? .max }
}
