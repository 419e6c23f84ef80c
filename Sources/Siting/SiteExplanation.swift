/// Why a site is in a plan or not, and what would change that.
public struct SiteExplanation: Sendable, Equatable {
    /// The best plan of the policy without the site.
    public struct Without: Sendable, Equatable {
        /// How it came out.
        public let status: RuleCost.Status
        /// By how much it is worse in the last stage, in its unit; `nil` without such a plan.
        public let worseBy: Double?
        /// Its measures less those of the plan: above zero is what the site saves.
        public let difference: RuleCost.Difference?

        public init(
            status: RuleCost.Status, worseBy: Double? = nil,
            difference: RuleCost.Difference? = nil
        ) {
            self.status = status
            self.worseBy = worseBy
            self.difference = difference
        }
    }

    public let id: String
    public let name: String
    public let country: String
    /// The most that may stand here, MW; shared with other rows of the same position.
    public let limit: Double
    /// What the plan has there; `nil` where it runs no work there.
    public let use: SitePlan?
    /// Rules that keep all work away.
    public let closedBy: [String]
    /// `nil` where the plan does not use the site.
    public let without: Without?
    public let breakEvens: [BreakEven]

    public init(
        id: String, name: String, country: String, limit: Double, use: SitePlan?,
        closedBy: [String], without: Without?, breakEvens: [BreakEven]
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.limit = limit
        self.use = use
        self.closedBy = closedBy
        self.without = without
        self.breakEvens = breakEvens
    }
}

/// The value of one figure of a site at which the plan stops using it, everything else unchanged.
public struct BreakEven: Sendable, Equatable {
    public enum Figure: String, Sendable, Equatable, CaseIterable {
        /// Of the grid, USD/MWh.
        case powerPrice = "power_price"
        /// Of the grid, g/kWh.
        case carbonIntensity = "carbon_intensity"
        /// Added to the round trip to every market, ms; below zero, taken off it.
        case roundTripSurcharge = "round_trip_surcharge"

        public var unit: String {
            switch self {
            case .powerPrice: "USD/MWh"
            case .carbonIntensity: "g/kWh"
            case .roundTripSurcharge: "ms"
            }
        }
    }

    /// The optimum with the figure at one value.
    public struct Side: Sendable, Equatable {
        /// Of the figure.
        public let value: Double
        /// Mean MW of work at the site.
        public let work: Double
        /// MW standing at the site.
        public let capacity: Double
        /// The last stage's value.
        public let objective: Double

        public init(value: Double, work: Double, capacity: Double, objective: Double) {
            self.value = value
            self.work = work
            self.capacity = capacity
            self.objective = objective
        }
    }

    public enum Outcome: Sendable, Equatable {
        /// Solved on either side of it: work below, none above.
        case found(Double, inside: Side, outside: Side)
        /// The site has work at every value up to this one, which was solved.
        case alwaysIn(Side)
        /// The site has no work even at this value, the least that was tried.
        case neverIn(Side)
        /// No plan is possible without the site, so that no value of the figure pushes it out.
        case indispensable
        /// A limit came first, or the search did not settle.
        case notExamined
    }

    public let figure: Figure
    /// As the scenario has it; zero for a surcharge.
    public let current: Double
    public let outcome: Outcome

    public init(figure: Figure, current: Double, outcome: Outcome) {
        self.figure = figure
        self.current = current
        self.outcome = outcome
    }
}
