import Siting
import Typesetting

/// The content of a report on a trade-off curve, in reading order and without markup.
struct FrontierReport {
    let frontier: Frontier
    /// The most rows of the table.
    let limit: Int?
    let medium: PlanMedium

    private var words: FrontierWords { FrontierWords(x: frontier.x, y: frontier.y) }

    var sections: [PlanSection] {
        let plan = frame
        let rest = [points, PlanEvidence.certificate(of: plan)].compactMap { $0 }
        return [head] + PlanFindings.sections(of: plan) + rest
    }

    /// What it says within a report on more, which has the scenario's name and warnings already.
    var embedded: PlanSection {
        PlanSection(
            title: "Trade-off of \(frontier.x.noun) and \(frontier.y.noun)",
            blocks: told + (points?.blocks ?? []))
    }

    /// What a curve has in common with a plan.
    private var frame: Plan {
        Plan(
            scenario: frontier.scenario, file: frontier.file, policy: frontier.policy,
            status: frontier.status, proof: frontier.proof, diagnosis: frontier.diagnosis)
    }

    private var head: PlanSection {
        PlanSection(
            title: ReportHead.title(frontier.scenario, frontier.file),
            blocks: told + ReportHead.warnings(frontier.warnings))
    }

    private var told: [PlanBlock] {
        guard !frontier.points.isEmpty else { return [PlanVerdict.block(of: frame)] }
        return [verdict] + [rates, knee].compactMap { $0 }.map { .paragraph($0) }
    }

    private var verdict: PlanBlock {
        let (word, tone): (String, PlanBlock.Lead.Tone) =
            if frontier.status != .optimal {
                ("Stopped", .attention)
            } else if frontier.isComplete {
                ("Complete", .good)
            } else {
                ("Certified", .good)
            }
        return .paragraph(
            "under \(frontier.policy): \(extent); \(proof).", lead: .init(word: word, tone: tone))
    }

    /// Such as `108 vertices between the least cost (…) and the least emissions (…)`.
    private var extent: String {
        guard let first = frontier.points.first, let last = frontier.points.last else { return "" }
        let (x, y) = (frontier.x, frontier.y)
        guard frontier.points.count > 1 else {
            return "one plan has the least \(x.noun), \(words.text(first.x, of: x)), and the "
                + "least \(y.noun), \(words.text(first.y, of: y))"
        }
        return "\(counted(frontier.points.count, "vertex", "vertices")) between the least "
            + "\(x.noun) (\(words.text(first.x, of: x)) with \(words.text(first.y, of: y))) and "
            + "the least \(y.noun) (\(words.text(last.x, of: x)) with "
            + "\(words.text(last.y, of: y)))"
    }

    private var proof: String {
        let solves = counted(frontier.solveCount, "program", "programs")
        guard !frontier.isComplete else {
            return "each is proved best at its rates, and there are no others: "
                + "\(solves) solved"
        }
        let gap = NumberText.text(frontier.gap, in: .share)
        return "no plan improves on the curve by more than \(gap) of the range of both measures "
            + "at once: \(solves) solved"
    }

    private var rates: String? {
        guard let first = frontier.segments.first, let last = frontier.segments.last else {
            return nil
        }
        guard frontier.isComplete else {
            return "On the average of the way to the second point one \(words.pieceOfY) less "
                + "costs \(words.price(first.rate)), on that to the last point "
                + "\(words.price(last.rate))."
        }
        let start =
            "From the least \(frontier.x.noun) on, the first \(words.pieceOfY) less costs "
            + words.price(first.rate)
        return frontier.segments.count == 1
            ? "\(start), and so does every other." : "\(start), the last \(words.price(last.rate))."
    }

    private var knee: String? {
        guard let knee = frontier.knee, let first = frontier.points.first else { return nil }
        let point = frontier.points[knee]
        let (width, height) = frontier.ranges
        let paid = NumberText.text((point.x - first.x) / width, in: .share)
        let gained = NumberText.text((first.y - point.y) / height, in: .share)
        return "Knee: point \(NumberText.count(knee + 1)), the farthest from the straight line "
            + "between both ends by shares of both ranges. It takes \(paid) of the range of "
            + "\(frontier.x.noun) and brings \(gained) of that of \(frontier.y.noun)."
    }

    private var points: PlanSection? {
        guard !frontier.points.isEmpty else { return nil }
        let table = FrontierTable(frontier, limit: limit)
        var notes = ["Figures that flow are a year's."]
        if frontier.points.count > 1 {
            let rates =
                frontier.isComplete
                ? "A point is the best plan at all exchange rates from the one to the other, and "
                : "A point is proved to be the best plan at the rates given, and maybe more; "
            notes.append(rates + "between two points lie mixtures of both.")
        }
        notes.append("Other measures are of the plan that the tie rule chooses there.")
        if table.shown.count < frontier.points.count {
            let shown = NumberText.count(table.shown.count)
            let all = NumberText.count(frontier.points.count)
            notes.append("Shown are the \(shown) of \(all) that shape the curve most: --all.")
        }
        let line = FrontierLine(frontier: frontier, medium: medium).text
        return PlanSection(
            title: "Points",
            blocks: [line.map { .paragraph($0) }].compactMap { $0 }
                + [.table(table.table), .paragraph(notes.joined(separator: " "))])
    }
}
