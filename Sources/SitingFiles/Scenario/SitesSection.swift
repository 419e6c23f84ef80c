import Siting

/// The sites of a scenario and what was done to find them.
struct SitesResult {
    var sites: [Site] = []
    /// Every site that may be named; nil where they cannot be read.
    var candidates: [Site]?
    var assumptions: [Assumption] = []
    var exclusions: [Exclusion] = []
    /// What all carbon figures count, in words.
    var carbonBasis = Scenario.usualCarbonBasis
    /// Sites whose figure is unknown and counts as nothing.
    var reported: [MissingRules.Field: [String]] = [:]
}

/// Reads `sites`: candidates, their figures, and which of them take part.
struct SitesSection {
    static let keys = ["from", "where", "assume", "set", "supplies"]
    static let catalogueWord = "catalog"

    let context: ScenarioContext
    let missing: MissingRules
    /// The fuel factor set in use.
    let factorSet: String

    func read(_ mapping: YAMLMapping) -> SitesResult {
        mapping.checkKeys(allowed: Self.keys)
        let read = candidates(mapping.value("from"))
        var candidates = read ?? []
        let factors = FuelFactors(catalogue: context.catalogue, factorSet: factorSet)
        let settings = SiteSettings(
            context: context, supplies: SupplyReader(context: context, factors: factors))
        let places = mapping.mapping("set").map { settings.apply($0, to: &candidates) } ?? [:]
        let filter = SiteFilter(mapping, candidates: read.map { _ in candidates }, context: context)
        if let value = mapping.value("supplies") {
            SupplyTable(context: context, factors: factors, filter: filter, value: value)
                .add(to: &candidates)
        }
        let assume = mapping.mapping("assume")
        var resolver = FigureResolver(assume, missing: missing, catalogue: context.catalogue)
        var bases = CarbonBasisChecks(assume, context: context)
        let screen = screen(candidates, by: filter, &resolver) { candidate, site in
            bases.add(candidate, as: site, section: mapping.location)
        }
        var result = SitesResult()
        result.sites = screen.sites
        result.candidates = read.map { _ in candidates.map(\.site) }
        result.reported = resolver.reported
        result.exclusions = screen.exclusions(minimumPrice: filter.minimumPrice)
        result.assumptions = resolver.assumptions(of: screen.sites, context.catalogue)
        if let assumption = filter.assumption, !screen.tooCheap.isEmpty {
            result.assumptions.append(assumption)
        }
        let checks = SiteChecks(context: context, section: mapping, missing: missing)
        checks.check(lacking: resolver.lacking)
        result.carbonBasis = bases.check()
        if read != nil { checks.check(screen, filter: filter, set: places) }
        return result
    }

    /// Which candidates take part, with a call for each of those.
    private func screen(
        _ candidates: [SiteCandidate], by filter: SiteFilter, _ resolver: inout FigureResolver,
        _ body: (SiteCandidate, Site) -> Void
    ) -> SiteScreen {
        var screen = SiteScreen(total: candidates.count)
        for candidate in candidates {
            let verdict = filter.verdict(on: candidate)
            guard verdict == .kept else {
                screen.leaveOut(candidate.site, verdict)
                continue
            }
            switch resolver.resolve(candidate) {
            case .site(let site):
                screen.sites.append(site)
                body(candidate, site)
            case .excluded(let field): screen.leaveOut(candidate.site, .lacks(field))
            }
        }
        return screen
    }

    private func candidates(_ from: YAMLValue?) -> [SiteCandidate]? {
        let name = from.map { $0.string() } ?? Self.catalogueWord
        guard let from, let name, name != Self.catalogueWord else {
            return name == nil ? nil : context.catalogue.sites.map(SiteCandidate.init)
        }
        guard from.isTable(or: Self.catalogueWord) else { return nil }
        if context.profile != nil {
            from.report(
                "an operator's sites are those of the catalogue, and this scenario brings its own",
                help: "leave out the operator, or let from be \(Self.catalogueWord)")
        }
        let table = context.table(namedBy: from)
        let rows = table.map { OwnSites.read($0, context.catalogue) } ?? []
        return rows.isEmpty ? nil : rows
    }
}

extension YAMLValue {
    /// Whether the value can be a table's name; if not, that is an error.
    func isTable(or word: String) -> Bool {
        let name = text ?? ""
        if name.hasSuffix(".csv") { return true }
        let near = suggestion(for: name, among: [word])
        report(
            "\(self.name) must be \(word) or the path of a .csv file, not \(quoted(name))",
            help: near.map { "did you mean \(quoted($0))?" })
        return false
    }
}
