/// A named restriction that policies may hold.
public struct Rule: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        /// Requests of these markets to these services (`nil`: all), and these jobs, run only at these
        /// sites.
        case residency(
            services: Set<String>?, jobs: Set<String>, markets: Selection, sites: Selection)
        /// Work of operators at home in these countries runs only at these sites.
        case access(operatorCountries: Set<String>, sites: Selection)
        /// No work runs and nothing is built at these sites.
        case closed(sites: Selection)
        /// No member of a grouping holds more than this share of the yearly IT energy.
        case share(of: Grouping, maximum: Double)
        /// Each site's share of the training is at most its share of the inference.
        case nearUsers
        /// Training draws only from plants behind the meter that run on these fuels.
        case trainingSupply(fuels: Set<String>)
        /// These sites, by id, do these shares of all work, and no other site does any.
        case placement(shares: [String: Double])
    }

    /// What sites are counted together.
    public enum Grouping: String, Sendable, Equatable, CaseIterable {
        case site, position, country, continent
        case gridZone = "grid_zone"
        case operatorID = "operator"
    }

    /// Whether the rule limits sums and not single pairs of work and site: whether it holds depends on the
    /// rest of the plan.
    public var limitsSums: Bool {
        switch content {
        case .residency, .access, .closed: false
        case .share, .nearUsers, .trainingSupply, .placement: true
        }
    }

    public let name: String
    public let content: Content
    public let location: SourceLocation?

    public init(name: String, content: Content, location: SourceLocation? = nil) {
        self.name = name
        self.content = content
        self.location = location
    }
}
