public import Siting
public import Typesetting

/// A plan as JSON, described by `sites/schemas/plan.schema.json`.
public enum PlanJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-plan/1"

    /// The document as text, the same bytes for the same plan.
    public static func text(of plan: Plan) -> String { JSONText.text(value(of: plan)) }

    /// The document as a value. Every key is always there; what does not apply or is not known is
    /// null.
    public static func value(of plan: Plan) -> JSONValue {
        let last = plan.hasPlacement ? plan.stages.last : nil
        return [
            "format": .string(format),
            "made_by": .string(Release.madeBy),
            "scenario": .string(plan.scenario),
            "file": ReportHead.fileName(plan.file),
            "scenario_sha256": fingerprint(of: plan),
            "policy": .string(plan.policy),
            "status": .string(plan.status.rawValue),
            "emissions_basis": .string(plan.carbonBasis),
            "ties": JSONValue(plan.ties?.rawValue),
            "stages": .array(plan.stages.map(stage)),
            "objective": JSONValue(last?.value),
            "gap": JSONValue(last?.gap),
            "totals": (plan.hasPlacement ? plan.totals : nil).map(totals) ?? .null,
            "equivalences": equivalences(of: plan),
            "sites": .array(plan.sites.map(site)),
            "training": .array(plan.training.map(training)),
            "inference": .array(plan.inference.map(inference)),
            "prices": .array(plan.prices.map(price)),
            "rule_costs": .array(plan.ruleCosts.map(ruleCost)),
            "certificate": (plan.hasPlacement ? plan.proof : nil).map(certificate) ?? .null,
            "provenance": .array(plan.provenance.map(provenance)),
            "assumptions": .array(plan.assumptions.map(assumption)),
            "exclusions": .array(plan.exclusions.map(exclusion)),
            "warnings": .array(plan.warnings.map { .string($0) }),
            "diagnosis": plan.diagnosis.map(diagnosis) ?? .null,
            "files": .array((plan.inputs?.files ?? []).map(file)),
            "inputs": plan.inputs.map { .array($0.figures.map(input)) } ?? .null,
            "candidates": plan.inputs.map { .array($0.candidates.map(candidate)) } ?? .null,
        ]
    }

    static func stage(_ stage: Stage) -> JSONValue {
        [
            "measure": .string(stage.measure),
            "unit": .string(stage.unit),
            "value": .number(stage.value),
            "bound": .number(stage.bound),
            "gap": .number(stage.gap),
            "tolerance": .number(stage.tolerance),
        ]
    }

    private static func totals(_ totals: Totals) -> JSONValue {
        let coverage = Measure.ofWhole.compactMap { measure in
            totals.coverage[measure].map { (measure.rawValue, JSONValue.number($0)) }
        }
        let hasRequests = totals.inferenceEnergy > 0
        return [
            "cost_usd_per_year": .number(totals.cost),
            "controllable_cost_usd_per_year": .number(totals.controllableCost),
            "cost_parts_usd_per_year":
                .object(totals.costParts.map { ($0.name, .number($0.cost)) }),
            "emissions_t_per_year": .number(totals.emissions),
            "operational_emissions_t_per_year": .number(totals.operationalEmissions),
            "embodied_emissions_t_per_year": .number(totals.embodiedEmissions),
            "mean_rtt_ms": hasRequests ? .number(totals.meanRoundTrip) : .null,
            "p95_rtt_ms": hasRequests ? .number(totals.p95RoundTrip) : .null,
            "max_rtt_ms": hasRequests ? .number(totals.maxRoundTrip) : .null,
            "mean_latency_ms": hasRequests ? .number(totals.meanLatency) : .null,
            "energy_mwh_per_year": .number(totals.energy),
            "it_energy_mwh_per_year": .number(totals.itEnergy),
            "training_energy_mwh_per_year": .number(totals.trainingEnergy),
            "inference_energy_mwh_per_year": .number(totals.inferenceEnergy),
            "idle_energy_mwh_per_year": .number(totals.idleEnergy),
            "inference_share_of_work": JSONValue(totals.inferenceShareOfWork),
            "inference_share_of_running_cost": JSONValue(totals.inferenceShareOfRunningCost),
            "water_m3_per_year": .number(totals.water),
            "capacity_mw": .number(totals.capacity),
            "coverage": .object(coverage),
            "burdens": .array(totals.burdens.filter(\.isReported).map(burden)),
        ]
    }

    static func burden(_ burden: LargestBurden) -> JSONValue {
        [
            "measure": .string(burden.burden.name),
            "unit": .string(burden.burden.unit),
            "value": .number(burden.value),
            "member": .string(burden.member),
            "share": JSONValue(burden.share),
        ]
    }

    static func certificate(_ proof: Proof) -> JSONValue {
        [
            "primal_residual": .number(proof.primalResidual),
            "dual_residual": .number(proof.dualResidual),
            "complementarity": .number(proof.complementarity),
            "gap": .number(proof.gap),
            "tolerance": .number(proof.tolerance),
            "columns": .integer(proof.columnCount),
            "rows": .integer(proof.rowCount),
            "nonzeros": .integer(proof.nonzeroCount),
        ]
    }
}
