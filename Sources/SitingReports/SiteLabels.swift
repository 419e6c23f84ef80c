package import Siting
package import Typesetting

/// Short names of sites that stay distinct in a narrow column.
package struct SiteLabels {
    private let style: TerminalStyle
    private let repeatedNames: Set<String>

    package init(_ sites: [SitePlan], style: TerminalStyle) {
        var seen: Set<String> = []
        repeatedNames = Set(sites.map(\.name).filter { !seen.insert($0).inserted })
        self.style = style
    }

    /// What is left of a room for labels beside bars: names make way for ids, but no id is cut.
    func room(
        for sites: some Sequence<SitePlan>, in room: Int, besides bars: TextTable.Column
    ) -> Int {
        let names = sites.map { DisplayWidth.of(label(of: $0, room: room)) }.max() ?? 0
        let besideNames = bars.drawn(in: room - names)
        guard besideNames == 0 else { return room - besideNames }
        let ids =
            sites.map { site in
                let name = isUnique(site) ? DisplayWidth.of(style.shown(site.name)) : .max
                return min(name, site.id.count)
            }.max() ?? 0
        return room - bars.drawn(in: room - ids)
    }

    private func isUnique(_ site: SitePlan) -> Bool {
        !repeatedNames.contains(site.name) && !site.name.isEmpty
    }

    /// The site's name, or its id where the name isn't the site's alone or doesn't fit.
    ///
    /// An id that doesn't fit either is cut in its middle: ids of one operator differ at the end.
    package func label(of site: SitePlan, room: Int?) -> String {
        let isUnique = isUnique(site)
        guard let room else { return isUnique ? site.name : "\(site.name) (\(site.id))" }
        if isUnique, DisplayWidth.of(style.shown(site.name)) <= room { return site.name }
        guard site.id.count > room else { return site.id }
        let kept = max(0, room - style.ellipsis.count)
        return site.id.prefix(kept - kept / 2) + style.ellipsis + site.id.suffix(kept / 2)
    }
}
