public import Quantities

/// What to minimise, under which limits and rules.
public struct Policy: Sendable, Equatable {
    public enum Objective: Sendable, Equatable {
        /// One after the other: each stage keeps the earlier ones within the tolerance.
        case inOrder([Measure])
        /// One sum in USD a year: the weight is USD per unit of the measure, for latency USD per ms and
        /// million requests.
        case weighted([Measure: Double])
    }

    public struct Limit: Sendable, Equatable {
        public let measure: Measure
        /// In the measure's unit.
        public let maximum: Double
        public let location: SourceLocation?

        public init(measure: Measure, maximum: Double, location: SourceLocation? = nil) {
            self.measure = measure
            self.maximum = maximum
            self.location = location
        }
    }

    public let name: String
    public let objective: Objective
    /// How far, as a share of its value, an earlier stage may be given up for a later one.
    public let tolerance: Double
    public let limits: [Limit]
    /// Names of rules in force.
    public var rules: [String]
    /// Longest round trips that hold in place of the services' own limits, by service.
    public let maxRoundTrips: [String: Latency]
    public let location: SourceLocation?

    public init(
        name: String, objective: Objective, tolerance: Double = 0, limits: [Limit] = [],
        rules: [String] = [], maxRoundTrips: [String: Latency] = [:],
        location: SourceLocation? = nil
    ) {
        self.name = name
        self.objective = objective
        self.tolerance = tolerance
        self.limits = limits
        self.rules = rules
        self.maxRoundTrips = maxRoundTrips
        self.location = location
    }

    /// Every measure the policy speaks of, in objective or limits.
    public var measures: Set<Measure> {
        let objectives: [Measure] =
            switch objective {
            case .inOrder(let list): list
            case .weighted(let weights): Array(weights.keys)
            }
        return Set(objectives + limits.map(\.measure))
    }

    /// The burdens among them, always in the same order.
    public var burdens: [Burden] {
        let measures = measures
        return Burden.all.filter { measures.contains(.largest($0)) }
    }
}
