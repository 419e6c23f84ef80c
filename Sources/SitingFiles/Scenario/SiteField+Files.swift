import Siting

/// How the figures of sites appear in files.
extension SiteField {
    /// What a planner may state for a site.
    var range: NumberRange {
        switch self {
        case .carbon: .gramsPerKilowattHour
        case .price: .statedPowerPrice
        case .pue: .between(1, 10)
        case .wue, .gridWater: .litresPerKilowattHour
        case .limit, .existing: .megawatts
        case .idleShare: .share
        case .headroom: .between(0, 0.99)
        case .shellYears, .hardwareYears, .connectionYears: .lifetime
        case .shell, .hardware, .connection, .fixed, .demandCharge: .usd
        case .embodied: .between(0, 1e6)
        case .egress: .between(0, 1e3)
        }
    }

    /// What may be assumed for many sites: a price below zero is a matter of one contract.
    var assumedRange: NumberRange { self == .price ? .powerPrice : range }

    /// Whether `15%` may be written for `0.15`.
    var isShare: Bool { self == .idleShare || self == .headroom }

    var unit: String {
        switch self {
        case .carbon: "g/kWh"
        case .price: "USD/MWh"
        case .pue: "ratio"
        case .wue, .gridWater: "L/kWh"
        case .limit, .existing: "MW"
        case .idleShare, .headroom: "fraction"
        case .shellYears, .hardwareYears, .connectionYears: "years"
        case .shell, .hardware, .connection: "USD/MW"
        case .fixed, .demandCharge: "USD/MW/year"
        case .embodied: "t/MW"
        case .egress: "USD/GB"
        }
    }

    /// The figure in a mapping; nil where it is not there or not usable.
    func read(from mapping: YAMLMapping, in range: NumberRange) -> Double? {
        isShare
            ? mapping.percentOrNumber(rawValue, in: range) : mapping.number(rawValue, in: range)
    }
}
