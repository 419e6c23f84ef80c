/// A row of `fuels.csv`: what generating power from a fuel emits.
public struct FuelFactor: Sendable, Equatable {
    public let fuel: String
    public let name: String
    /// Such as `ipcc_2014`; sets must not be mixed in one scenario.
    public let factorSet: String
    /// Plant building, fuel supply and combustion, g/kWh.
    public let lifecycleGramsPerKilowattHour: Double
    public let year: Int?
    /// A key of `sources.csv`.
    public let source: String
}

extension FuelFactor {
    static func read(from files: CatalogueFiles) -> [FuelFactor] {
        let columns = [
            "fuel", "name", "factor_set", "lifecycle_g_per_kwh", "year", "lifecycle_source",
        ]
        return files.rows("fuels.csv", requiring: columns).compactMap { row in
            guard let fuel = row.id("fuel"), let name = row.text("name"),
                let factorSet = row.id("factor_set"),
                let grams = row.number("lifecycle_g_per_kwh", in: .gramsPerKilowattHour),
                let source = row.text("lifecycle_source")
            else { return nil }
            return FuelFactor(
                fuel: fuel, name: name, factorSet: factorSet,
                lifecycleGramsPerKilowattHour: grams,
                year: row.optionalInteger("year", in: .between(1900, 2100)), source: source)
        }
    }
}
