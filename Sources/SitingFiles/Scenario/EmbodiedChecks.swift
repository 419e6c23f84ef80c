import Quantities
import Siting

/// Refuses to count the making of hardware twice: by the hours of jobs and by what stands at sites.
struct EmbodiedChecks {
    let context: ScenarioContext
    let sites: [Site]

    /// - Parameter place: where the job states it.
    func check(_ job: Job, at place: SourceLocation) {
        guard job.embodied > .zero else { return }
        let counted = sites.filter { $0.embodied > .zero }
        guard let first = counted.first else { return }
        let source = first.provenance[.embodied].map { " (\($0.source))" } ?? ""
        let others = counted.count > 1 ? " and \(counted.count - 1) more" : ""
        context.diagnostics.error(
            "embodied carbon would be counted twice: by the hours of the job \(quoted(job.id)) here"
                + " and by \(SiteField.embodied.rawValue) of the site \(quoted(first.id))\(source)"
                + others,
            at: place,
            help: "let sites.assume.\(SiteField.embodied.rawValue) be 0, or leave out embodied here"
        )
    }
}
