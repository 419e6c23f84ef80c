public import Siting
public import Typesetting

/// All tables of a trade-off surface as data.
public enum SurfaceTables {
    public static func bundle(of surface: FrontierSurface) -> TableBundle {
        TableBundle([
            DataTable("surface", heads, rows: [surface]), points(of: surface),
            DataTable("facets", facets(of: surface), rows: surface.facets),
            PointTables.certificates(of: surface.points.map(\.proof)),
            DataTable("warnings", PlanTables.warnings, rows: surface.warnings),
            DataTable("findings", PlanTables.findings, rows: surface.diagnosis?.findings ?? []),
        ])
    }

    /// One row a point.
    static func points(of surface: FrontierSurface) -> DataTable {
        let shown =
            Measure.ofWhole + surface.measures.filter { !Measure.ofWhole.contains($0) }
        let measures = shown.map { measure in
            DataColumn<SurfacePoint>(
                measure.limitKey, in: measure.unit, "The plan's \(measure.noun).",
                value: { $0.measure(measure, of: surface) })
        }
        return PointTables.numbered(
            "points",
            measures + PointTables.planColumns({ $0.totals }, { $0.siteCount })
                + rates(of: surface, { $0.rates }),
            rows: surface.points, knee: surface.knee)
    }

    /// What a unit less of the second and of the third measure costs in the first.
    private static func rates<Row>(
        of surface: FrontierSurface, _ rates: @escaping (Row) -> SurfaceRates?
    ) -> [DataColumn<Row>] {
        let units = surface.measures.dropFirst().map {
            FrontierWords(x: surface.measures[0], y: $0).exactRateUnit
        }
        let values: [(SurfaceRates) -> Double] = [{ $0.second }, { $0.third }]
        return zip(zip(["y", "z"], units), values).flatMap { axis, value -> [DataColumn<Row>] in
            let (name, unit) = axis
            return [
                .init(
                    "rate_\(name)", in: unit, "What a unit of \(name) less costs there.",
                    value: { rates($0).map(value) }),
                .init("rate_\(name)_unit", "Unit of rate_\(name).", text: { _ in unit }),
            ]
        }
    }

    private static var heads: [DataColumn<FrontierSurface>] {
        let axes = ["x", "y", "z"].enumerated().flatMap { place, name in
            [
                DataColumn<FrontierSurface>(
                    name, "A measure of the surface.", text: { $0.measures[place].rawValue }),
                DataColumn<FrontierSurface>(
                    "\(name)_unit", "Unit of \(name).", text: { $0.measures[place].unit }),
            ]
        }
        return [
            .init("scenario", "Name of the scenario.", text: { $0.scenario }),
            .init(
                "file", "Name of the scenario's file, without folders.",
                text: { $0.file.lastPathComponent }),
            .init("policy", "Policy that gave rules and limits.", text: { $0.policy }),
            .init(
                "status", "Whether a limit of time came first (feasible) or not (optimal).",
                text: { $0.status.rawValue }),
            .init("emissions_basis", "What all emissions count.", text: { $0.carbonBasis }),
        ] + axes + [
            .init("complete", "Whether every vertex is known.", flag: { $0.isComplete }),
            .init(
                "within", in: "share, 0 to 1", "The gap that was asked for.",
                value: { $0.within }),
            .init(
                "gap", in: "share, 0 to 1",
                "What a plan may improve on the surface, of the ranges of all measures.",
                value: { $0.points.isEmpty ? nil : $0.gap }),
            .init("solves", "Programs solved.", count: { $0.solveCount }),
        ]
    }

    private static func facets(of surface: FrontierSurface) -> [DataColumn<SurfaceFacet>] {
        [
            .init(
                "points", "Numbers of the points at its corners, with spaces.",
                text: { $0.points.map { "\($0 + 1)" }.joined(separator: " ") }),
            .init(
                "open", "Measures towards more of which it goes on, with spaces.",
                text: { $0.open.map(\.rawValue).joined(separator: " ") }),
        ] + rates(of: surface, { $0.rates }) + [
            .init(
                "gap", in: "share, 0 to 1", "How far below it a plan may lie, of all ranges.",
                value: { $0.gap }),
            .init("is_facet", "Whether no plan lies below it.", flag: { $0.isSettled }),
        ]
    }
}
