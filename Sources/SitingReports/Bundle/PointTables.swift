import Siting
import Typesetting

/// What the tables of curves and of surfaces have in common.
enum PointTables {
    /// One row a point with the residuals of its program.
    static func certificates(of proofs: [Proof]) -> DataTable {
        DataTable(
            "certificate", [number()] + PlanTables.certificate.map { $0.over(\.element) },
            rows: Array(proofs.enumerated()))
    }

    /// Rows with their numbers from 1 first and, last, whether they are the knee.
    static func numbered<Row>(
        _ name: String, _ columns: [DataColumn<Row>], rows: [Row], knee: Int?
    ) -> DataTable {
        let last = DataColumn<(offset: Int, element: Row)>(
            "is_knee", "Whether the point is the knee.", flag: { $0.offset == knee })
        return DataTable(
            name, [number()] + columns.map { $0.over(\.element) } + [last],
            rows: Array(rows.enumerated()))
    }

    /// Figures of a point's plan that are no measures.
    static func planColumns<Row>(
        _ totals: @escaping (Row) -> Totals, _ sites: @escaping (Row) -> Int
    ) -> [DataColumn<Row>] {
        [
            .init(
                "controllable_cost_usd_per_year", in: "USD/year",
                "The plan's cost without hardware.", value: { totals($0).controllableCost }),
            .init(
                "capacity_mw", in: "MW", "IT power standing in the plan.",
                value: { totals($0).capacity }),
            .init("sites", "Number of sites that the plan uses.", count: sites),
        ]
    }

    private static func number<Row>() -> DataColumn<(offset: Int, element: Row)> {
        .init("point", "Number of the point, from 1.", count: { $0.offset + 1 })
    }
}
