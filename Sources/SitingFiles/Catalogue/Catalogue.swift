public import Siting

/// The tables that come with the product: candidate sites, cities, countries, networks, fuels and
/// planning figures, each with its source.
public struct Catalogue: Sendable {
    /// The folder it came from.
    public let directory: String
    /// In catalogue order, which is the rank among equals.
    public let sites: [CatalogueSite]
    /// By falling number of internet users.
    public let cities: [CatalogueCity]
    /// In alphabetical order of their codes.
    public let countries: [Country]
    /// Lines fitted to measured round trips.
    public let latencyFits: LatencyFits
    /// Round trips measured between regions of one operator.
    public let latencyPairs: [LatencyPair]
    public let fuels: [FuelFactor]
    public let accelerators: [Accelerator]
    /// How the PUE follows from the mean temperature.
    public let pueClimate: PUEClimate
    /// Who runs work, with sites, markets and law of their own.
    public let operators: [CatalogueOperator]
    /// Planning figures for what no table knows.
    public let assumptions: [CatalogueAssumption]
    /// What everyone knows and what it emits, for comparison with a plan.
    public let equivalences: [Equivalence]
    public let sources: [CatalogueSource]
    /// The tables that were read, ordered by name.
    let files: [InputFile]

    private let siteIndices: [String: Int]
    private let countryIndices: [String: Int]
    private let assumptionIndices: [String: Int]
    private let sourceIndices: [String: Int]

    /// Reads the tables of a folder.
    ///
    /// Errors: every problem of every table, each with its place. The yearly figures of grids and
    /// the price history are read only when they are asked for.
    public static func load(at directory: String) throws(InputError) -> Catalogue {
        let diagnostics = DiagnosticCollector()
        let files = CatalogueFiles(directory: directory, diagnostics: diagnostics)
        try files.checkFolder()
        let catalogue = Catalogue(reading: files)
        try diagnostics.throwIfErrors()
        return catalogue
    }

    private init(reading files: CatalogueFiles) {
        directory = files.directory
        countries = Country.read(from: files)
        let continents = Dictionary(
            countries.map { ($0.code, $0.continent) }, uniquingKeysWith: { first, _ in first })
        sites = CatalogueSite.read(from: files, continents: continents)
        cities = CatalogueCity.read(from: files, continents: continents)
        latencyPairs = LatencyPair.read(from: files, sites: sites)
        latencyFits = LatencyFits(reading: files)
        fuels = FuelFactor.read(from: files)
        accelerators = Accelerator.read(from: files)
        pueClimate = PUEClimate(reading: files)
        operators = CatalogueOperator.read(from: files, sites: sites, countries: countries)
        assumptions = CatalogueAssumption.read(from: files)
        equivalences = Equivalences.read(from: files)
        sources = CatalogueSource.read(from: files)
        self.files = InputFiles.tables(files.diagnostics.texts)
        siteIndices = Self.indices(of: sites.map(\.id))
        countryIndices = Self.indices(of: countries.map(\.code))
        assumptionIndices = Self.indices(of: assumptions.map(\.key))
        sourceIndices = Self.indices(of: sources.map(\.key))
    }

    private static func indices(of names: [String]) -> [String: Int] {
        Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    }
}

extension Catalogue {
    public func site(_ id: String) -> CatalogueSite? { siteIndices[id].map { sites[$0] } }

    /// - Parameter code: ISO 3166-1 alpha-2.
    public func country(_ code: String) -> Country? { countryIndices[code].map { countries[$0] } }

    public func assumption(_ key: String) -> CatalogueAssumption? {
        assumptionIndices[key].map { assumptions[$0] }
    }

    public func source(_ key: String) -> CatalogueSource? { sourceIndices[key].map { sources[$0] } }

    public func fuel(_ fuel: String, in factorSet: String) -> FuelFactor? {
        fuels.first { $0.fuel == fuel && $0.factorSet == factorSet }
    }

    /// The codes of the countries of a group.
    public func members(of group: CountryGroup) -> Set<String> {
        Set(countries.filter(group.contains).map(\.code))
    }

    /// A table that is read only when asked for; its rows by `member`, where that gives any.
    func read<Member>(
        _ name: String, _ columns: [String], _ member: (TableRow) -> Member?
    ) throws(InputError) -> [Member] {
        let diagnostics = DiagnosticCollector()
        let files = CatalogueFiles(directory: directory, diagnostics: diagnostics)
        let members = files.rows(name, requiring: columns).compactMap(member)
        try diagnostics.throwIfErrors()
        return members
    }
}
