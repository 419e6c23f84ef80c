public import Siting
public import Typesetting

/// A difference as JSON, described by `sites/schemas/diff.schema.json`.
public enum DifferenceJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-diff/1"

    /// The document as text, the same bytes for the same difference.
    public static func text(of difference: RunDifference) -> String {
        JSONText.text(value(of: difference))
    }

    /// The document as a value. Every key is always there; what does not apply or is not known is null.
    public static func value(of difference: RunDifference) -> JSONValue {
        [
            "format": .string(format),
            "made_by": .string(Release.madeBy),
            "first": side(difference.first),
            "second": side(difference.second),
            "changed": .bool(difference.isChange),
            "inputs": difference.inputs.map(inputs) ?? .null,
            "plans": .array(difference.plans.map(plan)),
            "only_in_first": .array(difference.onlyInFirst.map { .string($0) }),
            "only_in_second": .array(difference.onlyInSecond.map { .string($0) }),
        ]
    }

    private static func side(_ side: RunDifference.Side) -> JSONValue {
        [
            "file": ReportHead.fileName(side.file),
            "scenario": .string(side.scenario),
            "scenario_file": ReportHead.fileName(side.scenarioFile),
            "made_by": JSONValue(side.madeBy),
            "scenario_sha256": JSONValue(side.fingerprint),
        ]
    }

    private static func plan(_ plan: PlanDifference) -> JSONValue {
        [
            "name": .string(plan.name),
            "policies": .array(plan.policies.map { .string($0) }),
            "statuses": .array(plan.statuses.map { .string($0.rawValue) }),
            "obstacles": .array(plan.obstacles.map { JSONValue($0) }),
            "verdict": .string(plan.verdict.rawValue),
            "changed": .bool(plan.isChange),
            "noise": .number(plan.noise),
            "inputs": plan.inputs.map(inputs) ?? .null,
            "measures": .object(plan.measures.map { ($0.key, shift($0.shift)) }),
            "cost_parts_usd_per_year":
                .object(plan.costParts.map { ($0.key, shift($0.shift)) }),
            "stages": .array(plan.stages.map(stage)),
            "sites": .array(plan.sites.map(site)),
            "sites_unchanged": .integer(plan.steadySiteCount),
            "work": .array(plan.work.map(work)),
            "prices": .array(plan.prices.map(price)),
        ]
    }

    private static func shift(_ shift: Shift) -> JSONValue {
        [
            "first": JSONValue(shift.first),
            "second": JSONValue(shift.second),
            "absolute": JSONValue(shift.change?.absolute),
            "relative": JSONValue(shift.change?.relative),
        ]
    }

    private static func stage(_ stage: StageShift) -> JSONValue {
        [
            "measure": .string(stage.measure),
            "unit": .string(stage.unit),
            "value": shift(stage.value),
            "proved": .bool(stage.isProved),
        ]
    }

    private static func site(_ site: SiteShift) -> JSONValue {
        [
            "id": .string(site.id),
            "name": .string(site.name),
            "country": .string(site.country),
            "kind": .string(site.kind.rawValue),
            "capacity_mw": shift(site.capacity),
            "training_mwh": shift(site.training),
            "inference_mwh": shift(site.inference),
        ]
    }

    private static func work(_ work: WorkShift) -> JSONValue {
        [
            "kind": .string(work.kind.rawValue),
            "id": .string(work.id),
            "unit": .string(work.kind == .service ? "MW" : "MWh"),
            "amount": shift(work.amount),
            "moved": JSONValue(work.moved),
            "moved_share": JSONValue(work.movedShare),
            "markets": .integer(work.marketCount),
            "moved_markets": .integer(work.movedMarketCount),
        ]
    }

    private static func price(_ shift: PriceShift) -> JSONValue {
        [
            "rule": .string(shift.rule),
            "first": shift.first.map(PlanJSON.price) ?? .null,
            "second": shift.second.map(PlanJSON.price) ?? .null,
            "absolute": JSONValue(shift.change?.absolute),
            "relative": JSONValue(shift.change?.relative),
        ]
    }
}
