/// How far a solver's answer is from proved optimal, recomputed from the model alone.
///
/// All figures are worst cases over every row and column of the model, and relative, so that one
/// tolerance fits models in dollars and in shares. A figure that could not be computed, because a
/// value is missing or not a number, is infinite.
public struct Certificate: Sendable, Equatable {
    /// The largest violation of a row's sides, over 1 plus the sum of its |terms|, or of a column's
    /// bounds, over 1 plus its |value|.
    public internal(set) var primalResidual = 0.0
    /// The row or column with the largest violation; empty if there is none.
    public internal(set) var primalPlace = ""
    /// The largest distance of an integer column from an integer.
    public internal(set) var integrality = 0.0
    public internal(set) var integralityPlace = ""
    /// The largest reduced cost or dual whose sign asks for a bound that is not there, over the
    /// costs that it is made of.
    public internal(set) var dualResidual = 0.0
    public internal(set) var dualPlace = ""
    /// The largest of: a reduced cost or dual, or the distance from the bound that its sign asks
    /// for, whichever is less; and the product of both, as a share of the costs of the plan.
    public internal(set) var complementarity = 0.0
    public internal(set) var complementarityPlace = ""

    /// The objective at the column values, the constant included.
    public internal(set) var primalObjective = Double.nan
    /// The lower bound that the duals prove; of an integer plan, the bound that was claimed.
    public internal(set) var dualObjective = Double.nan
    /// `|primalObjective - dualObjective| / max(1, |primalObjective|)`.
    public internal(set) var gap = Double.infinity
    /// The distance of the objective that the solver stated from `primalObjective`, over
    /// `max(1, |primalObjective|)`; zero if none was stated.
    public internal(set) var objectiveError = 0.0
    /// What each figure may be.
    public let tolerance: Double

    init(tolerance: Double) { self.tolerance = tolerance }

    /// Whether the answer is as good as it claims to be.
    ///
    /// - Parameter limit: The gap that was asked for, where it is wider than the tolerance, such as
    ///   that of an integer plan. A lower bound above the objective is refused at any limit.
    public func holds(withinGap limit: Double? = nil) -> Bool { fault(withinGap: limit) == nil }

    /// Throws unless the certificate holds.
    public func require(
        of model: String, withinGap limit: Double? = nil
    ) throws(CertificateRefused) {
        guard let fault = fault(withinGap: limit) else { return }
        throw CertificateRefused(model: model, certificate: self, reason: fault)
    }

    /// What is wrong, in words; `nil` if nothing is.
    private func fault(withinGap limit: Double?) -> String? {
        func isLarge(_ figure: Double) -> Bool { !(figure <= tolerance) }
        let excess = (dualObjective - primalObjective) / max(1, abs(primalObjective))
        return if isLarge(primalResidual) {
            "\(primalPlace) violates its bounds by \(primalResidual) of its size"
        } else if isLarge(integrality) {
            "\(integralityPlace) is \(integrality) away from an integer"
        } else if isLarge(dualResidual) {
            "\(dualPlace) could still improve the plan: dual residual \(dualResidual)"
        } else if isLarge(complementarity) {
            "\(complementarityPlace) has a price but is not at its bound, by \(complementarity)"
        } else if isLarge(objectiveError) {
            "the stated objective differs from \(primalObjective) by \(objectiveError) of it"
        } else if isLarge(excess) {
            "the lower bound \(dualObjective) lies above the objective \(primalObjective)"
        } else if !(gap <= max(tolerance, limit ?? tolerance)) {
            "the gap between \(primalObjective) and the lower bound \(dualObjective) is \(gap)"
        } else {
            nil
        }
    }
}

/// A solver's answer did not stand up to recomputation: a fault of the program, not of the planner.
public struct CertificateRefused: Error, Sendable, Equatable, CustomStringConvertible {
    /// The model's name.
    public let model: String
    public let certificate: Certificate
    /// What is wrong, naming the worst row or column.
    public let reason: String

    public var description: String {
        "the answer for model '\(model)' is refused: \(reason)"
            + " (tolerance \(certificate.tolerance))"
    }
}
