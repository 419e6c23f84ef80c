public import Siting

/// The charts of a placement report.
public enum PlacementFigures {
    /// Those that have something to show, in the order of the page; none without a placement.
    ///
    /// - Parameter land: Rings of the map's outline, each closed from its last point to its first; empty
    ///   for a map without one.
    public static func all(of report: PlacementReport, land: [[Coordinate]]) -> [Figure] {
        guard report.plan.hasPlacement else { return [] }
        return [
            WorldMapFigure(report: report, land: land).figure,
            FrontierFigure(report: report).figure,
            CapacityFigure(plan: report.plan).figure,
            RoundTripFigure(report: report).figure,
        ].compactMap(\.self)
    }
}

/// The names of figures.
enum FigureName {
    static let map = "world-map"
    static let frontier = "frontier"
    static let capacity = "capacity"
    static let roundTrips = "round-trips"
}
