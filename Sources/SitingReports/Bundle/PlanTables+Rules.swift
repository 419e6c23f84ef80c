import Siting
import Typesetting

extension PlanTables {
    static var stages: [DataColumn<(offset: Int, element: Stage)>] {
        [
            .init(
                "stage", "Number of the objective in the policy's order.", count: { $0.offset + 1 })
        ]
            + [DataColumn<Stage>]([
                .init("measure", "What the stage minimises.", text: { $0.measure }),
                .init("value", in: "see unit", "What the plan reaches.", value: { $0.value }),
                .init(
                    "bound", in: "see unit", "A proved lower bound of the best value.",
                    value: { $0.bound }),
                .init("unit", "Unit of value and bound.", text: { $0.unit }),
                .init("gap", "|value - bound| / max(1, |value|).", ratio: { $0.gap }),
                .init(
                    "tolerance", in: "share, 0 to 1", "What later stages may give up of value.",
                    value: { $0.tolerance }),
            ]).map { $0.over { $0.element } }
    }

    /// An infinite price is empty here, and told by `tighten_infeasible`, as in JSON.
    static var prices: [DataColumn<Price>] {
        [
            .init("rule", "Name of the binding row.", text: { $0.rule }),
            .init("subject", "One unit of loosening in words.", text: { $0.subject }),
            .init(
                "value", in: "see unit",
                "Improvement of the stage's objective per unit by which the limit is loosened.",
                value: { $0.value }),
            .init("unit", "Unit of value, lower and upper.", text: { $0.unit }),
            .init(
                "lower", in: "see unit", "Improvement per unit loosened; empty if not computed.",
                value: { $0.lower }),
            .init(
                "upper", in: "see unit",
                "Loss per unit tightened; empty if not computed or impossible.",
                value: { $0.upper }),
            .init(
                "tighten_infeasible", "Whether the limit can't be tightened at all.",
                flag: { $0.upper == .infinity }),
            .init("stage", "The stage whose price it is, from 1.", count: { $0.stage }),
        ]
    }

    /// The plan's measures less those of the plan without the rule.
    static var ruleCosts: [DataColumn<RuleCost>] {
        let measures = Measure.ofWhole.map { measure in
            DataColumn<RuleCost>(
                measure.limitKey, in: measure.unit,
                "The plan's \(measure.noun) less that without the rule.",
                value: { $0.difference?.measures[measure] })
        }
        return [
            .init("rule", "Name of the rule.", text: { $0.rule }),
            .init("kind", "What the rule is.", text: { $0.kind }),
            .init("status", "Status of the policy without the rule.", text: { $0.status.rawValue }),
        ] + measures + [
            .init(
                "controllable_cost_usd_per_year", in: "USD/year",
                "The plan's cost without hardware less that without the rule.",
                value: { $0.difference?.controllableCost })
        ]
    }
}
