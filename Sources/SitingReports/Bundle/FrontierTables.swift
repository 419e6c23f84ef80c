public import Siting
public import Typesetting

/// All tables of a trade-off curve as data.
public enum FrontierTables {
    public static func bundle(of frontier: Frontier) -> TableBundle {
        TableBundle(tables(of: frontier))
    }

    static func tables(of frontier: Frontier) -> [DataTable] {
        [
            DataTable("frontier", heads, rows: [frontier]), points(of: frontier),
            DataTable(
                "segments", segments(of: frontier), rows: Array(frontier.segments.enumerated())),
            PointTables.certificates(of: frontier.points.map(\.proof)),
            DataTable("warnings", PlanTables.warnings, rows: frontier.warnings),
            DataTable(
                "findings", PlanTables.findings, rows: frontier.diagnosis?.findings ?? []),
        ]
    }

    /// One row a point; the highest rate of the last is empty, as it has no end.
    static func points(of frontier: Frontier) -> DataTable {
        let unit = FrontierWords(x: frontier.x, y: frontier.y).exactRateUnit
        let measures = Measure.ofWhole.map { measure in
            DataColumn<FrontierPoint>(
                measure.limitKey, in: measure.unit, "The plan's \(measure.noun).",
                value: { $0.measure(measure, of: frontier) })
        }
        let columns =
            measures + PointTables.planColumns(\FrontierPoint.totals, \.siteCount)
            + [
                .init(
                    "rate_from", in: unit, "Lowest exchange rate at which the point is best.",
                    value: { $0.lowestRate }),
                .init(
                    "rate_to", in: unit, "Highest such rate; empty where it has no end.",
                    value: { $0.highestRate.isFinite ? $0.highestRate : nil }),
                .init("rate_unit", "Unit of both rates.", text: { _ in unit }),
            ]
        return PointTables.numbered(
            "points", columns, rows: frontier.points, knee: frontier.knee)
    }

    private static var heads: [DataColumn<Frontier>] {
        [
            .init("scenario", "Name of the scenario.", text: { $0.scenario }),
            .init(
                "file", "Name of the scenario's file, without folders.",
                text: { $0.file.lastPathComponent }),
            .init("policy", "Policy that gave rules and limits.", text: { $0.policy }),
            .init(
                "status", "Whether the curve is as complete as asked for (optimal) or not.",
                text: { $0.status.rawValue }),
            .init("emissions_basis", "What all emissions count.", text: { $0.carbonBasis }),
            .init("x", "The measure that rises along the curve.", text: { $0.x.rawValue }),
            .init("x_unit", "Unit of x.", text: { $0.x.unit }),
            .init("y", "The measure that falls.", text: { $0.y.rawValue }),
            .init("y_unit", "Unit of y.", text: { $0.y.unit }),
            .init("complete", "Whether every vertex is known.", flag: { $0.isComplete }),
            .init(
                "gap", in: "share, 0 to 1",
                "What a plan may improve on the curve, of the ranges of both measures.",
                value: { $0.points.isEmpty ? nil : $0.gap }),
            .init("solves", "Programs solved.", count: { $0.solveCount }),
        ]
    }

    private static func segments(
        of frontier: Frontier
    ) -> [DataColumn<(offset: Int, element: FrontierSegment)>] {
        let unit = FrontierWords(x: frontier.x, y: frontier.y).exactRateUnit
        return [
            .init("from", "Number of the point where it begins.", count: { $0.offset + 1 }),
            .init("to", "Number of the point where it ends.", count: { $0.offset + 2 }),
            .init(
                "rate", in: unit, "What a unit of y less costs along it.",
                value: { $0.element.rate }),
            .init("rate_unit", "Unit of rate.", text: { _ in unit }),
            .init(
                "gap", in: "share, 0 to 1", "How far below it a plan may lie, of both ranges.",
                value: { $0.element.gap }),
            .init(
                "is_edge", "Whether no vertex lies below it.", flag: { $0.element.isEdge }),
        ]
    }
}
