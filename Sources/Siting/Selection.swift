/// A choice of sites or markets by where they are and what is known of them.
///
/// A member is chosen when it matches every part that is given.
public struct Selection: Sendable, Equatable {
    /// Ids listed one by one.
    public var ids: Set<String>?
    /// Countries allowed, groups already spelt out.
    public var countries: Set<String>?
    public var countriesNot: Set<String>?
    public var continents: Set<String>?
    /// Owners of cloud regions.
    public var operators: Set<String>?
    public var kinds: Set<String>?

    public init(
        ids: Set<String>? = nil, countries: Set<String>? = nil, countriesNot: Set<String>? = nil,
        continents: Set<String>? = nil, operators: Set<String>? = nil, kinds: Set<String>? = nil
    ) {
        self.ids = ids
        self.countries = countries
        self.countriesNot = countriesNot
        self.continents = continents
        self.operators = operators
        self.kinds = kinds
    }

    public static let everything = Selection()

    public func contains(_ site: Site) -> Bool {
        contains(id: site.id, country: site.country, continent: site.continent)
            && (operators.map { $0.contains(site.operatorID ?? "") } ?? true)
            && (kinds.map { $0.contains(site.kind) } ?? true)
    }

    public func contains(_ market: Market) -> Bool {
        contains(id: market.id, country: market.country, continent: market.continent)
    }

    private func contains(id: String, country: String, continent: String) -> Bool {
        if let ids, !ids.contains(id) { return false }
        if let countries, !countries.contains(country) { return false }
        if let countriesNot, countriesNot.contains(country) { return false }
        if let continents, !continents.contains(continent) { return false }
        return true
    }
}
