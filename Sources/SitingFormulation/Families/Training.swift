public import LinearProgramming
import Quantities
import Siting

/// Every job spends its energy.
///
///     sum_s h train[j,s] = energy[j]    for all jobs j, with h = 8,760 h    (MWh)
public enum TrainingFamily: ConstraintFamily {
    public static let name = "training"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let jobs = formulation.scenario.jobs
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: MegawattHour.self, over: [formulation.jobDimension])
        for (index, job) in jobs.enumerated() {
            var energy = LinearExpression<MegawattHour>()
            for train in decisions.train[index] { energy.add(Period.energyPerPower, train) }
            if let untrained = decisions.slack?.untrained, !untrained.isEmpty {
                energy.add(Period.energyPerPower, untrained[index])
            }
            try program.addRow(block, index, expression: energy, .equal(job.energy))
        }
    }
}
