import Siting

/// What a carbon figure counts: whose emissions, and how much of a plant's life.
enum CarbonBasis: String, CaseIterable {
    /// The grid where the site is; plant building, fuel supply and combustion. The catalogue's.
    case locationLifecycle = "location_lifecycle"
    /// The grid where the site is; combustion alone.
    case locationDirect = "location_direct"
    /// The site's contracts; plant building, fuel supply and combustion.
    case marketLifecycle = "market_lifecycle"
    /// The site's contracts; combustion alone.
    case marketDirect = "market_direct"

    static let key = "carbon_basis"
    static let words = allCases.map(\.rawValue)

    /// What plans on this basis are, and what they cannot be compared with.
    var caution: (basis: String, others: String)? {
        switch self {
        case .locationLifecycle: nil
        case .locationDirect: ("location-based, direct", "lifecycle plans")
        case .marketLifecycle: ("market-based, lifecycle", "location-based plans")
        case .marketDirect: ("market-based, direct", "location-based or lifecycle plans")
        }
    }

    /// A basis with where it is written.
    struct Stated {
        let basis: CarbonBasis
        let location: SourceLocation
    }
}

extension YAMLMapping {
    /// The basis that the mapping states.
    func carbonBasis() -> CarbonBasis.Stated? {
        guard let entry = entry(CarbonBasis.key),
            let basis = entry.value.choice(CarbonBasis.words).flatMap(CarbonBasis.init)
        else { return nil }
        return CarbonBasis.Stated(basis: basis, location: entry.location)
    }
}

extension TableRow {
    /// The basis that the row states.
    func carbonBasis() -> CarbonBasis.Stated? {
        guard let text = optionalText(CarbonBasis.key) else { return nil }
        guard let basis = CarbonBasis(rawValue: text) else {
            report(
                CarbonBasis.key, "unknown \(CarbonBasis.key) \(quoted(text))",
                help: didYouMean(text, among: CarbonBasis.words))
            return nil
        }
        return CarbonBasis.Stated(basis: basis, location: location)
    }
}
