import Siting
import Typesetting

extension PlanTables {
    static var certificate: [DataColumn<Proof>] {
        [
            .init(
                "primal_residual", "Worst relative violation of a row or bound.",
                ratio: { $0.primalResidual }),
            .init(
                "dual_residual", "Worst relative reduced cost of the wrong sign.",
                ratio: { $0.dualResidual }),
            .init(
                "complementarity", "Worst relative product of a slack and its dual.",
                ratio: { $0.complementarity }),
            .init("gap", "|primal - dual| / max(1, |primal|).", ratio: { $0.gap }),
            .init("tolerance", "What each of them is held to.", ratio: { $0.tolerance }),
            .init("columns", "Columns of the model.", count: { $0.columnCount }),
            .init("rows", "Rows of the model.", count: { $0.rowCount }),
            .init("nonzeros", "Coefficients of the model.", count: { $0.nonzeroCount }),
        ]
    }

    static var assumptions: [DataColumn<Assumption>] {
        [
            .init("key", "Figure that is assumed.", text: { $0.key }),
            .init("value", in: "see unit", "What is assumed.", value: { $0.value }),
            .init("unit", "Unit of value.", text: { $0.unit }),
            .init(
                "sites", "Number of sites it stands in for; empty where it is not one of sites.",
                count: { $0.siteCount }),
            .init(
                "source", "Key of its source, or where the planner wrote it.", text: { $0.source }),
        ]
    }

    static var exclusions: [DataColumn<ExclusionRow>] {
        [
            .init(
                "site", "Identifier of a site left out; empty where none is named.",
                text: { $0.site }),
            .init("reason", "Why it is left out.", text: { $0.reason }),
        ]
    }

    static var provenance: [DataColumn<ProvenanceRow>] {
        [
            .init("field", "The figure, with its unit.", text: { $0.field }),
            .init(
                "basis", "What kind of figure it is, such as stated, modelled or assumption.",
                text: { $0.basis }),
            .init("sites", "Number of sites that use it.", count: { $0.siteCount }),
            .init("lowest", in: "see field", "The least over those sites.", value: { $0.lowest }),
            .init("highest", in: "see field", "The most over those sites.", value: { $0.highest }),
            .init("first_year", "First year of the figures.", count: { $0.years?.lowerBound }),
            .init("last_year", "Last year of the figures.", count: { $0.years?.upperBound }),
            .init(
                "source", "Key of the source, or where the planner wrote it.", text: { $0.source }),
        ]
    }
}

/// A site left out, with the reason.
struct ExclusionRow {
    let site: String
    let reason: String

    static func rows(of plan: Plan) -> [ExclusionRow] {
        plan.exclusions.flatMap { exclusion in
            let ids = exclusion.siteIDs.isEmpty ? [""] : exclusion.siteIDs
            return ids.map { ExclusionRow(site: $0, reason: exclusion.reason) }
        }
    }
}
