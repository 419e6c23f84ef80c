import Quantities
import Siting

/// Reads `jobs`: training jobs by id.
struct JobsSection {
    static let keys = [
        "it_mwh", "peak_mw", "accelerators", "overhead", "embodied", "start", "end", "operator",
    ]
    static let longestWindowDays = 366

    let context: ScenarioContext
    let year: Int
    /// Those that take part.
    let sites: [Site]

    func read(_ mapping: YAMLMapping) -> [Job] {
        mapping.idEntries("job", context.diagnostics).compactMap(job)
    }

    private func job(_ entry: YAMLMapping.Entry) -> Job? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        let machines = JobMachines(mapping, catalogue: context.catalogue)
        let window = window(mapping)
        let home = mapping.value("operator")
            .flatMap(CountryReader(catalogue: context.catalogue).code)
        guard let machines, let window else { return nil }
        let job = Job(
            id: entry.key, energy: machines.energy, overhead: machines.overhead,
            peak: machines.peak, start: window.start, end: window.end,
            embodied: machines.embodied, operatorCountry: context.profile?.homeCountry ?? home,
            location: entry.location)
        let place = mapping.entry(JobMachines.embodiedKey)?.location ?? entry.location
        EmbodiedChecks(context: context, sites: sites).check(job, at: place)
        warn(of: job, machines, at: entry.location)
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

    private func warn(of job: Job, _ machines: JobMachines, at location: SourceLocation) {
        if job.meanPower > job.peak {
            let least = (job.meanPower.value * 1000).rounded(.up) / 1000
            context.diagnostics.warning(
                "the job \(quoted(job.id)) cannot be done: its window needs at least"
                    + " \(plain(least)) MW, and \(machines.peakWords)",
                at: location)
        }
        if !(job.start.year...job.end.year).contains(year) {
            context.diagnostics.warning(
                "the job \(quoted(job.id)) runs outside the year of the plan, \(year), which"
                    + " counts its energy all the same", at: location)
        }
    }
}
