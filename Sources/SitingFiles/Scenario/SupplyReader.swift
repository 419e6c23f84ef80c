import Siting

/// Reads the supplies that a site has beside the grid.
struct SupplyReader {
    static let keys = [
        "kind", "mw", "capacity_factor", "season", "usd_per_mwh", "fuel", "g_per_kwh",
        "l_per_kwh",
    ]

    static let seasonKeys = ["from", "to"]

    static let gridMessage = "no supply may be named 'grid'"
    static let gridHelp = "the grid is always there"

    let context: ScenarioContext
    let factors: FuelFactors

    func read(_ value: YAMLValue) -> [Supply] {
        guard let mapping = value.mapping() else { return [] }
        return mapping.idEntries("supply", context.diagnostics).compactMap(supply)
    }

    private func supply(_ entry: YAMLMapping.Entry) -> Supply? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        if entry.key == Supply.grid {
            mapping.report(Self.gridMessage, help: Self.gridHelp)
            return nil
        }
        let kinds = Supply.Kind.allCases.map(\.rawValue)
        let kind = mapping.choice("kind", kinds, required: true)
        let power = mapping.number("mw", in: .megawatts, required: true)
        let price = mapping.number("usd_per_mwh", in: .statedPowerPrice, required: true)
        let factor = mapping.percentOrNumber("capacity_factor", in: .share)
        let season = season(mapping, factor)
        let water = mapping.number("l_per_kwh", in: .litresPerKilowattHour)
        let origin = Provenance.stated(at: entry.location)
        guard let kind = kind.flatMap(Supply.Kind.init), let power, let price,
            let carbon = carbon(of: entry, mapping, origin)
        else { return nil }
        return Supply(
            name: entry.key, kind: kind, fuel: mapping.string("fuel"),
            power: Figure(value: power, provenance: origin), capacityFactor: factor,
            season: season, price: Figure(value: price, provenance: origin), carbon: carbon,
            water: water.map { Figure(value: $0, provenance: origin) }, location: entry.location)
    }

    private func season(_ mapping: YAMLMapping, _ factor: Double?) -> Season? {
        guard let stated = mapping.mapping("season") else { return nil }
        stated.checkKeys(allowed: Self.seasonKeys)
        let from = stated.value("from", required: true)?.yearDay()
        let to = stated.value("to", required: true)?.yearDay()
        guard let from, let to else { return nil }
        let season = Season(from: from, to: to)
        if let factor, let problem = season.problem(ofCapacityFactor: factor) {
            mapping.value("capacity_factor")?.report(problem, help: Season.capacityFactorHelp)
        }
        return season
    }

    /// The planner's own factor, else that of the fuel, which the supply's name may tell.
    private func carbon(
        of entry: YAMLMapping.Entry, _ mapping: YAMLMapping, _ origin: Provenance
    ) -> Figure? {
        if mapping.has("g_per_kwh") {
            return mapping.number("g_per_kwh", in: .gramsPerKilowattHour)
                .map { Figure(value: $0, provenance: origin) }
        }
        let stated = mapping.value("fuel")
        guard let fuel = stated.map({ $0.string() }) ?? entry.key else { return nil }
        if let factor = factors.factor(of: fuel) { return factor }
        context.diagnostics.error(
            factors.message(lacking: fuel), at: stated?.location ?? entry.location,
            help: factors.help(lacking: fuel))
        return nil
    }
}
