import Siting

/// Counts which sites take part and why others do not.
struct SiteScreen {
    /// How many candidates there are.
    let total: Int
    var sites: [Site] = []
    private(set) var unselected: [Site] = []
    private(set) var foreign: [Site] = []
    private(set) var tooCheap: [Site] = []
    private(set) var lacking: [MissingRules.Field: [Site]] = [:]

    init(total: Int) {
        self.total = total
    }

    mutating func leaveOut(_ site: Site, _ verdict: SiteFilter.Verdict) {
        switch verdict {
        case .kept: break
        case .unselected: unselected.append(site)
        case .foreign: foreign.append(site)
        case .tooCheap: tooCheap.append(site)
        case .lacks(let field): lacking[field, default: []].append(site)
        }
    }

    /// What was left out beside the planner's own selection.
    func exclusions(minimumPrice: Double) -> [Exclusion] {
        reasons(minimumPrice: minimumPrice).map { reason, sites in
            Exclusion(reason: reason, siteIDs: sites.map(\.id))
        }
    }

    func reasons(minimumPrice: Double) -> [(reason: String, sites: [Site])] {
        var reasons = MissingRules.Field.allCases.compactMap { field in
            lacking[field].map { (reason: "no \(field.rawValue) figure", sites: $0) }
        }
        if !tooCheap.isEmpty {
            reasons.append(("price below \(plain(minimumPrice)) USD/MWh", tooCheap))
        }
        return reasons
    }
}

/// A number without needless decimals.
func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
}

/// Names in a sentence, the first ten of them.
func listed(_ names: [String]) -> String {
    let most = 10
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
}

/// `1 site`, `3 sites`.
func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
