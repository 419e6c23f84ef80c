import ArgumentParser
import Quantities
import Siting
import SitingFiles
import Typesetting

/// `sitewise sites list`, the default of `sitewise sites`.
struct SitesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List sites, filtered.")

    @Option(help: ArgumentHelp("Only this country; may be repeated.", valueName: "code"))
    var country: [String] = []

    @Option(
        help: ArgumentHelp(
            "Nearest first, from this point.", valueName: "latitude,longitude"))
    var near: PointArgument?

    @Option(help: ArgumentHelp("With --near: no farther than this.", valueName: "km"))
    var within: Double?

    @Option(help: ArgumentHelp("Grid carbon at most this.", valueName: "g/kWh"))
    var maxCarbon: Double?

    @Option(help: ArgumentHelp("Grid price at most this.", valueName: "USD/MWh"))
    var maxPrice: Double?

    @Option(
        name: .customLong("operator"),
        help: ArgumentHelp("Only this operator's regions, such as aws.", valueName: "name"))
    var operatorID: String?

    @Option(help: ArgumentHelp("Only sites tagged so, such as hydro.", valueName: "tag"))
    var setting: String?

    @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
    var limit: Int?

    @Option(help: "table, json, csv or markdown; told from the file's ending.")
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try chosenFormat.check("the catalogue has", no: .geojson, .html)
        if within != nil, near == nil { throw ValidationError("--within needs --near") }
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
        for bound in [within, maxCarbon, maxPrice].compactMap({ $0 }) where !bound.isFinite {
            throw ValidationError("bounds must be finite numbers")
        }
    }

    func run() throws {
        let catalogue = try catalogue.load()
        try checkNames(in: catalogue)
        let rows = rows(of: catalogue)
        let text =
            switch chosenFormat {
            case .table, .geojson, .html: table(rows, of: catalogue)
            case .json: JSONText.text(.array(rows.map(SiteJSON.value)))
            case .csv: SitesTable.full(rows, isMeasured: near != nil).csv()
            case .markdown: SitesTable.short(rows, isMeasured: near != nil).markdown()
            }
        try output.output.write(text)
    }

    private func table(_ rows: [SiteRow], of catalogue: Catalogue) -> String {
        let table = SitesTable.short(rows, isMeasured: near != nil, isForTerminal: true)
        let count =
            "\(NumberText.count(rows.count)) of \(NumberText.count(catalogue.sites.count)) sites."
        let note = "Carbon is location-based, lifecycle. Years and sources: sitewise sites show ID."
        return table.plain(style: output.style, maxWidth: output.width)
            + WrappedText.text("\(count) \(note)", width: output.width)
    }

    /// A misspelt name would list nothing, which looks like an answer.
    private func checkNames(in catalogue: Catalogue) throws {
        func check(_ name: String?, among known: Set<String>, _ kind: String) throws {
            guard let name, !known.contains(name) else { return }
            let guess = suggestion(for: name, among: known.sorted())
            throw ValidationError(
                "no site has the \(kind) '\(name)'"
                    + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        let countries = Set(catalogue.countries.map(\.code))
        for code in country {
            guard !countries.contains(code.uppercased()) else { continue }
            throw ValidationError("unknown country '\(code)': give two letters, such as IS")
        }
        try check(operatorID, among: Set(catalogue.sites.compactMap(\.operatorID)), "operator")
        try check(setting, among: Set(catalogue.sites.flatMap(\.setting)), "tag")
    }

    private func rows(of catalogue: Catalogue) -> [SiteRow] {
        let codes = Set(country.map { $0.uppercased() })
        let origin = near.map {
            UnitVector(Coordinate(latitude: $0.latitude, longitude: $0.longitude))
        }
        var rows = catalogue.sites.compactMap { site -> SiteRow? in
            if !codes.isEmpty, !codes.contains(site.country) { return nil }
            if let maxCarbon, site.carbon.map({ $0.value > maxCarbon }) ?? true { return nil }
            if let maxPrice, site.price.map({ $0.value > maxPrice }) ?? true { return nil }
            if let operatorID, site.operatorID != operatorID { return nil }
            if let setting, !site.setting.contains(setting) { return nil }
            let distance = origin.map { $0.distance(to: UnitVector(site.coordinate)).value }
            if let within, let distance, distance > within { return nil }
            return SiteRow(site: site, distanceKm: distance)
        }
        if near != nil { rows.sort { ($0.distanceKm ?? 0) < ($1.distanceKm ?? 0) } }
        return limit.map { Array(rows.prefix($0)) } ?? rows
    }
}

/// A site of the catalogue and how far it is from the point asked about.
struct SiteRow {
    let site: CatalogueSite
    let distanceKm: Double?
}
