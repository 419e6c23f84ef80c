public import Siting
public import Typesetting

/// A stress test as JSON, described by `sites/schemas/stress.schema.json`.
public enum StressJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-stress/1"

    /// The document as text, the same bytes for the same test.
    public static func text(of stress: Stress) -> String { JSONText.text(value(of: stress)) }

    /// The document as a value. Every key is always there; what does not apply or is not known is null.
    public static func value(of stress: Stress) -> JSONValue {
        let plan = stress.plan
        return [
            "format": .string(format),
            "scenario": .string(plan.scenario),
            "file": ReportHead.fileName(plan.file),
            "policy": .string(plan.policy),
            "status": .string(plan.status.rawValue),
            "emissions_basis": .string(plan.carbonBasis),
            "noise": noise(stress.noise),
            "seed": .integer(stress.seed),
            "samples_asked": .integer(stress.sampleCount),
            "complete": .bool(stress.isComplete),
            "chosen": plan.status == .optimal ? chosen(plan) : .null,
            "counts": counts(of: stress),
            "measures": .object(
                Measure.ofWhole.map { ($0.limitKey, spread(stress.spread(of: $0))) }),
            "stages": .array(plan.stages.indices.map { stage($0, of: stress) }),
            "broken": .array(stress.broken.map(broken)),
            "sites": .array(stress.sites.map(site)),
            "steps": .array(stress.steps.map { step($0, of: stress) }),
            "breaking_scale": JSONValue(stress.breakingStep?.scale),
            "samples": .array(stress.samples.map(sample)),
            "warnings": .array(plan.warnings.map { .string($0) }),
            "diagnosis": plan.diagnosis.map(PlanJSON.diagnosis) ?? .null,
        ]
    }

    private static func noise(_ noise: FigureNoise) -> JSONValue {
        [
            "carbon": .number(noise.carbon), "price": .number(noise.price),
            "rtt": .number(noise.roundTrip),
        ]
    }

    private static func chosen(_ plan: Plan) -> JSONValue {
        [
            "stages": .array(plan.stages.map(PlanJSON.stage)),
            "measures": plan.totals.map(measures) ?? .null,
            "certificate": plan.proof.map(PlanJSON.certificate) ?? .null,
        ]
    }

    private static func measures(_ totals: Totals) -> JSONValue {
        .object(Measure.ofWhole.map { ($0.limitKey, JSONValue(totals.known($0))) })
    }

    private static func counts(of stress: Stress) -> JSONValue {
        [
            "done": .integer(stress.samples.count),
            "still_best": .integer(stress.stillBestCount),
            "worse": .integer(stress.worseCount),
            "breaking": .integer(stress.breakingCount),
            "without_plan": .integer(stress.withoutPlanCount),
            "failed": .integer(stress.failedCount),
        ]
    }

    private static func spread(_ spread: Spread?) -> JSONValue {
        guard let spread else { return .null }
        return [
            "samples": .integer(spread.count), "least": .number(spread.least),
            "p5": .number(spread.low), "median": .number(spread.median),
            "p95": .number(spread.high), "most": .number(spread.most),
        ]
    }

    private static func stage(_ place: Int, of stress: Stress) -> JSONValue {
        let stage = stress.plan.stages[place]
        return [
            "measure": .string(stage.measure),
            "unit": .string(stage.unit),
            "optimum": spread(stress.spread(ofStage: place)),
            "regret": spread(stress.regret(inStage: place)),
            "relative_regret": spread(stress.relativeRegret(inStage: place)),
        ]
    }

    private static func broken(_ limit: BrokenLimit) -> JSONValue {
        [
            "rule": .string(limit.rule), "samples": .integer(limit.sampleCount),
            "most": .number(limit.most), "unit": .string(limit.unit),
        ]
    }

    private static func site(_ site: StressSite) -> JSONValue {
        [
            "id": .string(site.id),
            "name": .string(site.name),
            "country": .string(site.country),
            "chosen_mw": .number(site.chosenCapacity),
            "samples": .integer(site.sampleCount),
            "capacity_mw": spread(site.capacity),
        ]
    }

    private static func step(_ step: StressStep, of stress: Stress) -> JSONValue {
        [
            "scale": .number(step.scale),
            "noise": noise(stress.noise.scaled(by: step.scale)),
            "samples": .integer(step.sampleCount),
            "other_sites": .integer(step.otherCount),
        ]
    }

    private static func sample(_ sample: StressSample) -> JSONValue {
        let outcomes = sample.outcomes.map { outcome -> JSONValue in
            [
                "measure": .string(outcome.measure),
                "unit": .string(outcome.unit),
                "optimum": .number(outcome.optimum),
                "value": JSONValue(outcome.value),
                "regret": JSONValue(outcome.regret),
            ]
        }
        let sites = sample.sites.map { site -> JSONValue in
            ["id": .string(site.id), "capacity_mw": .number(site.capacity)]
        }
        return [
            "sample": .integer(sample.number),
            "status": .string(sample.status.rawValue),
            "measures": sample.totals.map(measures) ?? .null,
            "stages": .array(outcomes),
            "breaks": .array(sample.breaches.map(ComparisonJSON.breach)),
            "still_best": .bool(sample.isStillBest),
            "sites": .array(sites),
        ]
    }
}
