import Siting

/// Reads `rules`: named restrictions that policies may hold.
struct RulesSection {
    static let keys = [
        "residency", "access", "closed", "share", "near_users", "training_supply", "placement",
    ]
    static let residencyKeys = ["services", "jobs", "markets", "sites"]
    static let accessKeys = ["operators", "sites"]
    static let closedKeys = ["sites"]
    static let shareKeys = ["of", "max"]

    let context: ScenarioContext
    let sites: SitesResult
    let markets: MarketsResult
    /// Ids that rules may name.
    let serviceIDs: [String]
    let jobIDs: [String]

    func read(_ mapping: YAMLMapping) -> [Rule] {
        mapping.idEntries("rule", context.diagnostics).compactMap { entry in
            guard let map = entry.value.mapping() else { return nil }
            map.checkKeys(allowed: Self.keys)
            let given = map.entries.filter { Self.keys.contains($0.key) }
            guard let kind = given.first, given.count == 1 else {
                let list = Self.keys.joined(separator: ", ")
                if given.count > 1 || map.keys.isEmpty {
                    map.report("a rule has exactly one of \(list)")
                }
                return nil
            }
            return content(kind).map {
                Rule(name: entry.key, content: $0, location: entry.location)
            }
        }
    }

    private func content(_ kind: YAMLMapping.Entry) -> Rule.Content? {
        if kind.key == "near_users" { return nearUsers(kind.value) }
        guard let part = kind.value.mapping() else { return nil }
        switch kind.key {
        case "residency": return residency(part)
        case "access": return access(part)
        case "closed": return closed(part)
        case "share": return share(part)
        case "training_supply": return trainingSupply(part)
        default: return placement(part)
        }
    }

    private func residency(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.residencyKeys)
        // A rule that names jobs alone says nothing of services.
        let isOfJobs = part.has("jobs") && !part.has("markets")
        let services: Set<String>? =
            if let stated = part.value("services") {
                stated.names(of: "service", among: serviceIDs) ?? []
            } else {
                isOfJobs ? [] : nil
            }
        let jobs = part.value("jobs")?.names(of: "job", among: jobIDs) ?? []
        let reader = SelectionReader.markets(markets.ids, context.catalogue)
        let selected = part.value("markets").map { reader.read($0) } ?? .everything
        return siteSelection(part).map {
            .residency(services: services, jobs: jobs, markets: selected, sites: $0)
        }
    }

    private func access(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.accessKeys)
        let countries = part.value("operators", required: true)
            .flatMap(CountryReader(catalogue: context.catalogue).codes)
        let sites = siteSelection(part)
        guard let countries, let sites else { return nil }
        return .access(operatorCountries: countries, sites: sites)
    }

    private func closed(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.closedKeys)
        return siteSelection(part).map { .closed(sites: $0) }
    }

    private func share(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.shareKeys)
        let groupings = Rule.Grouping.allCases.map(\.rawValue)
        let grouping = part.choice("of", groupings, required: true)
            .flatMap(Rule.Grouping.init)
        let most = part.percentOrNumber("max", in: .share, required: true)
        guard let grouping, let most else { return nil }
        guard most > 0 else {
            part.value("max")?.report("max must be greater than 0", help: "close the sites instead")
            return nil
        }
        warnIfImpossible(grouping, most, at: part.location)
        return .share(of: grouping, maximum: most)
    }

    private func siteSelection(_ part: YAMLMapping) -> Selection? {
        guard let value = part.value("sites", required: true) else { return nil }
        let selection = SelectionReader.sites(sites.candidates, context.catalogue).read(value)
        if !context.diagnostics.hasErrors, !sites.sites.contains(where: selection.contains) {
            context.diagnostics.warning(
                "\(value.path) selects none of the sites", at: value.location)
        }
        return selection
    }

    /// Some site must be capped, and shares of all members together must be able to reach the whole.
    private func warnIfImpossible(
        _ grouping: Rule.Grouping, _ most: Double, at location: SourceLocation
    ) {
        let members = members(of: grouping)
        let groups = Set(members.compactMap(\.self))
        if groups.isEmpty, !members.isEmpty {
            context.diagnostics.warning(
                "the share limits nothing: no site states its \(grouping.rawValue)", at: location)
        }
        // What belongs to no group is not capped.
        guard !groups.isEmpty, !members.contains(nil), Double(groups.count) * most < 1 - 1e-9
        else { return }
        context.diagnostics.warning(
            "the share cannot be kept: \(groups.count) times \(plain(most)) is less than the whole"
                + " (of: \(grouping.rawValue))", at: location)
    }

    /// What each site is counted as; nil for one that belongs to no group.
    private func members(of grouping: Rule.Grouping) -> [String?] {
        switch grouping {
        case .site: sites.sites.map(\.id)
        case .position: Position.grouping(sites.sites).map(\.id)
        case .country: sites.sites.map(\.country)
        case .continent: sites.sites.map(\.continent)
        case .gridZone: sites.sites.map(\.gridZone)
        case .operatorID: sites.sites.map(\.operatorID)
        }
    }
}
