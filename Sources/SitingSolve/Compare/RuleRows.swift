import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// The model's rows of rules that limit sums, at the numbers of plans made under other policies.
struct RuleRows {
    private let formulation: Formulation

    private static let families: [any ConstraintFamily.Type] = [
        ShareFamily.self, NearUsersFamily.self, TrainingSupplyFamily.self,
        TrainingSeasonFamily.self, SeasonFamily.self, PlacementFamily.self,
    ]

    /// These rows speak of sites and jobs alone, so arcs are left out; every job has a column at every
    /// site, as plans of other policies may use any.
    init(_ scenario: Scenario, under policy: Policy) throws {
        var bare = scenario
        bare.services = []
        formulation = try Formulation(
            scenario: scenario, policy: policy,
            arcs: Arcs(scenario: bare, policy: policy.withRulesAlone([])),
            families: Self.families)
    }

    /// How far each rule's rows are exceeded, MW, by its name; at one site, the row that is the most.
    func excess(of plan: Plan, _ work: PlanWork) -> [String: Double] {
        let program = formulation.program
        let values = values(of: plan, work)
        var bySite: [String: [Int: Double]] = [:]
        for block in program.rowBlocks {
            for row in block.range {
                let excess = program.activity(ofRow: row, at: values) - program.rowUpper[row]
                let tuple = block.tuple(row - block.first).map(Int.init)
                guard excess > 0, let rule = rule(ofRowIn: block, tuple) else { continue }
                // The first index but for the rule's own: a site, or a member of a grouping.
                let place = block.name == ShareFamily.name ? tuple[1] : tuple[0]
                bySite[rule, default: [:]][place, default: 0] = max(
                    excess, bySite[rule]?[place] ?? 0)
            }
        }
        return bySite.mapValues { $0.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
    }

    /// The rule that a row belongs to; `nil` for what holds under every policy.
    private func rule(ofRowIn block: Block, _ tuple: [Int]) -> String? {
        func first(_ kind: String) -> String? {
            formulation.sumRules.first { $0.content.kind == kind }?.name
        }
        return switch block.name {
        case ShareFamily.name: block.dimensions[0].labels[tuple[0]]
        // Seasons bind all plans alike, but for what a rule keeps from training.
        case TrainingSupplyFamily.name, TrainingSeasonFamily.name, SeasonFamily.name:
            first("training_supply")
        default: first(block.name)
        }
    }

    private func values(of plan: Plan, _ work: PlanWork) -> [Double] {
        let decisions = formulation.decisions
        let scenario = formulation.scenario
        var values = [Double](repeating: 0, count: formulation.program.columnCount)
        let active = work.active(in: scenario)
        for site in scenario.sites.indices { values[decisions.active[site].column] = active[site] }
        for training in work.trainings {
            values[decisions.train[training.job][training.site].column] += training.power
        }
        let plans = Dictionary(plan.sites.map { ($0.id, $0) }) { first, _ in first }
        for (index, site) in scenario.sites.enumerated() {
            guard let standing = plans[site.id] else { continue }
            values[decisions.itPower[index].column] =
                active[index] + site.idleShare * max(0, standing.capacity - active[index])
            for draw in decisions.draws[index] {
                let name = draw.supply.map { site.supplies[$0].name } ?? Supply.grid
                let drawn = standing.supplies.first { $0.supply == name }
                values[draw.variable.column] = drawn?.power ?? 0
            }
        }
        return values
    }
}
