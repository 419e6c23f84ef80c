import Siting

/// Reads selections of sites or of markets.
struct SelectionReader {
    static let marketKeys = ["id", "country", "country_not", "continent"]
    static let siteKeys = marketKeys + ["operator", "kind"]

    let catalogue: Catalogue
    /// `site` or `market`, for messages.
    let member: String
    let keys: [String]
    /// What may be named; nil where the table cannot be read, so that nothing is checked.
    let ids: [String]?
    let operators: [String]?
    let kinds: [String]?

    /// - Parameter sites: every candidate; nil where they cannot be read.
    static func sites(_ sites: [Site]?, _ catalogue: Catalogue) -> SelectionReader {
        SelectionReader(
            catalogue: catalogue, member: "site", keys: siteKeys, ids: sites?.map(\.id),
            operators: sites.map { Set($0.compactMap(\.operatorID)).sorted() },
            kinds: sites.map { Set($0.map(\.kind)).sorted() })
    }

    /// - Parameter ids: of every market; nil where they cannot be read.
    static func markets(_ ids: [String]?, _ catalogue: Catalogue) -> SelectionReader {
        SelectionReader(
            catalogue: catalogue, member: "market", keys: marketKeys, ids: ids, operators: nil,
            kinds: nil)
    }

    /// A selection; everything where a part of it is wrong, which is reported.
    ///
    /// - Parameter furtherKeys: keys of the map that are read elsewhere.
    func read(_ value: YAMLValue, furtherKeys: [String] = []) -> Selection {
        let countries = CountryReader(catalogue: catalogue)
        guard value.isMapping, let map = value.mapping() else {
            return Selection(countries: countries.codes(value))
        }
        map.checkKeys(allowed: keys + furtherKeys)
        var selection = Selection.everything
        selection.ids = map.value("id")?.names(of: member, among: ids)
        selection.countries = map.value("country").flatMap(countries.codes)
        selection.countriesNot = map.value("country_not").flatMap(countries.codes)
        selection.continents = map.value("continent")?
            .names(of: "continent", among: Continent.codes)
        guard keys == Self.siteKeys else { return selection }
        selection.operators = map.value("operator")?.names(of: "operator", among: operators)
        selection.kinds = map.value("kind")?.names(of: "kind of site", among: kinds)
        return selection
    }
}
