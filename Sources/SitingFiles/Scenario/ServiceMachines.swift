import Siting

/// The IT energy of a service's requests, stated for one request or by the accelerators behind all.
struct ServiceMachines {
    static let energyKey = "it_wh_per_request"

    let context: ScenarioContext

    /// Wh a request; nil, with an error, where something is wrong or missing.
    ///
    /// - Parameter requestsPerDay: of all markets together.
    func energy(_ mapping: YAMLMapping, requestsPerDay: Double) -> Double? {
        guard let section = mapping.value(AcceleratorFleet.section) else {
            if !mapping.has(Self.energyKey) {
                mapping.report(
                    "missing key '\(Self.energyKey)' in \(mapping.path)",
                    help: "or give accelerators")
            }
            return mapping.positive(Self.energyKey, upTo: 1e9)
        }
        mapping.value(Self.energyKey)?.report(
            "a service has either accelerators or \(Self.energyKey), not both")
        let fleet = section.mapping().flatMap {
            AcceleratorFleet($0, withHours: false, catalogue: context.catalogue)
        }
        guard let fleet, requestsPerDay > 0 else { return nil }
        let machines: Double = 1 + (fleet.hostOverhead ?? 0)
        let watts: Double = fleet.count * fleet.watts * machines
        let energy: Double = watts / (requestsPerDay / 24)
        guard energy <= 1e9 else {
            section.report("the accelerators draw more than 1000000000 Wh for each request")
            return nil
        }
        return energy
    }
}
