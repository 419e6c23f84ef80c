import Quantities
import Siting

/// Accelerators that do a piece of work, read from a key `accelerators`.
struct AcceleratorFleet {
    static let keys = ["type", "count", "utilisation", "power_w"]
    static let hoursKey = "hours"
    static let jobKeys = keys + [hoursKey]
    static let section = "accelerators"

    let count: Double
    /// What one draws while it works, W: its rated power times the utilisation.
    let watts: Double
    /// What the rest of the machine draws, as a ratio to the accelerator; nil where unknown.
    let hostOverhead: Double?
    /// Making one, kg CO2e; nil where no published figure is known.
    let embodiedKilograms: Double?
    /// What all of them work together, accelerator-hours; zero for a service, which never ends.
    let hours: Double

    /// Nil, with an error, where something is wrong or missing.
    ///
    /// - Parameter withHours: whether the hours are read, which a job needs.
    init?(_ mapping: YAMLMapping, withHours: Bool, catalogue: Catalogue) {
        mapping.checkKeys(allowed: withHours ? Self.jobKeys : Self.keys)
        let stated = mapping.positive("power_w", upTo: 1e5)
        let isPowerStated = mapping.has("power_w")
        let known = catalogue.accelerators.filter { $0.ratedWatts != nil }
        var type: Accelerator?
        if let value = mapping.value("type"), let id = value.string() {
            type = known.first { $0.id == id }
            if type == nil { value.reportUnknown("accelerator", id, among: known.map(\.id)) }
        } else if !mapping.has("type"), !isPowerStated {
            let message = "missing key 'type' in \(mapping.path)"
            mapping.report(message, help: "or give power_w")
        }
        let count = mapping.positive("count", upTo: 1e7, required: true)
        let hours = withHours ? mapping.positive(Self.hoursKey, upTo: 1e10, required: true) : 0
        let share = mapping.has("utilisation") ? mapping.positiveShare("utilisation") : 1
        let rated = isPowerStated ? stated : type?.ratedWatts
        guard let count, let hours, let share, let rated, rated > 0 else { return nil }
        self.count = count
        self.hours = hours
        watts = rated * share
        hostOverhead = type?.hostWatts.map { $0 / rated }
        embodiedKilograms = type?.embodiedKilograms
    }

    /// The power of all of them at work.
    var power: Power { Power(count * watts / 1e6) }

    /// What the hours need.
    var energy: Energy { Energy(hours * watts / 1e6) }
}

/// Making accelerators, shared out over the hours that they work.
struct EmbodiedByHours {
    static let keys = ["kg_per_accelerator", "lifetime_years", "use"]

    /// Nil, with an error, where something is wrong or missing.
    static func read(
        _ mapping: YAMLMapping, of fleet: AcceleratorFleet?
    ) -> CarbonIntensity? {
        mapping.checkKeys(allowed: keys)
        let stated = mapping.number("kg_per_accelerator", in: .between(0, 1e6))
        let years = mapping.number("lifetime_years", in: .lifetime, required: true)
        let isUseGiven = mapping.value("use", required: true) != nil
        let use = isUseGiven ? mapping.positiveShare("use") : nil
        guard let fleet else { return nil }
        let isStated = mapping.has("kg_per_accelerator")
        if !isStated, fleet.embodiedKilograms == nil {
            mapping.report(
                "missing key 'kg_per_accelerator' in \(mapping.path)",
                help: "the catalogue has no published figure of this accelerator")
        }
        guard let kilograms = isStated ? stated : fleet.embodiedKilograms, let years, let use
        else { return nil }
        let hoursOfLife: Double = years * Period.hours.value * use
        let tonnesPerHour: Double = kilograms / 1000 / hoursOfLife
        let megawatts: Double = fleet.watts / 1e6
        return CarbonIntensity(tonnesPerHour / megawatts)
    }
}

extension YAMLMapping {
    /// A share above zero.
    fileprivate func positiveShare(_ key: String) -> Double? {
        guard let value = value(key), let share = value.percentOrNumber(in: .share) else {
            return nil
        }
        guard share > 0 else {
            value.report("\(key) must be greater than 0, not '\(value.text ?? "")'")
            return nil
        }
        return share
    }
}
