import Siting

/// Reads `sites.set`: figures and supplies of single sites.
struct SiteSettings {
    static let keys = SiteField.allCases.map(\.rawValue) + ["supply"]

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
        if let value = settings.value("supply") {
            candidate.site.supplies = supplies.read(value)
        }
    }
}
