import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// How much of a plan's work, and of the cost of running it, is inference.
struct InferenceShare {
    /// Of the IT energy of all work, idle energy apart; `nil` without work.
    let ofWork: Double?
    /// Of the cost without hardware, shell and connection; `nil` without work, and where power that is
    /// paid for being taken leaves no cost to share.
    let ofRunningCost: Double?

    /// Egress and serving are inference's own. A site's other running cost is split by the work done
    /// there; that of a site without work, by the work of the whole plan.
    init(_ formulation: Formulation, values: [Double]) {
        let sites = formulation.scenario.sites.indices
        let inference = sites.map { max(0, formulation.inferencePower(at: $0, values)) }
        let training = sites.map { max(0, formulation.trainingPower(at: $0, values)) }
        guard
            let ofWork = Self.share(
                of: inference.reduce(0, +), beside: training.reduce(0, +))
        else {
            self.ofWork = nil
            ofRunningCost = nil
            return
        }
        self.ofWork = ofWork
        var own = 0.0
        var common = LinearExpression<Dollar>()
        for part in formulation.measures.costParts
        where !Measures.investmentParts.contains(part.name) {
            if Measures.servingParts.contains(part.name) {
                own += part.expression.value(at: values).value
            } else {
                common.add(1, part.expression)
            }
        }
        let costs = formulation.valuesBySite(of: common, at: values)
        let ofInference = sites.map { site in
            costs[site] * (Self.share(of: inference[site], beside: training[site]) ?? ofWork)
        }
        let whole = own + costs.reduce(0, +)
        let share = whole > 0 ? (own + ofInference.reduce(0, +)) / whole : nil
        ofRunningCost = share.flatMap { (0...1 + 1e-9).contains($0) ? min(1, $0) : nil }
    }

    private static func share(of part: Double, beside other: Double) -> Double? {
        part + other > 0 ? part / (part + other) : nil
    }
}
