import Siting

/// Reads one `sitewise-plan/1`; problems go to the collector and the result is then of no use.
struct PlanReader {
    let root: JSONObject

    /// `nil` where the plan lacks what everything else hangs on.
    func plan() -> Plan? {
        guard let scenario = root.string("scenario"), let policy = root.string("policy"),
            let status: PlanStatus = root.choice("status")
        else { return nil }
        return Plan(
            scenario: scenario, file: root.optionalString("file") ?? "", policy: policy,
            status: status, stages: root.objects("stages").compactMap(stage),
            ties: root.optionalString("ties").flatMap(Ties.init), totals: totals(),
            sites: root.objects("sites").compactMap(site),
            training: root.objects("training").compactMap(training),
            inference: root.objects("inference").compactMap(inference),
            prices: root.objects("prices").compactMap(price), proof: proof(),
            diagnosis: diagnosis(), assumptions: root.objects("assumptions").compactMap(assumption),
            exclusions: root.objects("exclusions").compactMap(exclusion),
            warnings: root.strings("warnings"),
            carbonBasis: root.string("emissions_basis") ?? Scenario.usualCarbonBasis,
            inputs: PlanInputsReader(root: root).inputs())
    }

    private func totals() -> Totals? {
        guard let object = root.object("totals") else { return nil }
        var totals = Totals()
        func read(_ field: WritableKeyPath<Totals, Double>, _ key: String) {
            if let value = object.number(key) { totals[keyPath: field] = value }
        }
        /// Null where there are no requests.
        func readTime(_ field: WritableKeyPath<Totals, Double>, _ key: String) {
            if let value = object.optionalNumber(key) { totals[keyPath: field] = value }
        }
        read(\.cost, "cost_usd_per_year")
        read(\.controllableCost, "controllable_cost_usd_per_year")
        read(\.emissions, "emissions_t_per_year")
        read(\.operationalEmissions, "operational_emissions_t_per_year")
        read(\.embodiedEmissions, "embodied_emissions_t_per_year")
        readTime(\.meanRoundTrip, "mean_rtt_ms")
        readTime(\.p95RoundTrip, "p95_rtt_ms")
        readTime(\.maxRoundTrip, "max_rtt_ms")
        readTime(\.meanLatency, "mean_latency_ms")
        read(\.energy, "energy_mwh_per_year")
        read(\.itEnergy, "it_energy_mwh_per_year")
        read(\.trainingEnergy, "training_energy_mwh_per_year")
        read(\.inferenceEnergy, "inference_energy_mwh_per_year")
        read(\.idleEnergy, "idle_energy_mwh_per_year")
        totals.inferenceShareOfWork = object.optionalNumber("inference_share_of_work")
        totals.inferenceShareOfRunningCost = object.optionalNumber(
            "inference_share_of_running_cost")
        read(\.water, "water_m3_per_year")
        read(\.capacity, "capacity_mw")
        readParts(of: object, into: &totals)
        return totals
    }

    private func readParts(of object: JSONObject, into totals: inout Totals) {
        if let parts = object.object("cost_parts_usd_per_year") {
            totals.costParts = parts.keys.compactMap { name in
                parts.number(name).map { CostPart(name: name, cost: $0) }
            }
        }
        if let coverage = object.object("coverage") {
            for measure in Measure.ofWhole where coverage.has(measure.rawValue) {
                totals.coverage[measure] = coverage.number(measure.rawValue)
            }
        }
    }

    private func proof() -> Proof? {
        guard let object = root.object("certificate"),
            let primal = object.number("primal_residual"),
            let dual = object.number("dual_residual"),
            let complementarity = object.number("complementarity"),
            let gap = object.number("gap"), let tolerance = object.number("tolerance"),
            let columns = object.integer("columns"), let rows = object.integer("rows"),
            let nonzeros = object.integer("nonzeros")
        else { return nil }
        return Proof(
            primalResidual: primal, dualResidual: dual, complementarity: complementarity,
            gap: gap, tolerance: tolerance, columnCount: columns, rowCount: rows,
            nonzeroCount: nonzeros)
    }

    /// What stands in the way; how it could give is left out.
    private func diagnosis() -> Diagnosis? {
        guard let object = root.object("diagnosis") else { return nil }
        let findings = object.objects("findings").compactMap { finding -> Diagnosis.Finding? in
            guard let kind = finding.string("kind"), let message = finding.string("message"),
                let remedy = finding.string("remedy")
            else { return nil }
            return Diagnosis.Finding(kind: kind, message: message, remedy: remedy, location: nil)
        }
        return Diagnosis(findings: findings)
    }
}
