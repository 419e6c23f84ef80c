import Siting

/// Reads `sites.supplies`: supplies of many sites in one table, the catalogue's or the planner's own.
struct SupplyTable {
    static let file = "supplies.csv"
    static let required = ["id", "site", "kind", "mw", "usd_per_mwh"]
    static let optional =
        ["capacity_factor", "fuel", "g_per_kwh", "l_per_kwh"] + seasonColumns
    /// The first and the last day of a season.
    static let seasonColumns = ["season_from", "season_to"]
    /// What says where the figures come from.
    static let evidence = ["country", "year", "source", "price_source", "water_source", "note"]

    let context: ScenarioContext
    let factors: FuelFactors
    let filter: SiteFilter
    /// The table's name.
    let value: YAMLValue

    private var isOwn: Bool { value.text != SitesSection.catalogueWord }

    /// Adds the supplies to those that the sites have already.
    func add(to candidates: inout [SiteCandidate]) {
        let ids = candidates.map(\.site.id)
        // Where no site could be read, none is unknown.
        let sites = NameIndex(known: ids.isEmpty ? nil : ids, chosen: ids)
        var names = UniqueNames()
        for row in isOwn ? ownRows() : catalogueRows(for: candidates) {
            let place = row.text("site").flatMap { sites.find($0, of: row, column: "site") }
            guard let supply = supply(row), names.insert(supply.name, of: row, column: "id"),
                case .chosen(let index) = place
            else { continue }
            add(supply, at: row.location, to: &candidates[index].site)
        }
    }

    private func ownRows() -> [TableRow] {
        guard value.string() != nil, value.isTable(or: SitesSection.catalogueWord),
            let table = context.table(namedBy: value)
        else { return [] }
        table.checkColumns(allowed: Self.required + Self.optional + Self.evidence)
        return table.rows(requiring: Self.required)
    }

    /// Those of sites that are selected: nobody asked for the others.
    private func catalogueRows(for candidates: [SiteCandidate]) -> [TableRow] {
        let kept = candidates.filter { filter.verdict(on: $0) == .kept }
        let ids = Set(kept.map(\.site.id))
        let folder = context.catalogue.directory
        return CatalogueFiles(directory: folder, diagnostics: context.diagnostics)
            .rows(Self.file, requiring: Self.required)
            .filter { row in row.optionalText("site").map(ids.contains) ?? false }
    }

    private func supply(_ row: TableRow) -> Supply? {
        let origin = origin(of: row)
        let kind = kind(row)
        let power = row.number("mw", in: .megawatts)
        let price = row.number("usd_per_mwh", in: .statedPowerPrice)
        let factor = row.optionalNumber("capacity_factor", in: .share)
        let season = season(row, factor)
        let water = row.optionalNumber("l_per_kwh", in: .litresPerKilowattHour)
        guard let id = row.id("id") else { return nil }
        if id == Supply.grid {
            row.report("id", SupplyReader.gridMessage, help: SupplyReader.gridHelp)
        }
        guard let kind, let power, let price, let carbon = carbon(of: id, row, origin)
        else { return nil }
        return Supply(
            name: id, kind: kind, fuel: row.optionalText("fuel"),
            power: Figure(value: power, provenance: origin), capacityFactor: factor,
            season: season,
            price: Figure(value: price, provenance: self.origin(of: row, "price_source") ?? origin),
            carbon: carbon,
            water: water.map {
                Figure(value: $0, provenance: self.origin(of: row, "water_source") ?? origin)
            },
            location: row.location)
    }

    private func season(_ row: TableRow, _ factor: Double?) -> Season? {
        let stated = Self.seasonColumns.filter { row.optionalText($0) != nil }
        guard let only = stated.first else { return nil }
        guard stated.count == Self.seasonColumns.count else {
            let other = Self.seasonColumns.first { $0 != only } ?? ""
            row.report(only, "\(only) is given without \(other)", help: "give both or neither")
            return nil
        }
        let days = Self.seasonColumns.map(row.yearDay)
        guard let from = days[0], let to = days[1] else { return nil }
        let season = Season(from: from, to: to)
        if let factor, let problem = season.problem(ofCapacityFactor: factor) {
            row.report("capacity_factor", problem, help: Season.capacityFactorHelp)
        }
        return season
    }

    private func kind(_ row: TableRow) -> Supply.Kind? {
        guard let text = row.text("kind") else { return nil }
        if let kind = Supply.Kind(rawValue: text) { return kind }
        let kinds = Supply.Kind.allCases.map(\.rawValue)
        row.report("kind", "unknown kind \(quoted(text))", help: didYouMean(text, among: kinds))
        return nil
    }

    /// The row's own factor, else that of the fuel, which the supply's id may tell.
    private func carbon(of id: String, _ row: TableRow, _ origin: Provenance) -> Figure? {
        if row.optionalText("g_per_kwh") != nil {
            return row.number("g_per_kwh", in: .gramsPerKilowattHour)
                .map { Figure(value: $0, provenance: origin) }
        }
        let stated = row.optionalText("fuel")
        let fuel = stated ?? id
        if let factor = factors.factor(of: fuel) { return factor }
        row.report(
            stated == nil ? "id" : "fuel", factors.message(lacking: fuel),
            help: isOwn
                ? factors.help(lacking: fuel)
                : "choose another set under fuels, or bring a table of your own")
        return nil
    }

    private func origin(of row: TableRow) -> Provenance {
        Provenance(
            basis: isOwn ? .stated : .catalogue,
            year: row.optionalInteger("year", in: .between(1900, 2100)),
            source: row.optionalText("source") ?? row.location.nameAndLine)
    }

    /// Where a figure comes from that has a source of its own, named in a column.
    ///
    /// The year of a row is that of its power, and may not be that of a figure from elsewhere.
    private func origin(of row: TableRow, _ column: String) -> Provenance? {
        row.optionalText(column).map {
            Provenance(basis: isOwn ? .stated : .catalogue, year: nil, source: $0)
        }
    }

    private func add(_ supply: Supply, at location: SourceLocation, to site: inout Site) {
        guard let other = site.supplies.first(where: { $0.name == supply.name }) else {
            site.supplies.append(supply)
            return
        }
        context.diagnostics.error(
            "the supply \(quoted(supply.name)) of \(quoted(site.id)) is given twice",
            at: other.location ?? value.location, help: "it is also in \(location.nameAndLine)")
    }
}
