import Siting

/// A row of `grids.csv`: a grid zone in one year.
public struct GridYear: Sendable, Equatable {
    public let zone: String
    public let name: String
    public let year: Int
    /// Location-based lifecycle, g/kWh.
    public let carbonGramsPerKilowattHour: Double?
    public let carbonFreePercent: Double?
    public let renewablePercent: Double?
    public let source: String
}

/// A row of `prices.csv`: an industrial price of a country, state or province.
public struct PriceFigure: Sendable, Equatable {
    public let country: String
    /// State or province; nil for the whole country.
    public let admin1: String?
    public let city: String?
    /// `main`, `alternative` or `history`.
    public let role: String
    public let usdPerMegawattHour: Double
    public let year: Int?
    public let quality: String
    public let basis: String
    public let source: String
    public let note: String?
}

extension Catalogue {
    /// The years of a grid zone, read from `grids.csv` when asked.
    public func gridYears(zone: String) throws(InputError) -> [GridYear] {
        let columns = [
            "zone", "name", "year", "carbon_g_per_kwh", "carbon_free_pct", "renewable_pct",
            "source",
        ]
        return try read("grids.csv", columns) { row in
            guard row.text("zone") == zone, let name = row.text("name"),
                let year = row.optionalInteger("year", in: .between(1900, 2100)),
                let source = row.text("source")
            else { return nil }
            return GridYear(
                zone: zone, name: name, year: year,
                carbonGramsPerKilowattHour: row.optionalNumber(
                    "carbon_g_per_kwh", in: .gramsPerKilowattHour),
                carbonFreePercent: row.optionalNumber("carbon_free_pct", in: .between(0, 100)),
                renewablePercent: row.optionalNumber("renewable_pct", in: .between(0, 100)),
                source: source)
        }
    }

    /// The prices of a country and its parts, read from `prices.csv` when asked.
    public func priceFigures(country: String) throws(InputError) -> [PriceFigure] {
        let columns = [
            "country", "admin1", "city", "role", "price_usd_per_mwh", "year", "quality", "basis",
            "source", "note",
        ]
        return try read("prices.csv", columns) { row in
            guard row.text("country") == country, let role = row.text("role"),
                let price = row.number("price_usd_per_mwh", in: .powerPrice),
                let quality = row.text("quality"), let basis = row.text("basis"),
                let source = row.text("source")
            else { return nil }
            return PriceFigure(
                country: country, admin1: row.optionalText("admin1"),
                city: row.optionalText("city"), role: role, usdPerMegawattHour: price,
                year: row.optionalInteger("year", in: .between(1900, 2100)), quality: quality,
                basis: basis, source: source, note: row.optionalText("note"))
        }
    }
}
