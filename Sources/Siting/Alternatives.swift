/// Plans nearly as good as the best, as unlike it and each other as the tolerance allows: the answer of
/// `sitewise alternatives`.
public struct Alternatives: Sendable, Equatable {
    /// One plan that is nearly as good.
    public struct Member: Sendable, Equatable {
        public let totals: Totals
        /// Of the last stage.
        public let value: Double
        /// Largest first.
        public let sites: [SitePlan]
        /// Its measures less those of the best plan.
        public let difference: RuleCost.Difference
        /// Ids of sites that it has and the best plan has not, and the other way round.
        public let added: [String]
        public let dropped: [String]
        /// The part of the best plan's capacity that stands elsewhere.
        public let movedShare: Double
        public let proof: Proof

        public init(
            totals: Totals, value: Double, sites: [SitePlan], difference: RuleCost.Difference,
            added: [String], dropped: [String], movedShare: Double, proof: Proof
        ) {
            self.totals = totals
            self.value = value
            self.sites = sites
            self.difference = difference
            self.added = added
            self.dropped = dropped
            self.movedShare = movedShare
            self.proof = proof
        }
    }

    /// A site that is in every plan found, with the least that any plan within the tolerance has there.
    public struct Core: Sendable, Equatable {
        public let site: String
        public let name: String
        /// MW; zero where a plan within the tolerance does without, `nil` where not solved.
        public let least: Double?
        /// A proved lower bound of `least`.
        public let bound: Double?

        public init(site: String, name: String, least: Double?, bound: Double?) {
            self.site = site
            self.name = name
            self.least = least
            self.bound = bound
        }

        /// Less is nothing, MW.
        private static let leastPower = 1e-6

        /// Whether every plan within the tolerance has the site: proved.
        public var isMust: Bool { (bound ?? 0) > Self.leastPower }
    }

    /// A site that some plans within the tolerance have and others do without.
    public struct Choice: Sendable, Equatable {
        public let site: String
        public let name: String
        /// In how many of the plans found, the best one counted.
        public let planCount: Int

        public init(site: String, name: String, planCount: Int) {
            self.site = site
            self.name = name
            self.planCount = planCount
        }
    }

    /// The best plan.
    public var best: Plan
    /// As a share.
    public let within: Double
    /// What the tolerance is a share of, in the last stage's unit: its value, less the hardware in it.
    public let base: Double
    /// The most that the last stage may come to.
    public let limit: Double
    /// In the order found: each is the most unlike those before it.
    public var members: [Member]
    /// Why no more were found than asked for; `nil` where as many were.
    public var ending: Ending?
    /// Sites in every plan found, largest first in the best plan.
    public var core: [Core]
    public var choices: [Choice]
    /// Ids of sites that are in no plan found.
    public var unused: [String]

    public enum Ending: String, Sendable, Equatable {
        /// The most unlike plan had the sites of one found before.
        case exhausted
        /// A limit came first.
        case stopped
    }

    public init(
        best: Plan, within: Double, base: Double, limit: Double, members: [Member] = [],
        ending: Ending? = nil, core: [Core] = [], choices: [Choice] = [], unused: [String] = []
    ) {
        self.best = best
        self.within = within
        self.base = base
        self.limit = limit
        self.members = members
        self.ending = ending
        self.core = core
        self.choices = choices
        self.unused = unused
    }
}
