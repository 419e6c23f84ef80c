import Siting
import Typesetting

/// What changed between two plans, in a sentence.
struct DifferenceVerdict {
    let difference: PlanDifference
    /// Whether any input is known to differ; `nil` where that can't be told.
    let hasOtherInputs: Bool?

    var block: PlanBlock {
        let (word, tone, text) = parts
        return .paragraph(text, lead: .init(word: word, tone: tone))
    }

    private var parts: (String, PlanBlock.Lead.Tone, String) {
        let plan = "under \(difference.policyWords)"
        switch difference.verdict {
        case .same: return ("Same", .good, "plan \(plan): \(nothing)\(inputs).")
        case .samePlacement:
            return (
                "Same", .good,
                "placement \(plan), at other figures: \(sentence(statusAndMeasures))."
            )
        case .otherPlacement:
            return (
                "Changed", .attention,
                "\(plan): \(sentence([sites, work].compactMap(\.self) + statusAndMeasures))."
            )
        case .gained:
            return ("Changed", .attention, "\(plan): a placement is possible now; \(status).")
        case .lost:
            return ("Changed", .bad, "\(plan): \(status)\(reason(1)).")
        case .neither:
            let word = difference.isChange ? "Changed" : "Same"
            return (word, .attention, "\(plan): neither has a placement; \(status)\(reason(1)).")
        }
    }

    /// `$1.2 M` is not nothing, and 1e-9 of it is.
    private var nothing: String {
        "no figure differs by more than \(NumberText.scientific(difference.noise)) of its size"
    }

    private var inputs: String {
        switch hasOtherInputs {
        case nil: "; whether inputs differ can't be told"
        case false?: ", and no input differs"
        case true?: ", though inputs do"
        }
    }

    private func sentence(_ parts: [String]) -> String {
        parts.isEmpty ? "prices of limits alone differ" : parts.joined(separator: "; ")
    }

    /// `infeasible, and optimal before`.
    private var status: String {
        let (first, second) = (difference.statuses[0].rawValue, difference.statuses[1].rawValue)
        return first == second ? "both are \(first)" : "\(second), and \(first) before"
    }

    private func reason(_ side: Int) -> String {
        difference.obstacles[side].map { ": \($0)" } ?? ""
    }

    /// `3 sites come in, 2 go out and 5 change`.
    private var sites: String? {
        func part(_ kinds: [SiteShift.Kind], _ singular: String, _ plural: String) -> String? {
            let count = difference.sites.count { kinds.contains($0.kind) }
            return count == 0 ? nil : "\(NumberText.count(count)) \(count == 1 ? singular : plural)"
        }
        var parts = [
            part([.added], "comes in", "come in"), part([.removed], "goes out", "go out"),
            part([.grown, .shrunk], "changes size", "change size"),
            part([.reloaded], "carries other work", "carry other work"),
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        let noun = parts[0].hasPrefix("1 ") ? " site" : " sites"
        if let space = parts[0].firstIndex(of: " ") {
            parts[0].insert(contentsOf: noun, at: space)
        }
        return listed(parts)
    }

    /// `34 % of assistant and all of llm run elsewhere`.
    private var work: String? {
        let moved = difference.work.filter { $0.movedMarketCount > 0 }
        guard !moved.isEmpty else { return nil }
        let parts = moved.prefix(Self.namedWork).map { work -> String in
            let share = work.movedShare ?? 0
            let isAll = share > 1 - 1e-9
            return (isAll ? "all" : NumberText.text(share, in: .share)) + " of \(work.id)"
        }
        let more = moved.count - parts.count
        let rest = more > 0 ? ["parts of \(NumberText.count(more)) more"] : []
        return "\(listed(parts + rest)) \(parts.count + rest.count == 1 ? "runs" : "run") elsewhere"
    }

    private static let namedWork = 3

    /// The status, then cost, emissions and round trip as far as they changed.
    private var statusAndMeasures: [String] {
        let status = difference.statuses[0] == difference.statuses[1] ? [] : [self.status]
        let told: [(ComparedFigure, String)] = [
            (.cost, "cost"), (.emissions, "emissions"), (.meanRoundTrip, "mean round trip"),
        ]
        let measures = told.compactMap { figure, noun -> String? in
            guard let row = difference.measures.first(where: { $0.key == figure.rawValue }),
                row.shift.isChange, row.shift.change != nil
            else { return nil }
            let amount =
                DifferenceFigures.change(row.shift, in: row.displayUnit) + row.yearly.suffix
            let share = DifferenceFigures.share(row.shift)
            return "\(noun) \(amount)" + (share.isEmpty ? "" : " (\(share))")
        }
        return status + (measures.isEmpty ? [] : [listed(measures)])
    }
}

extension PlanDifference {
    /// `cheapest`, or `greenest after cheapest`.
    var policyWords: String {
        policies[0] == policies[1] ? name : "\(policies[1]) after \(policies[0])"
    }
}

/// `a, b and c`.
func listed(_ parts: [String]) -> String {
    let head = parts.dropLast().joined(separator: ", ")
    return head.isEmpty ? parts.joined() : "\(head) and \(parts.last ?? "")"
}
