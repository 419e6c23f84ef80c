import Siting

/// Reads `sites.where` and says which candidates it keeps.
struct SiteFilter {
    static let hasKey = "has"
    static let minimumPriceKey = "min_price_usd_per_mwh"
    static let furtherKeys = [hasKey, minimumPriceKey]
    static let keys = SelectionReader.siteKeys + furtherKeys

    enum Verdict: Equatable {
        case kept, unselected, tooCheap
        /// Not of the operator that the scenario is seen as.
        case foreign
        case lacks(MissingRules.Field)
    }

    private(set) var selection = Selection.everything
    private(set) var required: [MissingRules.Field] = []
    /// USD/MWh; zero keeps every site.
    private(set) var minimumPrice = 0.0
    /// The default minimum is about tariffs of the catalogue; what a planner wrote is an offer.
    private(set) var isMinimumStated = false
    private(set) var location: SourceLocation
    /// The default minimum, where it is in force.
    private(set) var assumption: Assumption?

    private let profile: OperatorProfile?

    init(_ sites: YAMLMapping, candidates: [SiteCandidate]?, context: ScenarioContext) {
        location = sites.entry("where")?.location ?? sites.location
        profile = context.profile
        if let value = sites.value("where") {
            let reader = SelectionReader.sites(candidates?.map(\.site), context.catalogue)
            selection = reader.read(value, furtherKeys: Self.furtherKeys)
            if value.isMapping, let map = value.mapping() { readFurtherKeys(map) }
        }
        guard !isMinimumStated else { return }
        assumption = context.assumption(Self.minimumPriceKey, at: location)
        minimumPrice = assumption?.value ?? 0
    }

    private mutating func readFurtherKeys(_ map: YAMLMapping) {
        let known = MissingRules.keys
        let names = map.value(Self.hasKey)?.names(of: "figure", among: known) ?? []
        required = MissingRules.Field.allCases.filter { names.contains($0.rawValue) }
        guard let entry = map.entry(Self.minimumPriceKey) else { return }
        isMinimumStated = true
        location = entry.location
        minimumPrice = entry.value.number(in: .powerPrice) ?? 0
    }

    func verdict(on candidate: SiteCandidate) -> Verdict {
        guard selection.contains(candidate.site) else { return .unselected }
        if let profile, !profile.owns(candidate.site) { return .foreign }
        if let field = required.first(where: { candidate.figures[$0.figure] == nil }) {
            return .lacks(field)
        }
        guard let price = candidate.figures[.price], minimumPrice > 0 else { return .kept }
        let applies = isMinimumStated || price.provenance.basis == .catalogue
        return applies && price.value < minimumPrice ? .tooCheap : .kept
    }
}
