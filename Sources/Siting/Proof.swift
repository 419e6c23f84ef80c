/// The worst residuals of a plan, recomputed from the whole model and the solver's numbers alone.
///
/// All are relative, without unit; `Certificate` defines them.
public struct Proof: Sendable, Equatable {
    public let primalResidual: Double
    public let dualResidual: Double
    public let complementarity: Double
    /// `|primal - dual| / max(1, |primal|)` of the last stage.
    public let gap: Double
    /// What each residual is held to.
    public let tolerance: Double
    /// Size of the model that the proof covers.
    public let columnCount: Int
    public let rowCount: Int
    public let nonzeroCount: Int

    public init(
        primalResidual: Double, dualResidual: Double, complementarity: Double, gap: Double,
        tolerance: Double, columnCount: Int, rowCount: Int, nonzeroCount: Int
    ) {
        self.primalResidual = primalResidual
        self.dualResidual = dualResidual
        self.complementarity = complementarity
        self.gap = gap
        self.tolerance = tolerance
        self.columnCount = columnCount
        self.rowCount = rowCount
        self.nonzeroCount = nonzeroCount
    }
}
