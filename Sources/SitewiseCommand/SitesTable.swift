import Siting
import SitingFiles
import SitingReports
import Typesetting

/// Tables of catalogue sites.
enum SitesTable {
    /// What fits a terminal.
    ///
    /// - Parameter isForTerminal: Whether short headings leave names and bars more room.
    static func short(
        _ rows: [SiteRow], isMeasured: Bool, isForTerminal: Bool = false
    ) -> TextTable {
        let bars = TextTable.Column.bars()
        let shares = (
            carbon: sharesOfLargest(rows.map(\.site.carbon?.value)),
            price: sharesOfLargest(rows.map(\.site.price?.value))
        )
        var columns: [TextTable.Column] = [
            .init("Site"), .init("Name"), .init(isForTerminal ? "In" : "Country"),
            .init("Carbon", "g/kWh", alignment: .decimal), bars,
            .init("Price", isForTerminal ? "$/MWh" : "USD/MWh", alignment: .decimal), bars,
            .init("PUE", alignment: .decimal), .init("Warmest", "°C", alignment: .decimal),
        ]
        if isMeasured { columns.append(.init("Distance", "km", alignment: .decimal)) }
        var table = TextTable(columns: columns)
        for (index, row) in rows.enumerated() {
            let site = row.site
            var cells: [TextTable.Cell] = [
                .text(site.id), .text(site.name), .text(site.country),
                number(site.carbon?.value, decimals: 0), .bar(shares.carbon[index]),
                number(site.price?.value, decimals: 1), .bar(shares.price[index]),
                number(site.pue?.value, decimals: 2),
                number(site.climate?.warmestMonth, decimals: 1),
            ]
            if isMeasured { cells.append(number(row.distanceKm, decimals: 0)) }
            table.append(cells)
        }
        return table
    }

    /// Every figure with its year and source, for a spreadsheet.
    static func full(_ rows: [SiteRow], isMeasured: Bool) -> TextTable {
        var columns: [TextTable.Column] = [
            "id", "name", "kind", "operator", "country", "admin1", "latitude", "longitude",
            "grid_zone",
        ].map { .init($0) }
        for field in SiteJSON.figures { columns += field.columns.map { .init($0) } }
        if isMeasured { columns.append(.init("distance_km")) }
        var table = TextTable(columns: columns)
        for row in rows {
            let site = row.site
            var cells: [TextTable.Cell] = [
                .text(site.id), .text(site.name), .text(site.kind), .text(site.operatorID ?? ""),
                .text(site.country), .text(site.admin1 ?? ""), exact(site.coordinate.latitude),
                exact(site.coordinate.longitude), .text(site.gridZone ?? ""),
            ]
            for field in SiteJSON.figures {
                let figure = site[keyPath: field.path]
                cells += [
                    exact(figure?.value), exact(figure?.year.map(Double.init)),
                    .text(figure?.source ?? ""),
                ]
            }
            if isMeasured { cells.append(exact(row.distanceKm)) }
            table.append(cells)
        }
        return table
    }

    private static func number(_ value: Double?, decimals: Int) -> TextTable.Cell {
        .number(NumberText.fixed(value, decimals: decimals), value: value)
    }

    private static func exact(_ value: Double?) -> TextTable.Cell {
        .number(value.map { "\($0)" } ?? "", value: value)
    }
}
