import Siting

/// Fills in the figures that sites do not have themselves.
struct FigureResolver {
    enum Result {
        case site(Site)
        case excluded(MissingRules.Field)
    }

    static let keys = SiteField.allCases.map(\.rawValue) + [CarbonBasis.key]

    /// What is assumed for every site, by figure.
    let fallbacks: [SiteField: Figure]
    /// The figures that the scenario assumes.
    private let stated: Set<SiteField>
    private let missing: MissingRules
    private let climate: PUEClimate
    /// Sites without a figure that is counted as nothing.
    private(set) var reported: [MissingRules.Field: [String]] = [:]
    /// Sites without a figure that must be known, or for which nothing is assumed.
    private(set) var lacking: [SiteField: [String]] = [:]

    /// - Parameter assume: the scenario's `sites.assume`.
    init(_ assume: YAMLMapping?, missing: MissingRules, catalogue: Catalogue) {
        self.missing = missing
        climate = catalogue.pueClimate
        var fallbacks: [SiteField: Figure] = [:]
        var stated: Set<SiteField> = []
        for field in SiteField.allCases {
            guard let row = catalogue.assumption(field.rawValue) else { continue }
            let source = row.source ?? ScenarioContext.unsourced
            fallbacks[field] = Figure(
                value: row.value,
                provenance: Provenance(basis: .assumption, year: row.year, source: source))
        }
        assume?.checkKeys(allowed: Self.keys)
        for field in SiteField.allCases {
            guard let entry = assume?.entry(field.rawValue), let assume,
                let value = field.read(from: assume, in: field.assumedRange)
            else { continue }
            stated.insert(field)
            let source = entry.location.nameAndLine
            fallbacks[field] = Figure(
                value: value,
                provenance: Provenance(basis: .assumption, year: nil, source: source))
        }
        self.fallbacks = fallbacks
        self.stated = stated
    }

    mutating func resolve(_ candidate: SiteCandidate) -> Result {
        var site = candidate.site
        for field in MissingRules.Field.allCases
        where candidate.figures[field.figure] == nil && action(for: field.figure) == .exclude {
            return .excluded(field)
        }
        for field in SiteField.allCases {
            if let figure = candidate.figures[field] {
                site.set(field, to: figure)
                continue
            }
            switch action(for: field) {
            case .assume: assume(field, for: &site)
            case .climate: model(field, for: &site, at: candidate.meanTemperature)
            case .fail, .exclude: lacking[field, default: []].append(site.id)
            case .report:
                site.provenance[field] = .unknown
                guard let field = MissingRules.Field(figure: field) else { continue }
                reported[field, default: []].append(site.id)
            }
        }
        return .site(site)
    }

    private mutating func assume(_ field: SiteField, for site: inout Site) {
        if let figure = fallbacks[field] {
            site.set(field, to: figure)
        } else if field != .existing {
            // Nothing stands at a site unless it is said.
            lacking[field, default: []].append(site.id)
        }
    }

    /// The PUE is the one figure that follows from the climate.
    private mutating func model(
        _ field: SiteField, for site: inout Site, at temperature: Double?
    ) {
        guard let temperature else {
            lacking[field, default: []].append(site.id)
            return
        }
        let provenance = Provenance(
            basis: .modelled, year: climate.year, source: climate.source)
        let value = climate.pue(meanTemperature: temperature)
        site.set(field, to: Figure(value: value, provenance: provenance))
    }

    private func action(for field: SiteField) -> MissingRules.Action {
        guard let field = MissingRules.Field(figure: field) else { return .assume }
        return missing.action(for: field, isAssumed: stated.contains(field.figure))
    }

    /// The assumptions that stand in for figures of these sites.
    func assumptions(of sites: [Site], _ catalogue: Catalogue) -> [Assumption] {
        SiteField.allCases.compactMap { field in
            let count = sites.count { $0.provenance[field]?.basis == .assumption }
            guard count > 0, let figure = fallbacks[field] else { return nil }
            let unit = catalogue.assumption(field.rawValue)?.unit ?? field.unit
            return Assumption(
                key: field.rawValue, value: figure.value, unit: unit, siteCount: count,
                source: figure.provenance.source)
        }
    }
}

extension Site {
    fileprivate mutating func set(_ field: SiteField, to figure: Figure) {
        set(field, to: figure.value)
        provenance[field] = figure.provenance
    }
}
