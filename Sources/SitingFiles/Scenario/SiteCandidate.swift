import Siting

/// A figure with where it came from.
struct Figure {
    let value: Double
    let provenance: Provenance
}

/// A site with the figures of its own, before what is unknown is assumed.
struct SiteCandidate {
    var site: Site
    var figures: [SiteField: Figure]
    /// Of the air over the year, degrees C; nil where unknown.
    var meanTemperature: Double?
    /// The basis of the carbon figure that the planner wrote, where stated.
    var carbonBasis: CarbonBasis.Stated?

    init(_ row: CatalogueSite) {
        site = Site(
            id: row.id, name: row.name, kind: row.kind, operatorID: row.operatorID,
            country: row.country, continent: row.continent, coordinate: row.coordinate,
            gridZone: row.gridZone, location: row.location)
        figures = [:]
        meanTemperature = row.climate?.mean
        for field in SiteField.allCases {
            guard let figure = row.figure(field) else { continue }
            let provenance = Provenance(
                basis: .catalogue, year: figure.year, source: figure.source)
            figures[field] = Figure(value: figure.value, provenance: provenance)
        }
    }

    init(site: Site) {
        self.site = site
        figures = [:]
    }

    /// Takes a figure that the planner wrote.
    mutating func state(_ field: SiteField, _ value: Double, at location: SourceLocation) {
        figures[field] = Figure(value: value, provenance: .stated(at: location))
    }
}

extension Provenance {
    /// Of a figure that nobody gives.
    static let unknown = Provenance(basis: .missing, year: nil, source: "unknown")

    /// Of a figure that the planner wrote.
    static func stated(at location: SourceLocation) -> Provenance {
        Provenance(basis: .stated, year: nil, source: location.nameAndLine)
    }
}
