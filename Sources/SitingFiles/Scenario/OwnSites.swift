import Siting

/// Reads the planner's own table of sites.
enum OwnSites {
    static let required = ["id", "name", "country", "latitude", "longitude"]
    static let columns =
        required + ["kind", "operator", "grid_zone", temperatureColumn, CarbonBasis.key]
        + SiteField.allCases.map(\.rawValue)
    static let temperatureColumn = "mean_temp_c"

    static func read(_ table: CSVTable, _ catalogue: Catalogue) -> [SiteCandidate] {
        table.checkColumns(allowed: columns)
        var ids = UniqueNames()
        return table.rows(requiring: required).compactMap { row in
            let country = row.country(in: catalogue)
            let place = row.coordinate()
            let figures = figures(of: row)
            let basis = row.carbonBasis()
            let temperature = row.optionalNumber(temperatureColumn, in: .airTemperature)
            guard let id = row.id("id"), ids.insert(id, of: row, column: "id"),
                let name = row.text("name"), let country, let place
            else { return nil }
            var candidate = SiteCandidate(
                site: Site(
                    id: id, name: name, kind: row.optionalText("kind") ?? "place",
                    operatorID: row.optionalText("operator"), country: country.code,
                    continent: country.continent, coordinate: place,
                    gridZone: row.optionalText("grid_zone"), location: row.location))
            candidate.meanTemperature = temperature
            candidate.carbonBasis = basis
            for (field, value) in figures { candidate.state(field, value, at: row.location) }
            return candidate
        }
    }

    private static func figures(of row: TableRow) -> [(SiteField, Double)] {
        SiteField.allCases.compactMap { field in
            row.optionalNumber(field.rawValue, in: field.range).map { (field, $0) }
        }
    }
}

extension TableRow {
    /// The column `country`; nil, with an error, where there is no such country.
    func country(in catalogue: Catalogue) -> Country? {
        guard let text = text("country") else { return nil }
        if let country = catalogue.country(text) { return country }
        let help = CountryReader(catalogue: catalogue).help(for: text)
        report("country", "unknown country \(quoted(text))", help: help)
        return nil
    }
}
