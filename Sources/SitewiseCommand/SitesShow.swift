import Siting
import ArgumentParser
import SitingFiles
import Typesetting

/// `sitewise sites show`: one site, with the source and year of every number.
struct SitesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one site with the source and year of every number.",
        discussion: """
            EXAMPLES
              sitewise sites show keflavik
              sitewise sites show aws_eu_north_1 --format json
            """)

    @Argument(help: "The site's id, as 'sitewise sites' lists it.")
    var id: String

    @Option(help: "table or json; told from the file's ending.")
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [.table, .json].contains(chosenFormat) else {
            throw ValidationError("a single site is shown as table or json")
        }
    }

    func run() throws {
        let catalogue = try catalogue.load()
        guard let site = catalogue.site(id) else {
            let guess = suggestion(for: id, among: catalogue.sites.map(\.id))
            throw ValidationError(
                "no site '\(id)' in the catalogue" + (guess.map { "; did you mean '\($0)'?" } ?? "")
            )
        }
        if chosenFormat == .json {
            let value = SiteJSON.value(SiteRow(site: site, distanceKm: nil))
            try output.output.write(JSONText.text(value))
        } else {
            try output.output.write(text(of: site, in: catalogue))
        }
    }

    private func text(of site: CatalogueSite, in catalogue: Catalogue) throws -> String {
        let style = output.style
        let country = catalogue.country(site.country)?.name ?? site.country
        let place = [site.city, site.admin1, country].compactMap { $0 }.joined(separator: ", ")
        let latitude = NumberText.fixed(site.coordinate.latitude, decimals: 4)
        let longitude = NumberText.fixed(site.coordinate.longitude, decimals: 4)
        var text = """
            \(style.bold(style.shown(site.name))) (\(site.id))
            \(style.shown(place)); \(latitude), \(longitude) (\(site.coordinateSource)); \
            grid zone \(site.gridZone ?? "unknown")
            Tags (editorial): \(site.setting.joined(separator: ", "))


            """
        var keys: [String] = [site.coordinateSource]
        text += figures(of: site, keys: &keys).plain(style: style, maxWidth: output.width)
        if let zone = site.gridZone {
            text += "\n" + (try history(of: zone, in: catalogue, keys: &keys, style: style))
        }
        text += "\n" + sources(keys, in: catalogue, style: style)
        return text
    }

    private func figures(of site: CatalogueSite, keys: inout [String]) -> TextTable {
        var table = TextTable(columns: [
            .init("Figure"), .init("Value", alignment: .decimal), .init("Unit"), .init("Year"),
            .init("Holds for"), .init("Source"),
        ])
        func add(
            _ name: String, _ value: Double?, _ unit: String, year: String, scope: String,
            source: String
        ) {
            table.append([
                .text(name), .number(NumberText.plain(value), value: value), .text(unit),
                .text(year), .text(scope), .text(source),
            ])
            keys.append(source)
        }
        func add(_ name: String, _ figure: CatalogueFigure?, _ unit: String) {
            guard let figure else {
                table.append([
                    .text(name), .number(NumberText.missing, value: nil), .text(unit),
                    .text("unknown"), .text(""), .text(""),
                ])
                return
            }
            let quality = figure.quality.map { "quality \($0)" }
            let scope = [figure.scope, quality].compactMap { $0 }.joined(separator: ", ")
            add(
                name, figure.value, unit, year: figure.year.map { "\($0)" } ?? "undated",
                scope: scope, source: figure.source)
        }
        add("Grid carbon, location-based lifecycle", site.carbon, "g/kWh")
        add("Grid price, industrial", site.price, "USD/MWh")
        add("PUE", site.pue, "")
        add("Water on site", site.wue, "L/kWh IT")
        add("Water at power plants", site.gridWater, "L/kWh")
        add("Water stress, 0 to 4", site.waterStress, "")
        if let climate = site.climate {
            for (name, value) in [
                ("Mean temperature", climate.mean), ("Warmest month", climate.warmestMonth),
                ("Coldest month", climate.coldestMonth),
            ] {
                add(
                    name, value, "°C", year: "2000-2025", scope: "0.25 degrees",
                    source: climate.source)
            }
        }
        return table
    }

    private func history(
        of zone: String, in catalogue: Catalogue, keys: inout [String], style: TerminalStyle
    ) throws -> String {
        var table = TextTable(columns: [
            .init("Grid zone \(zone)"), .init("Carbon", "g/kWh", alignment: .decimal),
            .init("Carbon-free", "%", alignment: .decimal),
            .init("Renewable", "%", alignment: .decimal),
            .init("Source"),
        ])
        for year in try catalogue.gridYears(zone: zone) {
            table.append([
                .text("\(year.year)"),
                .number(year.carbonGramsPerKilowattHour, in: .other("")),
                .number(year.carbonFreePercent, in: .other("")),
                .number(year.renewablePercent, in: .other("")), .text(year.source),
            ])
            keys.append(year.source)
        }
        return table.plain(style: style, maxWidth: output.width)
    }

    private func sources(
        _ keys: [String], in catalogue: Catalogue, style: TerminalStyle
    ) -> String {
        var seen = Set<String>()
        let lines = keys.filter { seen.insert($0).inserted }.flatMap { key -> [String] in
            guard let source = catalogue.source(key) else { return [] }
            return WrappedText.lines(
                style.shown("\(key): \(source.title). \(source.publisher). \(source.licence)"),
                width: output.width, hangingIndent: "  ")
        }
        return "Sources\n" + lines.map { $0 + "\n" }.joined()
    }
}
