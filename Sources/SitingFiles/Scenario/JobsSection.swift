import Quantities
import Siting

/// Reads `jobs`: training jobs by id.
struct JobsSection {
    static let keys = ["it_mwh", "overhead", "peak_mw", "start", "end", "operator"]
    static let longestWindowDays = 366

    let context: ScenarioContext
    let year: Int

    func read(_ mapping: YAMLMapping) -> [Job] {
        mapping.idEntries("job", context.diagnostics).compactMap(job)
    }

    private func job(_ entry: YAMLMapping.Entry) -> Job? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        let energy = mapping.positive("it_mwh", upTo: 1e9, required: true)
        let overhead = mapping.number("overhead", in: .between(0, 100)) ?? 0
        let peak = mapping.positive("peak_mw", upTo: 1e6, required: true)
        let window = window(mapping)
        let home = mapping.value("operator")
            .flatMap(CountryReader(catalogue: context.catalogue).code)
        guard let energy, let peak, let window else { return nil }
        let job = Job(
            id: entry.key, energy: Energy(energy), overhead: overhead, peak: Power(peak),
            start: window.start, end: window.end, operatorCountry: home,
            location: entry.location)
        warn(of: job, at: entry.location)
        return job
    }

    private func window(_ mapping: YAMLMapping) -> (start: CalendarDate, end: CalendarDate)? {
        let first = mapping.date("start", required: true)
        let last = mapping.date("end", required: true)
        guard let first, let last, let end = mapping.value("end") else { return nil }
        guard first <= last else {
            end.report("end must not lie before start, \(first)")
            return nil
        }
        let days = last.dayNumber - first.dayNumber + 1
        guard days <= Self.longestWindowDays else {
            end.report(
                "the window has \(days) days, more than \(Self.longestWindowDays)",
                help: "a plan covers one year; divide the job")
            return nil
        }
        return (first, last)
    }

    private func warn(of job: Job, at location: SourceLocation) {
        if job.meanPower > job.peak {
            let least = (job.meanPower.value * 1000).rounded(.up) / 1000
            context.diagnostics.warning(
                "the job \(quoted(job.id)) cannot be done: its window needs at least"
                    + " \(plain(least)) MW, and peak_mw is \(plain(job.peak.value))",
                at: location)
        }
        if !(job.start.year...job.end.year).contains(year) {
            context.diagnostics.warning(
                "the job \(quoted(job.id)) runs outside the year of the plan, \(year), which"
                    + " counts its energy all the same", at: location)
        }
    }
}
