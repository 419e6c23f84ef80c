public import Siting
public import Typesetting

/// An explanation as JSON, described by `sites/schemas/explain.schema.json`.
public enum ExplanationJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-explain/1"

    /// The same bytes for the same explanation.
    public static func text(of explanation: Explanation) -> String {
        JSONText.text(value(of: explanation))
    }

    /// The document as a value. Every key is always there; what was not asked for is null.
    public static func value(of explanation: Explanation) -> JSONValue {
        let plan = explanation.plan
        var site = JSONValue.null
        var work = JSONValue.null
        var rule = JSONValue.null
        switch explanation.answer {
        case nil: break
        case .site(let answer): site = self.site(answer)
        case .work(let answers): work = .array(answers.map(self.work))
        case .rule(let answer): rule = self.rule(answer)
        }
        return [
            "format": .string(format),
            "scenario": .string(plan.scenario),
            "file": ReportHead.fileName(plan.file),
            "policy": .string(plan.policy),
            "status": .string(plan.status.rawValue),
            "ties": JSONValue(plan.ties?.rawValue),
            "stage": JSONValue(plan.stages.isEmpty ? nil : plan.stages.count),
            "measure": JSONValue(plan.stages.last?.measure),
            "unit": JSONValue(plan.stages.last?.unit),
            "objective": JSONValue(plan.stages.last?.value),
            "site": site, "work": work, "rule": rule,
            "warnings": .array(plan.warnings.map { .string($0) }),
            "diagnosis": plan.diagnosis.map(PlanJSON.diagnosis) ?? .null,
        ]
    }

    static func site(_ site: SiteExplanation) -> JSONValue {
        [
            "id": .string(site.id), "name": .string(site.name), "country": .string(site.country),
            "limit_mw": .number(site.limit),
            "is_used": .bool(site.use != nil),
            "capacity_mw": .number(site.use?.capacity ?? 0),
            "closed_by": .array(site.closedBy.map { .string($0) }),
            "marginal_value": site.use?.marginalValue.map(PlanJSON.price) ?? .null,
            "without": site.without.map(without) ?? .null,
            "break_evens": .array(site.breakEvens.map(breakEven)),
        ]
    }

    private static func without(_ without: SiteExplanation.Without) -> JSONValue {
        let measures = Measure.ofWhole.map { measure in
            (measure.limitKey, JSONValue(without.difference?.measures[measure]))
        }
        return [
            "status": .string(without.status.rawValue), "worse_by": JSONValue(without.worseBy),
            "difference": without.difference == nil ? .null : .object(measures),
        ]
    }

    private static func breakEven(_ breakEven: BreakEven) -> JSONValue {
        let outcome = breakEven.outcome
        return [
            "figure": .string(breakEven.figure.rawValue),
            "unit": .string(breakEven.figure.unit), "current": .number(breakEven.current),
            "outcome": .string(outcome.key), "value": JSONValue(outcome.value),
            "inside": outcome.inside.map(side) ?? .null,
            "outside": outcome.outside.map(side) ?? .null,
        ]
    }

    private static func side(_ side: BreakEven.Side) -> JSONValue {
        [
            "value": .number(side.value), "work_mw": .number(side.work),
            "capacity_mw": .number(side.capacity), "objective": .number(side.objective),
        ]
    }

    private static func rule(_ rule: RuleExplanation) -> JSONValue {
        [
            "cost": PlanJSON.ruleCost(rule.cost),
            "prices": .array(rule.prices.map(PlanJSON.price)),
            "range": rule.range.map { range in
                [
                    "unit": .string(range.unit), "current": .number(range.current),
                    "looser": range.looser.map(piece) ?? .null,
                    "tighter": range.tighter.map(piece) ?? .null,
                ]
            } ?? .null,
        ]
    }

    private static func piece(_ piece: PriceRange.Piece) -> JSONValue {
        [
            "price": .number(piece.price), "end": .number(piece.end),
            "reason": .string(piece.reason.rawValue),
        ]
    }
}
