import Siting
import SitingFiles
import Typesetting

/// A catalogue site as JSON: every figure with its year and source.
enum SiteJSON {
    /// A figure of the catalogue under the key that carries its unit.
    struct Field: Sendable {
        let key: String
        let word: String
        nonisolated(unsafe) let path: KeyPath<CatalogueSite, CatalogueFigure?>

        /// The columns of a table: value, year, source.
        var columns: [String] { [key, "\(word)_year", "\(word)_source"] }
    }

    static let figures = [
        Field(key: "carbon_g_per_kwh", word: "carbon", path: \.carbon),
        Field(key: "price_usd_per_mwh", word: "price", path: \.price),
        Field(key: "pue", word: "pue", path: \.pue),
        Field(key: "wue_l_per_kwh", word: "wue", path: \.wue),
        Field(key: "grid_water_l_per_kwh", word: "grid_water", path: \.gridWater),
        Field(key: "water_stress", word: "water_stress", path: \.waterStress),
    ]

    static func value(_ row: SiteRow) -> JSONValue {
        let site = row.site
        var members: [(String, JSONValue)] = [
            ("id", .string(site.id)), ("name", .string(site.name)), ("kind", .string(site.kind)),
            ("operator", JSONValue(site.operatorID)), ("city", .string(site.city)),
            ("country", .string(site.country)), ("admin1", JSONValue(site.admin1)),
            ("latitude", .number(site.coordinate.latitude)),
            ("longitude", .number(site.coordinate.longitude)),
            ("grid_zone", JSONValue(site.gridZone)),
        ]
        for field in figures {
            guard let figure = site[keyPath: field.path] else {
                members.append((field.key, .null))
                continue
            }
            members.append(
                (
                    field.key,
                    .object([
                        ("value", .number(figure.value)), ("year", JSONValue(figure.year)),
                        ("source", .string(figure.source)), ("scope", JSONValue(figure.scope)),
                        ("quality", JSONValue(figure.quality)),
                    ])
                ))
        }
        members.append(("setting", .array(site.setting.map { .string($0) })))
        if let distance = row.distanceKm { members.append(("distance_km", .number(distance))) }
        return .object(members)
    }
}
