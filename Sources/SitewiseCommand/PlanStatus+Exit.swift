import ArgumentParser
import Siting

extension PlanStatus {
    /// How a command ends whose answer rests on a plan of this status; `nil` is success.
    var exitStatus: ExitCode? {
        switch self {
        case .optimal: nil
        case .infeasible: Failure.Status.infeasible
        case .feasible: Failure.Status.stoppedWithPlan
        case .stopped: Failure.Status.stoppedWithoutPlan
        case .unbounded: Failure.Status.badInput
        }
    }
}
