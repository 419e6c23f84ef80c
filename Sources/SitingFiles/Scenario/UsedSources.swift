import Siting

/// The rows of `sources.csv` that figures of a scenario come from.
struct UsedSources {
    private let scenario: Scenario
    private let context: ScenarioContext

    init(_ scenario: Scenario, in context: ScenarioContext) {
        self.scenario = scenario
        self.context = context
    }

    /// By key. Figures of the planner's own name no row and have none.
    var citations: [SourceCitation] {
        let keys = figures.union(roundTrips).union(markets).union(law)
        return keys.sorted().compactMap(context.catalogue.source).map { row in
            SourceCitation(
                key: row.key, title: row.title, publisher: row.publisher, licence: row.licence,
                citation: row.citation)
        }
    }

    private var figures: Set<String> {
        Set(scenario.provenance.map(\.source))
            .union(scenario.assumptions.map(\.source))
            .union(scenario.equivalences.map(\.source))
    }

    private var roundTrips: Set<String> {
        let catalogue = context.catalogue
        let kinds = Set(scenario.roundTrips.sources)
        var keys: Set<String> = []
        if kinds.contains(.fitContinents) || kinds.contains(.fitOverall) {
            keys.formUnion(catalogue.latencyFits.sources)
        }
        if kinds.contains(.measured) {
            let networks = Set(scenario.sites.compactMap(\.operatorID))
            let pairs = catalogue.latencyPairs.filter { networks.contains($0.network) }
            keys.formUnion(pairs.map(\.source))
        }
        return keys
    }

    /// Of cities; a table of the planner's own has none.
    private var markets: Set<String> {
        let places = Set(scenario.markets.compactMap(\.location))
        let cities = context.catalogue.cities.filter { places.contains($0.location) }
        return Set(cities.flatMap(\.sources))
    }

    /// Of the operator that the scenario is seen as.
    private var law: Set<String> { Set([context.profile?.operatorRow.source].compactMap(\.self)) }
}
