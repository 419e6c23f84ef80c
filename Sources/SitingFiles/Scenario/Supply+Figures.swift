import Quantities
import Siting

extension Supply {
    /// A supply from figures in the units of their keys.
    ///
    /// - Parameters:
    ///   - fuel: the supply's name if nil.
    ///   - capacityFactor: if nil, that of a plant at full power all year or all season.
    ///   - water: counts as nothing if nil.
    init(
        name: String, kind: Kind, fuel: String?, power: Figure, capacityFactor: Double?,
        season: Season?, price: Figure, carbon: Figure, water: Figure?, location: SourceLocation
    ) {
        self.init(
            name: name, kind: kind, fuel: fuel, power: Power(power.value),
            capacityFactor: capacityFactor ?? season?.share ?? 1, season: season,
            price: EnergyPrice(price.value),
            carbon: CarbonIntensity(gramsPerKilowattHour: carbon.value),
            water: WaterIntensity(water?.value ?? 0),
            provenance: [
                .power: power.provenance, .price: price.provenance, .carbon: carbon.provenance,
                .water: water?.provenance ?? .unknown,
            ],
            location: location)
    }
}
