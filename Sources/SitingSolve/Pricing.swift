import LinearProgramming
import Siting
import SitingFormulation

/// Prices the binding limits of a plan by the duals of its last stage.
struct Pricing {
    private let formulation: Formulation
    private let program: LinearModel
    private let solution: Solution

    private let columns: [Int]
    private let runner: StageRunner

    /// - Parameter columns: Those of which the solution was found, rising.
    init(
        _ formulation: Formulation, program: LinearModel, solution: Solution, columns: [Int],
        runner: StageRunner
    ) {
        self.columns = columns
        self.runner = runner
        self.formulation = formulation
        self.program = program
        self.solution = solution
    }

    /// Limits on measures first, then the rest, dearest first within a family.
    func prices() throws -> [Price] {
        var priced: [(row: Int, wording: RowWording)] = []
        for row in 0..<formulation.program.rowCount where worth(ofRow: row) > 0 {
            guard let (family, tuple) = formulation.family(ofRow: row),
                let wording = family.wording(of: tuple, in: formulation)
            else { continue }
            priced.append((row, wording))
        }
        priced.sort { left, right in
            let order = (rank(left.row), rank(right.row))
            if order.0 != order.1 { return order.0 < order.1 }
            let worths = (worth(ofRow: left.row), worth(ofRow: right.row))
            return worths.0 == worths.1 ? left.row < right.row : worths.0 > worths.1
        }
        // Ranges are a service: what breaks down there takes nothing from the plan.
        let finder = DualRanges(
            program: program, solution: solution, columns: columns, limits: runner.remainingLimits)
        let ranges = (try? finder.ranges(of: priced.map(\.row))) ?? priced.map { _ in nil }
        return zip(priced, ranges).map { item, range in
            Price(
                rule: program.rowName(item.row), subject: item.wording.subject,
                unit: "\(program.objectiveUnit) per \(item.wording.unit)",
                value: worth(ofRow: item.row), lower: range?.lower, upper: range?.upper,
                stage: formulation.objectives.count)
        }
    }

    /// What one unit more of a row's upper side improves; zero for noise and for rows that are slack.
    private func worth(ofRow row: Int) -> Double {
        guard program.rowUpper[row] < .infinity else { return 0 }
        let worth = -solution.rowDuals[row]
        let activity = program.activity(ofRow: row, at: solution.columnValues)
        let share = worth * max(1, abs(activity)) / max(1, abs(solution.objective))
        return share > 1e-9 ? worth : 0
    }

    private func rank(_ row: Int) -> Int {
        let families = constraintFamilies.map { $0.name }
        guard let (family, _) = formulation.family(ofRow: row),
            let place = families.firstIndex(of: family.name)
        else { return 0 }
        return -place
    }
}
