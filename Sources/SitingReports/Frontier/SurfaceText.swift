public import Siting
public import Typesetting

/// A trade-off surface as text for a terminal, as Markdown or as CSV.
public enum SurfaceText {
    /// Rows of a table unless all are asked for.
    public static let usualLimit = 20

    /// Lines are at most `width` columns wide, as far as words and rows of figures allow.
    ///
    /// - Parameter limit: The most points shown; `nil` shows all.
    public static func render(
        _ surface: FrontierSurface, limit: Int? = usualLimit, style: TerminalStyle,
        width: Int = 100
    ) -> String {
        SectionText.render(
            SurfaceReport(surface: surface, limit: limit).sections, style: style, width: width)
    }

    public static func markdown(_ surface: FrontierSurface, limit: Int? = usualLimit) -> String {
        SectionMarkdown.render(SurfaceReport(surface: surface, limit: limit).sections)
    }

    /// One row a point with exact values.
    public static func csv(_ surface: FrontierSurface) -> String {
        let measures = surface.measures
        let units = measures.dropFirst().map {
            FrontierWords(x: measures[0], y: $0).exactRateUnit
        }
        let shown = Measure.ofWhole + measures.filter { !Measure.ofWhole.contains($0) }
        var table = TextTable(
            columns: [.init("point")] + shown.map { .init($0.limitKey) }
                + [
                    .init("controllable_cost_usd_per_year"), .init("capacity_mw"),
                    .init("sites"), .init("rate_y"), .init("rate_y_unit"), .init("rate_z"),
                    .init("rate_z_unit"), .init("is_knee"),
                ])
        let knee = surface.knee
        for (place, point) in surface.points.enumerated() {
            let plan = [
                point.totals.controllableCost, point.totals.capacity, Double(point.siteCount),
            ]
            let figures: [Double?] = shown.map { point.measure($0, of: surface) } + plan
            var row: [TextTable.Cell] = [.count(place + 1)]
            row += figures.map { .number("", value: $0) }
            for (rate, unit) in zip([point.rates.second, point.rates.third], units) {
                row += [.number("", value: rate), .text(unit)]
            }
            row.append(.text(place == knee ? "true" : "false"))
            table.append(row)
        }
        return table.csv()
    }
}

extension SurfacePoint {
    /// The surface's own measures as the search found them, the others of the point's plan.
    func measure(_ measure: Measure, of surface: FrontierSurface) -> Double? {
        surface.measures.firstIndex(of: measure).map { values[$0] } ?? totals.known(measure)
    }
}
