import Siting

extension CatalogueSite {
    static let columns = [
        "id", "name", "kind", "operator", "operator_region", "city", "country", "admin1",
        "latitude", "longitude", "coordinate_source", "grid_zone", "carbon_g_per_kwh",
        "carbon_year", "carbon_source", "carbon_free_pct", "renewable_pct", "price_usd_per_mwh",
        "price_year", "price_quality", "price_scope", "price_source", "pue", "pue_year",
        "pue_scope", "pue_source", "wue_l_per_kwh", "wue_year", "wue_scope", "wue_source",
        "water_stress", "water_stress_source", "grid_water_l_per_kwh", "grid_water_source",
        "mean_temp_c", "warmest_month_c", "coldest_month_c", "climate_source", "setting",
    ]

    /// - Parameter continents: by country; empty where the countries cannot be read.
    static func read(from files: CatalogueFiles, continents: [String: String]) -> [CatalogueSite] {
        var ids = UniqueNames()
        return files.rows("sites.csv", requiring: columns).compactMap { row in
            guard let site = CatalogueSite(row, continents: continents),
                ids.insert(site.id, of: row, column: "id")
            else { return nil }
            return site
        }
    }

    private init?(_ row: TableRow, continents: [String: String]) {
        guard let id = row.id("id"), let name = row.text("name"), let kind = row.text("kind"),
            let city = row.text("city"), let country = row.text("country"),
            let coordinate = row.coordinate(),
            let coordinateSource = row.text("coordinate_source")
        else { return nil }
        if continents[country] == nil, !continents.isEmpty {
            row.report("country", "unknown country \(quoted(country))")
        }
        self.id = id
        self.name = name
        self.kind = kind
        self.city = city
        self.country = country
        self.coordinate = coordinate
        self.coordinateSource = coordinateSource
        continent = continents[country] ?? ""
        operatorID = row.optionalText("operator")
        operatorRegion = row.optionalText("operator_region")
        admin1 = row.optionalText("admin1")
        gridZone = row.optionalText("grid_zone")
        carbon = row.figure("carbon_g_per_kwh", about: "carbon", in: SiteField.carbon.range)
        carbonFreePercent = row.optionalNumber("carbon_free_pct", in: .between(0, 100))
        renewablePercent = row.optionalNumber("renewable_pct", in: .between(0, 100))
        price = row.figure("price_usd_per_mwh", about: "price", in: .powerPrice)
        pue = row.figure("pue", about: "pue", in: SiteField.pue.range)
        wue = row.figure("wue_l_per_kwh", about: "wue", in: SiteField.wue.range)
        gridWater = row.figure(
            "grid_water_l_per_kwh", about: "grid_water", in: SiteField.gridWater.range)
        waterStress = row.figure("water_stress", about: "water_stress", in: .between(0, 4))
        climate = Climate(row)
        setting = (row.optionalText("setting") ?? "").split(separator: ";").map(String.init)
        location = row.location
    }
}

extension CatalogueSite.Climate {
    fileprivate init?(_ row: TableRow) {
        guard let mean = row.optionalNumber("mean_temp_c", in: .airTemperature),
            let warmest = row.optionalNumber("warmest_month_c", in: .airTemperature),
            let coldest = row.optionalNumber("coldest_month_c", in: .airTemperature),
            let source = row.text("climate_source")
        else { return nil }
        self.init(mean: mean, warmestMonth: warmest, coldestMonth: coldest, source: source)
    }
}

extension TableRow {
    /// A number with its year, source, scope and quality in columns that begin with a word.
    func figure(
        _ column: String, about word: String, in range: NumberRange
    ) -> CatalogueFigure? {
        guard let value = optionalNumber(column, in: range),
            let source = text("\(word)_source")
        else { return nil }
        return CatalogueFigure(
            value: value, year: optionalInteger("\(word)_year", in: .between(1900, 2100)),
            source: source, scope: optionalText("\(word)_scope"),
            quality: optionalText("\(word)_quality"))
    }
}
