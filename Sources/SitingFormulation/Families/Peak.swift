public import LinearProgramming
import Quantities
import Siting

/// A job never draws more than its peak, over all sites together.
///
///     sum_s (8,760 / window_j) train[j,s] <= power[j]    for all jobs j    (MW)
public enum PeakFamily: ConstraintFamily {
    public static let name = "peak"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let jobs = formulation.scenario.jobs
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [formulation.jobDimension])
        for (index, job) in jobs.enumerated() {
            var power = LinearExpression<Megawatt>()
            for train in formulation.decisions.train[index] {
                power.add(job.runningPerMean, train)
            }
            try program.addRow(block, index, expression: power, .atMost(job.peak))
        }
    }
}

extension Job {
    /// Power while it runs over its mean over the year: 8,760 h / window.
    var runningPerMean: Double { Period.hours / window }
}
