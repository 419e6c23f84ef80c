import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// The columns by which a restriction on sums may be broken.
struct ElasticExcess {
    struct Column {
        let column: Int
        /// What it is measured by, in its own unit.
        let yardstick: Double
        /// Where it stands.
        let rows: [(row: Int, coefficient: Double)]
    }

    let columns: [Column]

    init(_ restriction: Restriction, of formulation: Formulation) {
        let found = Self.variables(of: restriction, in: formulation)
        let places = Dictionary(uniqueKeysWithValues: zip(found.map(\.column), 0...))
        var rows = [[(row: Int, coefficient: Double)]](repeating: [], count: found.count)
        if let first = found.map(\.column).min() {
            let program = formulation.program
            for row in 0..<program.rowCount {
                for entry in program.rowStart[row]..<program.rowStart[row + 1]
                where Int(program.entryColumn[entry]) >= first {
                    guard let place = places[Int(program.entryColumn[entry])] else { continue }
                    rows[place].append((row, program.entryCoefficient[entry]))
                }
            }
        }
        columns = zip(found, rows).map {
            Column(column: $0.column, yardstick: max($0.yardstick, 1e-9), rows: $1)
        }
    }

    private static func variables(
        of restriction: Restriction, in formulation: Formulation
    ) -> [(column: Int, yardstick: Double)] {
        guard let slack = formulation.decisions.slack else { return [] }
        let scenario = formulation.scenario
        let training = scenario.meanTraining.value
        func all(_ variables: [Variable<Megawatt>], per yardstick: Double) -> [(Int, Double)] {
            variables.map { ($0.column, yardstick) }
        }
        switch restriction {
        case .limit(let place): return [(slack.limitExcess[place].column, 1)]
        case .room:
            return zip(slack.positionExcess, formulation.positions).map {
                ($0.column, max($1.limit.value, 1))
            }
        case .roundTrip, .latency: return []
        case .rule(let rule):
            switch rule.content {
            case .residency, .access, .closed: return []
            case .nearUsers: return all(slack.nearUsersExcess, per: training)
            case .trainingSupply: return all(slack.trainingSupplyExcess, per: training)
            case .placement: return all(slack.placementExcess, per: scenario.meanWork.value)
            case .share(_, let maximum):
                let rules = formulation.shareRules
                guard let place = rules.firstIndex(where: { $0.rule.name == rule.name }) else {
                    return []
                }
                let share = maximum * scenario.meanWork.value
                return [(slack.shareExcess[place].column, share)]
            }
        }
    }
}
