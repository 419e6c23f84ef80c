public import LinearProgramming

/// How far and by which method to solve.
public struct SolveOptions: Sendable {
    /// The simplex method for a linear program, or for the relaxation of an integer one.
    public enum Method: Sendable {
        /// Dual, and primal where that fails: best for the first solve of a siting model.
        case automatic
        /// Best from a basis that is still feasible after costs changed or columns came.
        case primal
        /// Best from a basis that is still optimal for the costs after bounds changed.
        case dual
    }

    /// Wall-clock time; where it strikes, results depend on the machine.
    public var timeLimit: Swift.Duration?
    /// Simplex iterations of a linear program, or nodes of an integer search: a limit that strikes
    /// at the same place every time.
    public var iterationLimit: Int?
    /// An integer plan counts as optimal when `Solution.gap` is at most this.
    public var relativeGap = 1e-6
    /// The basis to start from; without one, the session's last, at first the rows alone.
    public var start: Basis?
    public var method = Method.automatic
    /// Whether to solve for the last digits of a linear program's optimum, at the cost of a factorization.
    public var isRefined = false
    /// Asked now and then on the solving thread; it must be quick and must not solve anything.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Reduced costs and bounds may be wrong by this much, after scaling.
    ///
    /// GLPK's own 1e-7 calls plans optimal that are visibly not, and tighter costs no time here.
    var tolerance = 1e-9

    public init(
        timeLimit: Swift.Duration? = nil, iterationLimit: Int? = nil, relativeGap: Double = 1e-6,
        start: Basis? = nil, method: Method = .automatic,
        isCancelled: (@Sendable () -> Bool)? = nil
    ) {
        self.timeLimit = timeLimit
        self.iterationLimit = iterationLimit
        self.relativeGap = relativeGap
        self.start = start
        self.method = method
        self.isCancelled = isCancelled
    }
}
