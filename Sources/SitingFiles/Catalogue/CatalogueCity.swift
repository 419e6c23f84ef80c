public import Siting

/// A row of `cities.csv`: a place where users are.
public struct CatalogueCity: Sendable, Equatable {
    public let id: String
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let continent: String
    public let coordinate: Coordinate
    /// A municipal figure, undated.
    public let population: Double?
    /// An estimate that serves as a weight.
    public let internetUsers: Double?
    /// Keys of `sources.csv`, of both figures.
    public let sources: [String]
    public let location: SourceLocation
}

extension CatalogueCity {
    static let columns = [
        "id", "name", "country", "latitude", "longitude", "population", "internet_users",
    ]

    /// - Parameter continents: by country; empty where the countries cannot be read.
    static func read(from files: CatalogueFiles, continents: [String: String]) -> [CatalogueCity] {
        var ids = UniqueNames()
        return files.rows("cities.csv", requiring: columns).compactMap { row in
            guard let id = row.id("id"), ids.insert(id, of: row, column: "id"),
                let name = row.text("name"), let country = row.text("country"),
                let coordinate = row.coordinate()
            else { return nil }
            if continents[country] == nil, !continents.isEmpty {
                row.report("country", "unknown country \(quoted(country))")
            }
            return CatalogueCity(
                id: id, name: name, country: country, continent: continents[country] ?? "",
                coordinate: coordinate,
                population: row.optionalNumber("population", in: .people),
                internetUsers: row.optionalNumber("internet_users", in: .people),
                sources: ["population_source", "estimate_source"].compactMap(row.optionalText),
                location: row.location)
        }
    }
}
