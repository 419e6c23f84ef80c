public import Charting

/// A chart of a report, under a name that stays.
public struct Figure: Sendable {
    /// The same for the same kind of chart in every report: a file's name without its suffix, such as
    /// `world-map`.
    public let name: String
    public let chart: any Chart
    /// How to read it and what to keep in mind, below the chart on a page.
    public let note: String

    init(_ name: String, _ chart: any Chart, note: String) {
        self.name = name
        self.chart = chart
        self.note = note
    }
}
