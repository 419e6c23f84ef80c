/// Where the requests of a market, or a job, run, and where else they could.
public struct WorkExplanation: Sendable, Equatable {
    public enum Subject: Sendable, Equatable {
        case requests(service: String, market: String, marketName: String)
        case job(String)
    }

    /// A site that does a part of the work now.
    public struct Place: Sendable, Equatable {
        public let site: String
        public let name: String
        /// Mean MW of it.
        public let power: Double
        /// ms; `nil` for jobs.
        public let roundTrip: Double?

        public init(site: String, name: String, power: Double, roundTrip: Double?) {
            self.site = site
            self.name = name
            self.power = power
            self.roundTrip = roundTrip
        }
    }

    /// A site that is allowed and does none of it.
    public struct Alternative: Sendable, Equatable {
        public let site: String
        public let name: String
        public let roundTrip: Double?
        /// What the first mean MW would cost more there at the prices of the optimum, in the last stage's
        /// unit.
        public let firstMegawatt: Double
        /// What all of it there would cost more, solved; `nil` where it does not fit or was not solved.
        public let whole: Double?

        public init(
            site: String, name: String, roundTrip: Double?, firstMegawatt: Double, whole: Double?
        ) {
            self.site = site
            self.name = name
            self.roundTrip = roundTrip
            self.firstMegawatt = firstMegawatt
            self.whole = whole
        }
    }

    /// A site nearer than those that do the work, and why it does not.
    public struct Nearer: Sendable, Equatable {
        public let site: String
        public let name: String
        public let roundTrip: Double
        /// Empty where it is allowed.
        public let obstacles: [WorkObstacle]
        /// Where it is allowed, what the first mean MW would cost more there.
        public let firstMegawatt: Double?

        public init(
            site: String, name: String, roundTrip: Double, obstacles: [WorkObstacle],
            firstMegawatt: Double?
        ) {
            self.site = site
            self.name = name
            self.roundTrip = roundTrip
            self.obstacles = obstacles
            self.firstMegawatt = firstMegawatt
        }
    }

    /// How many sites an obstacle keeps out; a site may have several.
    public struct Exclusion: Sendable, Equatable {
        public let obstacle: WorkObstacle
        public let siteCount: Int

        public init(obstacle: WorkObstacle, siteCount: Int) {
            self.obstacle = obstacle
            self.siteCount = siteCount
        }
    }

    public let subject: Subject
    /// Mean MW of all of it.
    public let load: Double
    /// What one more mean MW of it would cost, in the last stage's unit.
    public let marginalCost: Double
    /// Largest first.
    public let places: [Place]
    /// Cheapest first.
    public let alternatives: [Alternative]
    /// Nearest first.
    public let nearer: [Nearer]
    public let siteCount: Int
    public let allowedCount: Int
    public let exclusions: [Exclusion]

    public init(
        subject: Subject, load: Double, marginalCost: Double, places: [Place],
        alternatives: [Alternative], nearer: [Nearer], siteCount: Int, allowedCount: Int,
        exclusions: [Exclusion]
    ) {
        self.subject = subject
        self.load = load
        self.marginalCost = marginalCost
        self.places = places
        self.alternatives = alternatives
        self.nearer = nearer
        self.siteCount = siteCount
        self.allowedCount = allowedCount
        self.exclusions = exclusions
    }
}

/// What keeps some work from a site.
public enum WorkObstacle: Sendable, Hashable {
    /// A rule of the policy, by name.
    case rule(String)
    /// The round trip is longer than the service allows, ms.
    case roundTrip(limit: Double)
    /// The latency is longer than the service allows, ms.
    case latency(limit: Double)
}
