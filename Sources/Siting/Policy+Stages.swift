extension Policy {
    /// The policy's stages in the totals of any plan of the scenario, in order; `nil` where nothing of a
    /// measure is known.
    ///
    /// - Parameter requestsPerYear: Those of the scenario.
    public func stageValues(of totals: Totals, requestsPerYear: Double) -> [Double?] {
        func value(_ measure: Measure) -> Double? {
            totals.isKnown(measure) ? totals.value(of: measure) : nil
        }
        switch objective {
        case .inOrder(let measures): return measures.map(value)
        case .weighted(let weights):
            var sum = 0.0
            for measure in Measure.all {
                guard let weight = weights[measure], weight != 0 else { continue }
                guard let value = value(measure) else { return [nil] }
                sum += measure.yearlyWeight(weight, requestsPerYear: requestsPerYear) * value
            }
            return [sum]
        }
    }
}

extension Measure {
    /// USD a year for one unit of the measure, from its weight in a weighted sum.
    ///
    /// Times are weighed per ms and million requests, so their mean counts once for each million
    /// requests of the year.
    public func yearlyWeight(_ weight: Double, requestsPerYear: Double) -> Double {
        switch self {
        case .latency, .roundTrip: weight * requestsPerYear / 1e6
        case .cost, .emissions, .energy, .water, .largest: weight
        }
    }
}
