import Quantities
import Siting

/// Reads the supplies that a site has beside the grid.
struct SupplyReader {
    static let keys = [
        "kind", "mw", "capacity_factor", "usd_per_mwh", "fuel", "g_per_kwh", "l_per_kwh",
    ]

    let context: ScenarioContext
    /// The factor set in use.
    let factorSet: String

    func read(_ value: YAMLValue) -> [Supply] {
        guard let mapping = value.mapping() else { return [] }
        return mapping.idEntries("supply", context.diagnostics).compactMap(supply)
    }

    /// Where the first supply is that takes its factor from the fuels table.
    func firstTableFactor(_ value: YAMLValue) -> SourceLocation? {
        guard value.isMapping, let mapping = value.mapping() else { return nil }
        let entry = mapping.entries.first { entry in
            entry.value.isMapping && entry.value.mapping()?.has("g_per_kwh") == false
        }
        return entry?.location
    }

    private func supply(_ entry: YAMLMapping.Entry) -> Supply? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        if entry.key == Supply.grid {
            mapping.report("no supply may be named 'grid'", help: "the grid is always there")
            return nil
        }
        let kinds = Supply.Kind.allCases.map(\.rawValue)
        let kind = mapping.choice("kind", kinds, required: true)
        let power = mapping.number("mw", in: .megawatts, required: true)
        let price = mapping.number("usd_per_mwh", in: .statedPowerPrice, required: true)
        let factor = mapping.percentOrNumber("capacity_factor", in: .share) ?? 1
        let water = mapping.number("l_per_kwh", in: .litresPerKilowattHour) ?? 0
        guard let kind = kind.flatMap(Supply.Kind.init), let power, let price,
            let carbon = carbon(of: entry, mapping)
        else { return nil }
        return Supply(
            name: entry.key, kind: kind, fuel: mapping.string("fuel"), power: Power(power),
            capacityFactor: factor, price: EnergyPrice(price), carbon: carbon,
            water: WaterIntensity(water), location: entry.location)
    }

    /// The planner's own factor, else that of the fuel, which the supply's name may tell.
    private func carbon(
        of entry: YAMLMapping.Entry, _ mapping: YAMLMapping
    ) -> CarbonIntensity? {
        if mapping.has("g_per_kwh") {
            return mapping.number("g_per_kwh", in: .gramsPerKilowattHour)
                .map(CarbonIntensity.init(gramsPerKilowattHour:))
        }
        let stated = mapping.value("fuel")
        guard let fuel = stated.map({ $0.string() }) ?? entry.key else { return nil }
        if let factor = context.catalogue.fuel(fuel, in: factorSet) {
            return CarbonIntensity(gramsPerKilowattHour: factor.lifecycleGramsPerKilowattHour)
        }
        let fuels = context.catalogue.fuels.filter { $0.factorSet == factorSet }.map(\.fuel)
        let help = didYouMean(fuel, among: fuels) ?? "give g_per_kwh"
        let message = "\(factorSet) has no factor for the fuel \(quoted(fuel))"
        let location = stated?.location ?? entry.location
        context.diagnostics.error(message, at: location, help: help)
        return nil
    }
}
