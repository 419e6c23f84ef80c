import Siting

/// Reads `sites.set`: figures and supplies of single sites.
struct SiteSettings {
    static let keys = SiteField.allCases.map(\.rawValue) + [CarbonBasis.key, "supply"]

    let context: ScenarioContext
    let supplies: SupplyReader

    /// Applies the settings to the candidates; an id that none of them has is an error.
    ///
    /// - Returns: where each site is set, by id.
    func apply(
        _ mapping: YAMLMapping, to candidates: inout [SiteCandidate]
    ) -> [String: SourceLocation] {
        let indices = Dictionary(
            zip(candidates.map(\.site.id), 0...), uniquingKeysWith: { first, _ in first })
        var places: [String: SourceLocation] = [:]
        for entry in mapping.entries {
            guard let index = indices[entry.key] else {
                if candidates.isEmpty { continue }
                context.diagnostics.error(
                    "unknown site \(quoted(entry.key))", at: entry.location,
                    help: didYouMean(entry.key, among: candidates.map(\.site.id)))
                continue
            }
            guard let settings = entry.value.mapping() else { continue }
            apply(settings, to: &candidates[index])
            candidates[index].site.location = entry.location
            places[entry.key] = entry.location
        }
        return places
    }

    private func apply(_ settings: YAMLMapping, to candidate: inout SiteCandidate) {
        settings.checkKeys(allowed: Self.keys)
        for field in SiteField.allCases {
            guard let entry = settings.entry(field.rawValue),
                let value = field.read(from: settings, in: field.range)
            else { continue }
            candidate.state(field, value, at: entry.location)
        }
        setBasis(settings, of: &candidate)
        if let value = settings.value("supply") {
            candidate.site.supplies = supplies.read(value)
        }
    }

    /// The basis belongs to a figure that the planner wrote; the catalogue's figures have theirs.
    private func setBasis(_ settings: YAMLMapping, of candidate: inout SiteCandidate) {
        guard let stated = settings.carbonBasis() else { return }
        guard candidate.figures[.carbon]?.provenance.basis == .stated else {
            context.diagnostics.error(
                "\(CarbonBasis.key) speaks of \(SiteField.carbon.rawValue), which is not stated for"
                    + " this site", at: stated.location,
                help: "state both")
            return
        }
        candidate.carbonBasis = stated
    }
}
