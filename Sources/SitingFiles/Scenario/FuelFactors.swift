import Siting

/// What generating power from each fuel emits, in the factor set of the scenario.
struct FuelFactors {
    let catalogue: Catalogue
    /// The name of the set in use.
    let factorSet: String

    /// The lifecycle factor of a fuel, g/kWh; nil where the set has none.
    func factor(of fuel: String) -> Figure? {
        guard let row = catalogue.fuel(fuel, in: factorSet) else { return nil }
        let provenance = Provenance(basis: .catalogue, year: row.year, source: row.source)
        return Figure(value: row.lifecycleGramsPerKilowattHour, provenance: provenance)
    }

    /// What to say of a fuel without a factor.
    func message(lacking fuel: String) -> String {
        "\(factorSet) has no factor for the fuel \(quoted(fuel))"
    }

    func help(lacking fuel: String) -> String {
        let fuels = catalogue.fuels.filter { $0.factorSet == factorSet }.map(\.fuel)
        return didYouMean(fuel, among: fuels) ?? "give g_per_kwh"
    }
}
