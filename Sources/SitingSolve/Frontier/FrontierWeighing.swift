import Siting

/// Weighted policies whose optima are the corners of a trade-off curve.
struct FrontierWeighing: Sendable {
    let policy: Policy
    let x: Measure
    let y: Measure
    /// Million requests a year, by which policies weigh times.
    let millionRequests: Double

    /// What the ranges of both measures come to in a weighted sum without money: its value is then
    /// of a size that tolerances fit.
    private static let scale = 1e6

    init(_ scenario: Scenario, under policy: Policy, x: Measure, y: Measure) {
        self.policy = policy
        self.x = x
        self.y = y
        millionRequests = scenario.requestsPerYear / 1e6
    }

    /// Weights of a unit of each measure at an exchange rate: in USD where one of them is the cost,
    /// else such that both ranges together come to a million.
    func weights(
        at rate: Double, ranges: (x: Double, y: Double)?
    ) -> (x: Double, y: Double) {
        if rate == .infinity { return (0, y == .cost ? 1 : Self.scale / (ranges?.y ?? Self.scale)) }
        if x == .cost { return (1, rate) }
        if y == .cost, rate > 0 { return (1 / rate, 1) }
        guard let ranges else { return (1, rate) }
        let unit = Self.scale / (ranges.x + rate * ranges.y)
        return (unit, unit * rate)
    }

    /// The same as a policy has them: times per ms and million requests.
    func policyWeights(_ weights: (x: Double, y: Double)) -> [Measure: Double] {
        [x: weights.x / unit(x), y: weights.y / unit(y)]
    }

    /// The policy's rules, limits and round trips under another objective.
    func policy(_ weights: (x: Double, y: Double)) -> Policy {
        policy.weighing(policyWeights(weights), named: policy.name)
    }

    private func unit(_ measure: Measure) -> Double {
        switch measure {
        case .latency, .roundTrip: millionRequests
        case .cost, .emissions, .energy, .water, .largest: 1
        }
    }
}
