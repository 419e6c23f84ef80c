import Siting
import Typesetting

/// The content of a report on a trade-off surface, in reading order and without markup.
struct SurfaceReport {
    let surface: FrontierSurface
    /// The most rows of the table.
    let limit: Int?

    var sections: [PlanSection] {
        let plan = frame
        let rest = [ends, points, PlanEvidence.certificate(of: plan)].compactMap { $0 }
        return [head] + PlanFindings.sections(of: plan) + rest
    }

    /// What a surface has in common with a plan.
    private var frame: Plan {
        Plan(
            scenario: surface.scenario, file: surface.file, policy: surface.policy,
            status: surface.status, proof: surface.proof, diagnosis: surface.diagnosis)
    }

    private var head: PlanSection {
        let title = ReportHead.title(surface.scenario, surface.file)
        let warnings = ReportHead.warnings(surface.warnings)
        guard !surface.points.isEmpty else {
            return PlanSection(title: title, blocks: [PlanVerdict.block(of: frame)] + warnings)
        }
        let told = [verdict] + [knee].compactMap { $0 }.map { .paragraph($0) }
        return PlanSection(title: title, blocks: told + warnings)
    }

    private var verdict: PlanBlock {
        let (word, tone): (String, PlanBlock.Lead.Tone) =
            if surface.status != .optimal {
                ("Stopped", .attention)
            } else if surface.isComplete {
                ("Complete", .good)
            } else if surface.gap <= surface.within {
                ("Certified", .good)
            } else {
                ("Partial", .attention)
            }
        return .paragraph(
            "under \(surface.policy): \(extent); \(proof): "
                + "\(counted(surface.solveCount, "program", "programs")) solved.",
            lead: .init(word: word, tone: tone))
    }

    private var extent: String {
        let nouns = list(surface.measures.map(\.noun))
        guard surface.points.count > 1 else {
            return "one plan has the least \(nouns), \(list(figures(at: 0)))"
        }
        return "\(counted(surface.points.count, "vertex", "vertices")) of the surface of \(nouns)"
    }

    private var proof: String {
        guard !surface.isComplete else {
            return "each is proved best at its rates, and there are no others"
        }
        let gap = NumberText.text(surface.gap, in: .share)
        return "no plan improves on it by more than \(gap) of the range of all three at once"
    }

    private var knee: String? {
        guard let knee = surface.knee else { return nil }
        let shares = zip(surface.measures, surface.shares[knee]).map { measure, share in
            "\(NumberText.text(share, in: .share)) of that of \(measure.noun)"
        }
        return "Knee: point \(NumberText.count(knee + 1)), the farthest towards the least of all "
            + "three by shares of their ranges. It takes \(list(shares))."
    }

    /// What the least of each measure costs in the others.
    private var ends: PlanSection? {
        guard surface.points.count > 1 else { return nil }
        let allShares = surface.shares
        let items = zip(surface.measures, surface.ends).map { measure, place in
            let shares = zip(surface.measures, allShares[place])
                .filter { $0.0 != measure }
                .map { "\(NumberText.text($1, in: .share)) of the range of \($0.noun)" }
            return PlanBlock.Item(
                text: "Least \(measure.noun): point \(NumberText.count(place + 1)) with "
                    + "\(list(figures(at: place))).",
                detail: "It takes \(list(shares)).")
        }
        return PlanSection(title: "Ends", blocks: [.list(items)])
    }

    private func figures(at place: Int) -> [String] {
        zip(surface.measures, surface.points[place].values).map { measure, value in
            let name = measure == .cost ? "" : " of \(measure.noun)"
            return YearlyUnit(measure.unit).text(value, digits: 4) + name
        }
    }

    private var points: PlanSection? {
        guard !surface.points.isEmpty else { return nil }
        let table = SurfaceTable(surface, limit: limit)
        var notes = [
            "Figures that flow are a year's. A point is proved to be the best plan at the exchange "
                + "rates given, and is at others around them; between points lie mixtures of them. "
                + "Other measures are of the plan that the tie rule chooses there."
        ]
        let shared = surface.points.indices.filter { !surface.points[$0].isFoundAgain }
        if !shared.isEmpty {
            let places = list(shared.map { NumberText.count($0 + 1) })
            let noun = shared.count == 1 ? "point" : "points"
            notes.append("At the rates of \(noun) \(places), other plans are as good.")
        }
        if table.shown.count < surface.points.count {
            let shown = NumberText.count(table.shown.count)
            let all = NumberText.count(surface.points.count)
            notes.append("Shown are \(shown) of \(all), far from each other: --all.")
        }
        return PlanSection(
            title: "Points",
            blocks: [.table(table.table), .paragraph(notes.joined(separator: " "))])
    }

    /// `a, b and c`.
    private func list(_ parts: [String]) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.joined() }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
