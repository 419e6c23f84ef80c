import Quantities
import Siting

/// The machines of a job, in MW and MWh however they are stated.
struct JobMachines {
    let energy: Energy
    let peak: Power
    let overhead: Double
    let embodied: CarbonIntensity
    /// How the peak is stated, after "and".
    let peakWords: String

    static let powerKeys = ["it_mwh", "peak_mw"]
    static let embodiedKey = "embodied"

    /// Nil, with an error, where something is wrong or missing.
    init?(_ mapping: YAMLMapping, catalogue: Catalogue) {
        let overhead = mapping.number("overhead", in: .between(0, 100))
        guard let section = mapping.value(AcceleratorFleet.section) else {
            mapping.value(Self.embodiedKey)?.report(
                "embodied is counted by the hours of accelerators, and the job states none",
                help: "state accelerators instead of it_mwh and peak_mw")
            let energy = mapping.positive("it_mwh", upTo: 1e9, required: true)
            let peak = mapping.positive("peak_mw", upTo: 1e6, required: true)
            guard let energy, let peak else { return nil }
            self.init(
                energy: Energy(energy), peak: Power(peak), overhead: overhead ?? 0,
                embodied: .zero, peakWords: "peak_mw is \(plain(peak))")
            return
        }
        for key in Self.powerKeys {
            mapping.value(key)?.report(
                "a job has either accelerators or it_mwh and peak_mw, not both")
        }
        let fleet = section.mapping().flatMap {
            AcceleratorFleet($0, withHours: true, catalogue: catalogue)
        }
        let embodied = mapping.mapping(Self.embodiedKey).flatMap {
            EmbodiedByHours.read($0, of: fleet)
        }
        guard let fleet else { return nil }
        self.init(
            energy: fleet.energy, peak: fleet.power,
            overhead: overhead ?? fleet.hostOverhead ?? 0, embodied: embodied ?? .zero,
            peakWords: "its accelerators draw \(plain(fleet.power.value)) MW")
    }

    private init(
        energy: Energy, peak: Power, overhead: Double, embodied: CarbonIntensity,
        peakWords: String
    ) {
        self.energy = energy
        self.peak = peak
        self.overhead = overhead
        self.embodied = embodied
        self.peakWords = peakWords
    }
}
