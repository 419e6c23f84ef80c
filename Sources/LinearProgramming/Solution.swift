/// How a solve ended. Infeasible and unbounded are answers, not errors.
public enum SolveStatus: String, Sendable, Equatable, Codable {
    /// Proved by the solver; a certificate must still agree.
    case optimal
    /// A plan within the stated gap, not proved best.
    case feasible
    /// No values satisfy all rows and bounds.
    case infeasible
    /// The objective falls without end.
    case unbounded
    /// A limit or a cancellation came before any plan was found.
    case stopped
}

/// Where a column or row stands at a basic solution.
public enum BasisStatus: UInt8, Sendable, Equatable {
    case basic, atLower, atUpper, free, fixed
}

/// A basis to start from: one status a column and a row of the model.
public struct Basis: Sendable, Equatable {
    public var columns: [BasisStatus]
    public var rows: [BasisStatus]

    public init(columns: [BasisStatus], rows: [BasisStatus]) {
        self.columns = columns
        self.rows = rows
    }
}

/// A solver's answer. Arrays are empty where the status has no values to give.
public struct Solution: Sendable, Equatable {
    public var status: SolveStatus
    /// The objective as the solver states it, the model's constant included.
    public var objective: Double
    /// A proved lower bound of the optimum; the objective itself for an LP solved to the end.
    public var bound: Double
    /// One value a column.
    public var columnValues: [Double]
    /// One dual a row: the change of the optimum per unit of the right-hand side. Empty for
    /// integers.
    public var rowDuals: [Double]
    /// The final basis, to start a later solve from. `nil` for integers.
    public var basis: Basis?
    /// Simplex iterations, or nodes of the search.
    public var iterations: Int

    public init(
        status: SolveStatus, objective: Double = .nan, bound: Double = -.infinity,
        columnValues: [Double] = [], rowDuals: [Double] = [], basis: Basis? = nil,
        iterations: Int = 0
    ) {
        self.status = status
        self.objective = objective
        self.bound = bound
        self.columnValues = columnValues
        self.rowDuals = rowDuals
        self.basis = basis
        self.iterations = iterations
    }

    /// `|objective - bound| / max(1, |objective|)`.
    public var gap: Double { abs(objective - bound) / max(1, abs(objective)) }
}
