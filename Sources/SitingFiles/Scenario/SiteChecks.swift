import Quantities
import Siting

/// Judges the sites of a scenario as a whole.
struct SiteChecks {
    let context: ScenarioContext
    let section: YAMLMapping
    let missing: MissingRules

    /// Every set of a site's seasons may need a row of the model.
    static let mostSeasons = 4

    /// Reports figures that nothing gives.
    func check(lacking: [SiteField: [String]]) {
        for field in SiteField.allCases {
            guard let ids = lacking[field] else { continue }
            let rule = MissingRules.Field(figure: field)
            let location = rule.flatMap(missing.location(of:)) ?? section.location
            let verb = ids.count == 1 ? "has" : "have"
            let sites = "\(counted(ids.count, "site")) \(verb)"
            if missing.isModelled(field) {
                context.diagnostics.error(
                    "\(sites) neither \(field.rawValue) nor mean_temp_c: \(listed(ids))",
                    at: location,
                    help: "set \(field.rawValue), or let missing.\(field.rawValue) be assume")
                continue
            }
            context.diagnostics.error(
                "\(sites) no \(field.rawValue): \(listed(ids))", at: location,
                help: rule.map { "set it, assume it, or let missing.\($0.rawValue) be exclude" }
                    ?? "add it to sites.assume")
        }
    }

    /// - Parameter set: where single sites are set, by id.
    func check(_ screen: SiteScreen, filter: SiteFilter, set: [String: SourceLocation]) {
        guard !screen.sites.isEmpty else {
            reportNothingLeft(screen, filter)
            return
        }
        warnOfCheap(screen.tooCheap, filter)
        warnOfUseless(set, screen.sites)
        checkExisting(screen.sites)
        screen.sites.forEach(checkSeasons)
    }

    private func reportNothingLeft(_ screen: SiteScreen, _ filter: SiteFilter) {
        guard !context.diagnostics.hasErrors else { return }
        var parts: [String] = []
        if !screen.unselected.isEmpty {
            parts.append("\(screen.unselected.count) not selected by where")
        }
        if !screen.foreign.isEmpty {
            parts.append("\(screen.foreign.count) not of the operator")
        }
        for (reason, sites) in screen.reasons(minimumPrice: filter.minimumPrice) {
            parts.append("\(sites.count) left out: \(reason)")
        }
        context.diagnostics.error(
            "no site is left of \(screen.total): \(parts.joined(separator: ", "))",
            at: filter.location)
    }

    private func warnOfCheap(_ sites: [Site], _ filter: SiteFilter) {
        guard !sites.isEmpty else { return }
        let countries = Set(sites.map(\.country)).sorted().joined(separator: ", ")
        let names = listed(sites.map(\.id).sorted())
        let least = plain(filter.minimumPrice)
        context.diagnostics.warning(
            "\(counted(sites.count, "site")) in \(countries) left out (\(names)):"
                + " price below \(least) USD/MWh (\(SiteFilter.minimumPriceKey))",
            at: filter.location)
    }

    private func warnOfUseless(_ set: [String: SourceLocation], _ sites: [Site]) {
        let kept = Set(sites.map(\.id))
        for (id, location) in set where !kept.contains(id) {
            context.diagnostics.warning(
                "the figures of \(quoted(id)) have no effect: the site is left out", at: location)
        }
    }

    /// What stands at a position must fit under its limit.
    private func checkExisting(_ sites: [Site]) {
        for position in Position.grouping(sites) {
            let standing = position.sites.reduce(Power.zero) { $0 + sites[$1].existing }
            guard standing > position.limit else { continue }
            let holder = position.sites.first { sites[$0].existing > .zero }
            context.diagnostics.error(
                "existing_mw at the position of \(quoted(position.id)) adds up to"
                    + " \(plain(standing.value)), more than its limit_mw of"
                    + " \(plain(position.limit.value))",
                at: holder.flatMap { sites[$0].location } ?? section.location)
        }
    }

    private func checkSeasons(_ site: Site) {
        var seasons: Set<Season> = []
        let further = site.supplies.first { supply in
            supply.season.map { seasons.insert($0).inserted } == true
                && seasons.count > Self.mostSeasons
        }
        guard let further else { return }
        context.diagnostics.error(
            "supplies of \(quoted(site.id)) have more than \(Self.mostSeasons) seasons",
            at: further.location ?? section.location,
            help: "let those that are much alike have the same season")
    }
}
