import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Turns the numbers of a solved program into a plan in the planner's terms.
struct PlanWriter {
    let formulation: Formulation

    /// IT power below which nothing is said to run or stand, MW: a watt is no placement.
    static let leastPower = 1e-6

    private let runner: StageRunner

    init(_ formulation: Formulation, runner: StageRunner) {
        self.formulation = formulation
        self.runner = runner
    }

    /// The plan of a solve that found one.
    func plan(_ outcome: LexicographicSolve.Outcome) throws -> Plan {
        let values = outcome.columnValues
        var plan = blank(outcome.status)
        plan.stages = outcome.stages
        plan.ties = outcome.ties
        plan.inference = inferenceRows(values)
        plan.training = trainingRows(values)
        plan.totals = TotalsWriter(formulation, values: values).totals(plan.inference)
        if let last = outcome.last, let certificate = outcome.certificate {
            plan.proof = proof(certificate, program: outcome.program)
            let pricing = Pricing(
                formulation, program: outcome.program, solution: last, columns: outcome.columns,
                runner: runner)
            plan.prices = try pricing.prices()
        }
        plan.sites = SiteWriter(formulation, values: values).sites(
            prices: plan.prices, named: Set(plan.inference.map(\.site) + plan.training.map(\.site)))
        return plan
    }

    func infeasible(_ diagnosis: Diagnosis) -> Plan {
        var plan = blank(.infeasible)
        plan.diagnosis = diagnosis
        return plan
    }

    /// A plan without a placement.
    func without(_ status: PlanStatus) -> Plan { blank(status) }

    private func blank(_ status: PlanStatus) -> Plan {
        let scenario = formulation.scenario
        return Plan(
            scenario: scenario.name, file: scenario.file, policy: formulation.policy.name,
            status: status, assumptions: scenario.assumptions, exclusions: scenario.exclusions,
            provenance: scenario.provenance, warnings: scenario.warnings + limitsOfPolicy,
            carbonBasis: scenario.carbonBasis, equivalences: scenario.equivalences,
            inputs: PlanInputs(scenario, under: formulation.policy))
    }

    /// A plan under other limits than the services' own is not comparable without saying so.
    private var limitsOfPolicy: [String] {
        let limits = formulation.policy.maxRoundTrips
        guard !limits.isEmpty else { return [] }
        let list = limits.keys.sorted().compactMap { service in
            limits[service].map { "\(service) \(ReadableFigure.text($0.value)) ms" }
        }
        return [
            "\(formulation.policy.name) holds round trips to limits of its own, not the services':"
                + " \(list.joined(separator: ", "))"
        ]
    }

    func proof(_ certificate: Certificate, program: LinearModel) -> Proof {
        Proof(
            primalResidual: certificate.primalResidual, dualResidual: certificate.dualResidual,
            complementarity: certificate.complementarity, gap: certificate.gap,
            tolerance: certificate.tolerance, columnCount: program.columnCount,
            rowCount: program.rowCount, nonzeroCount: program.nonzeroCount)
    }

    private func inferenceRows(_ values: [Double]) -> [InferenceRow] {
        let scenario = formulation.scenario
        var rows: [InferenceRow] = []
        for demand in formulation.arcs.demands {
            let least = min(Self.leastPower, demand.load.value * 1e-6)
            for arc in demand.arcs {
                let power = values[formulation.decisions.serve(arc).column]
                guard power > least else { continue }
                let site = Int(formulation.arcs.sites[arc])
                rows.append(
                    InferenceRow(
                        service: scenario.services[demand.service].id,
                        market: scenario.markets[demand.market].id, site: scenario.sites[site].id,
                        power: power, roundTrip: scenario.roundTrips[demand.market, site].value,
                        roundTripSource: scenario.roundTrips.source(
                            market: demand.market, site: site)))
            }
        }
        return rows
    }

    private func trainingRows(_ values: [Double]) -> [TrainingRow] {
        let scenario = formulation.scenario
        var rows: [TrainingRow] = []
        for (job, places) in formulation.decisions.train.enumerated() {
            let least = min(Self.leastPower, scenario.jobs[job].meanOverYear.value * 1e-6)
            for (place, train) in places.enumerated() where values[train.column] > least {
                let site = formulation.arcs.jobSites[job][place]
                let energy = Period.energyPerPower * Power(values[train.column])
                rows.append(
                    TrainingRow(
                        job: scenario.jobs[job].id, site: scenario.sites[site].id,
                        energy: energy.value))
            }
        }
        return rows
    }
}
