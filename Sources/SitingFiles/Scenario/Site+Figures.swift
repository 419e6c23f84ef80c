import Quantities
import Siting

extension Site {
    /// A site that is known by its place alone; its figures are set afterwards.
    init(
        id: String, name: String, kind: String, operatorID: String?, country: String,
        continent: String, coordinate: Coordinate, gridZone: String?, location: SourceLocation?
    ) {
        let nothing = Investment(cost: .zero, lifetimeYears: 1)
        self.init(
            id: id, name: name, kind: kind, operatorID: operatorID, country: country,
            continent: continent, coordinate: coordinate, gridZone: gridZone, limit: .zero,
            existing: .zero, pue: 1, idleShare: 0, headroom: 0, carbon: nil, price: nil, wue: nil,
            gridWater: nil, supplies: [], shell: nothing, hardware: nothing, connection: nothing,
            fixed: .zero, demandCharge: .zero, embodied: .zero, egress: .zero,
            location: location)
    }

    /// Sets a figure, given in the unit of its key.
    mutating func set(_ field: SiteField, to value: Double) {
        switch field {
        case .carbon: carbon = CarbonIntensity(gramsPerKilowattHour: value)
        case .price: price = EnergyPrice(value)
        case .pue: pue = value
        case .wue: wue = WaterIntensity(value)
        case .gridWater: gridWater = WaterIntensity(value)
        case .limit: limit = Power(value)
        case .existing: existing = Power(value)
        case .idleShare: idleShare = value
        case .headroom: headroom = value
        case .shell: shell.cost = PowerPrice(value)
        case .shellYears: shell.lifetimeYears = value
        case .hardware: hardware.cost = PowerPrice(value)
        case .hardwareYears: hardware.lifetimeYears = value
        case .embodied: embodied = Quantity(value)
        case .fixed: fixed = PowerPrice(value)
        case .demandCharge: demandCharge = PowerPrice(value)
        case .connection: connection.cost = PowerPrice(value)
        case .connectionYears: connection.lifetimeYears = value
        case .egress: egress = Quantity(value)
        }
    }
}
