/// A named restriction that policies may hold.
public struct Rule: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        /// Requests of these markets to these services, and these jobs, run only at these sites.
        case residency(
            services: Set<String>, jobs: Set<String>, markets: Selection, sites: Selection)
        /// Work of operators at home in these countries runs only at these sites.
        case access(operatorCountries: Set<String>, sites: Selection)
        /// No work runs and nothing is built at these sites.
        case closed(sites: Selection)
        /// No member of a grouping holds more than this share of the yearly IT energy.
        case share(of: Grouping, maximum: Double)
    }

    /// What sites are counted together.
    public enum Grouping: String, Sendable, Equatable, CaseIterable {
        case site, position, country, continent
        case operatorID = "operator"
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
