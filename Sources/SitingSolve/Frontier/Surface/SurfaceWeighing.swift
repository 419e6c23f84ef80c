import Siting

/// Weighted policies whose optima are the vertices of a trade-off surface.
struct SurfaceWeighing: Sendable {
    let policy: Policy
    /// Three.
    let measures: [Measure]
    let requestsPerYear: Double

    /// What the ranges of the measures come to in a weighted sum without money: its value is then
    /// of a size that tolerances fit.
    static let scale = 1e6

    init(_ scenario: Scenario, under policy: Policy, measures: [Measure]) {
        self.policy = policy
        self.measures = measures
        requestsPerYear = scenario.requestsPerYear
    }

    /// Weights of a unit of each measure in USD where the cost counts, else such that the ranges
    /// together come to a million.
    func scaled(_ weights: SIMD3<Double>, ranges: SIMD3<Double>) -> SIMD3<Double> {
        let parts = weights * ranges
        let cost = measures.firstIndex(of: .cost)
        if let cost, parts[cost] >= SurfaceShape.faintShare * parts.sum() {
            return weights / weights[cost]
        }
        return weights * (Self.scale / parts.sum())
    }

    /// The same as a policy has them: times per ms and million requests.
    func policyWeights(_ weights: SIMD3<Double>) -> [Measure: Double] {
        let units = measures.map { $0.yearlyWeight(1, requestsPerYear: requestsPerYear) }
        let pairs = measures.indices.map { (measures[$0], weights[$0] / units[$0]) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The policy's rules, limits and round trips under another objective.
    func policy(_ weights: SIMD3<Double>) -> Policy {
        policy.weighing(policyWeights(weights), named: policy.name)
    }

    /// What the weights say of prices; `nil` where the first measure counts for nothing.
    func rates(_ weights: SIMD3<Double>) -> SurfaceRates? {
        guard weights.x > 0 else { return nil }
        return SurfaceRates(second: weights.y / weights.x, third: weights.z / weights.x)
    }

    func values(of totals: Totals) -> SIMD3<Double> {
        let values = measures.map { totals.known($0) ?? 0 }
        return SIMD3(values[0], values[1], values[2])
    }
}
