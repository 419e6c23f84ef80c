public import Siting
public import Typesetting

/// Alternatives as JSON, described by `sites/schemas/alternatives.schema.json`.
public enum AlternativesJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-alternatives/1"

    /// The same bytes for the same plans.
    public static func text(of found: Alternatives) -> String { JSONText.text(value(of: found)) }

    /// The document as a value. Every key is always there; what is not known is null.
    public static func value(of found: Alternatives) -> JSONValue {
        let plan = found.best
        return [
            "format": .string(format),
            "scenario": .string(plan.scenario),
            "file": ReportHead.fileName(plan.file),
            "policy": .string(plan.policy),
            "status": .string(plan.status.rawValue),
            "ties": JSONValue(plan.ties?.rawValue),
            "measure": JSONValue(plan.stages.last?.measure),
            "unit": JSONValue(plan.stages.last?.unit),
            "objective": JSONValue(plan.stages.last?.value),
            "within": .number(found.within),
            "base": .number(found.base),
            "limit": .number(found.limit),
            "best": [
                "totals": plan.totals.map(totals) ?? .null,
                "sites": .array(plan.sites.map(site)),
            ],
            "alternatives": .array(found.members.map(member)),
            "ending": JSONValue(found.ending?.rawValue),
            "must": .array(found.core.filter(\.isMust).map(core)),
            "not_examined": .array(
                found.core.filter { $0.least == nil }.map { .string($0.site) }),
            "choices": .array(
                found.choices.map { choice in
                    ["id": .string(choice.site), "plans": .integer(choice.planCount)]
                }),
            "unused": .array(found.unused.map { .string($0) }),
            "diagnosis": plan.diagnosis.map(PlanJSON.diagnosis) ?? .null,
        ]
    }

    private static func member(_ member: Alternatives.Member) -> JSONValue {
        [
            "objective": .number(member.value),
            "totals": totals(member.totals),
            "difference": .object(
                Measure.ofWhole.map {
                    ($0.limitKey, JSONValue(member.difference.measures[$0]))
                }),
            "added": .array(member.added.map { .string($0) }),
            "dropped": .array(member.dropped.map { .string($0) }),
            "moved_share": .number(member.movedShare),
            "sites": .array(member.sites.map(site)),
            "certificate": PlanJSON.certificate(member.proof),
        ]
    }

    private static func totals(_ totals: Totals) -> JSONValue {
        .object(
            [("controllable_cost_usd_per_year", .number(totals.controllableCost))]
                + Measure.ofWhole.map { ($0.limitKey, JSONValue(totals.known($0))) }
                + [("capacity_mw", .number(totals.capacity))])
    }

    private static func site(_ site: SitePlan) -> JSONValue {
        ["id": .string(site.id), "capacity_mw": .number(site.capacity)]
    }

    private static func core(_ core: Alternatives.Core) -> JSONValue {
        [
            "id": .string(core.site), "least_mw": JSONValue(core.least),
            "bound_mw": JSONValue(core.bound),
        ]
    }
}
