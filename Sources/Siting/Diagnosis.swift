/// Why no placement is possible, in the planner's words, and what would make one possible.
public struct Diagnosis: Sendable, Equatable {
    /// One obstacle.
    public struct Finding: Sendable, Equatable {
        /// `unreachable_market`, `job_too_large`, `job_without_site`, `capacity_short`,
        /// `rule_impossible`, `limit_too_tight`, `limits_conflict` or `not_examined`.
        public let kind: String
        /// A full sentence with the figures.
        public let message: String
        /// What would make it possible.
        public let remedy: String
        /// Where the planner wrote what stands in the way.
        public let location: SourceLocation?

        public init(kind: String, message: String, remedy: String, location: SourceLocation?) {
            self.kind = kind
            self.message = message
            self.remedy = remedy
            self.location = location
        }
    }

    public let findings: [Finding]
    /// Sets of rules and limits that can't hold, no two with a member in common; at most five.
    public var conflicts: [Conflict]
    /// Changes that together make a placement possible, the least by their size relative to each limit;
    /// empty where they were not found.
    public var relaxations: [Relaxation]

    public init(
        findings: [Finding], conflicts: [Conflict] = [], relaxations: [Relaxation] = []
    ) {
        self.findings = findings
        self.conflicts = conflicts
        self.relaxations = relaxations
    }
}

/// Rules and limits that can't hold together with all work done within the room at sites, and can as soon
/// as any one of them is dropped.
public struct Conflict: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        /// As the planner wrote it: the name of a rule or job, the key of a limit.
        public let name: String
        /// The word of a rule, `limit`, `max_rtt_ms`, `max_latency_ms`, `job` or `room`.
        public let kind: String
        /// What it asks for.
        public let sentence: String
        public let location: SourceLocation?
        /// What it alone would have to give for the others of the conflict to hold; `nil` where that was
        /// not found.
        public var relaxation: Relaxation?

        public init(
            name: String, kind: String, sentence: String, location: SourceLocation?,
            relaxation: Relaxation? = nil
        ) {
            self.name = name
            self.kind = kind
            self.sentence = sentence
            self.location = location
            self.relaxation = relaxation
        }
    }

    public var members: [Member]

    public init(members: [Member]) {
        self.members = members
    }
}

/// How far a rule or limit has to give.
public struct Relaxation: Sendable, Equatable {
    /// Where in particular: a site, a market, or a member of a share.
    public struct Part: Sendable, Equatable {
        public let id: String
        /// In the unit of the relaxation.
        public let amount: Double

        public init(id: String, amount: Double) {
            self.id = id
            self.amount = amount
        }
    }

    /// The name of the rule, limit or job.
    public let rule: String
    /// As in `Conflict.Member.kind`.
    public let kind: String
    /// What to change.
    public let sentence: String
    /// As it stands; 0 where it is about work that a rule forbids.
    public let from: Double
    /// Enough: `least` rounded away from what is too little, by at most a thousandth of the change.
    public let to: Double
    /// The least that there is a placement with, as computed.
    public let least: Double
    public let unit: String
    public let parts: [Part]
    public let location: SourceLocation?

    public init(
        rule: String, kind: String, sentence: String, from: Double, to: Double, least: Double,
        unit: String, parts: [Part] = [], location: SourceLocation?
    ) {
        self.rule = rule
        self.kind = kind
        self.sentence = sentence
        self.from = from
        self.to = to
        self.least = least
        self.unit = unit
        self.parts = parts
        self.location = location
    }
}
