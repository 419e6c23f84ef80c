import Siting

/// The markets of a scenario and every name its tables may use.
struct MarketsResult {
    var markets: [Market] = []
    /// Every market that may be named; nil where they cannot be read.
    var ids: [String]?
    /// Those that the operator of the scenario does not serve.
    var unserved: [Market] = []
}

/// Reads `markets`: groups of users, largest first.
struct MarketsSection {
    static let keys = ["from", "top", "weight", "where", "users_total"]
    static let citiesWord = "cities"
    static let weights = ["internet_users", "population"]
    static let columns = ["id", "name", "country", "latitude", "longitude", "users"]

    let context: ScenarioContext

    func read(_ mapping: YAMLMapping) -> MarketsResult {
        mapping.checkKeys(allowed: Self.keys)
        let from = mapping.value("from")
        let isOwn = from.map { $0.text != Self.citiesWord } ?? false
        let weight = mapping.choice("weight", Self.weights) ?? Self.weights[0]
        if isOwn, let value = mapping.value("weight") {
            value.report(
                "weight belongs to cities of the catalogue",
                help: "the column 'users' of your own table is the weight")
        }
        let all = isOwn ? from.flatMap(own) : cities(by: weight)
        var result = MarketsResult()
        result.ids = all?.map(\.id)
        let reader = SelectionReader.markets(result.ids, context.catalogue)
        let selection = mapping.value("where").map { reader.read($0) } ?? .everything
        let selected = (all ?? []).filter(selection.contains)
        if selected.isEmpty, all != nil, !context.diagnostics.hasErrors {
            let place = mapping.entry("where")?.location ?? mapping.location
            context.diagnostics.error("no market is selected", at: place)
        }
        let largest = selected.enumerated().sorted { first, second in
            (-first.element.users, first.offset) < (-second.element.users, second.offset)
        }
        let count = mapping.integer("top", in: .atLeast(1)) ?? largest.count
        result.markets = scale(
            largest.prefix(count).map(\.element), to: mapping.value("users_total"))
        keepServed(&result, at: mapping.location)
        return result
    }

    /// Leaves out what the operator does not serve; the users of other markets stay as they are.
    private func keepServed(_ result: inout MarketsResult, at location: SourceLocation) {
        guard let profile = context.profile, !result.markets.isEmpty else { return }
        result.unserved = result.markets.filter { !profile.serves($0) }
        result.markets = result.markets.filter(profile.serves)
        guard result.markets.isEmpty else { return }
        context.diagnostics.error(
            "\(profile.operatorRow.name) serves none of the markets", at: location)
    }

    private func cities(by weight: String) -> [Market] {
        context.catalogue.cities.map { city in
            let users = weight == "population" ? city.population : city.internetUsers
            return Market(
                id: city.id, name: city.name, country: city.country, continent: city.continent,
                coordinate: city.coordinate, users: users ?? 0, location: city.location)
        }
    }

    private func own(_ from: YAMLValue) -> [Market]? {
        guard from.string() != nil, from.isTable(or: Self.citiesWord),
            let table = context.table(namedBy: from)
        else { return nil }
        table.checkColumns(allowed: Self.columns)
        var ids = UniqueNames()
        let markets = table.rows(requiring: Self.columns).compactMap { row -> Market? in
            let country = row.country(in: context.catalogue)
            let users = row.number("users", in: .people)
            let place = row.coordinate()
            guard let id = row.id("id"), ids.insert(id, of: row, column: "id"),
                let name = row.text("name"), let country, let place, let users
            else { return nil }
            return Market(
                id: id, name: name, country: country.code, continent: country.continent,
                coordinate: place, users: users, location: row.location)
        }
        return markets.isEmpty ? nil : markets
    }

    private func scale(_ markets: [Market], to total: YAMLValue?) -> [Market] {
        guard let total, let users = total.number(in: .people) else { return markets }
        let sum = markets.reduce(0) { $0 + $1.users }
        guard users > 0, sum > 0 else {
            if users <= 0 { total.report("users_total must be greater than 0, not '0'") }
            if sum <= 0, !markets.isEmpty { total.report("the markets have no users to scale") }
            return markets
        }
        return markets.map { market in
            Market(
                id: market.id, name: market.name, country: market.country,
                continent: market.continent, coordinate: market.coordinate,
                users: market.users * (users / sum), location: market.location)
        }
    }
}
