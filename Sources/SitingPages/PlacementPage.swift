public import Siting

/// A placement report as one HTML file that needs nothing else.
public enum PlacementPage {
    /// The whole file.
    public static func html(of report: PlacementReport, land: [[Coordinate]]) -> String {
        "<!doctype html><title>\(report.plan.scenario.count)</title>\n"
    }
}
