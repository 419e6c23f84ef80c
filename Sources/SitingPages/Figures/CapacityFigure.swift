import Charting
import Siting
import SitingReports
import Typesetting

/// What stands at each site and what it is used for.
struct CapacityFigure {
    /// Further sites are left to the table of sites: their sum would dwarf every single one.
    private static let barLimit = 24

    /// A line on a single further site would take the room of its bar.
    private static func shownCount(of sites: [SitePlan]) -> Int {
        sites.count <= barLimit + 1 ? sites.count : barLimit
    }

    let plan: Plan

    var figure: Figure? {
        let sites = plan.sites.filter { $0.capacity > 0 }
        guard !sites.isEmpty else { return nil }
        // All three in any case, so that a colour means the same in every report.
        let uses = SiteUse.allCases
        let chart = BarChart(
            caption(sites), axis: ChartAxis("IT power", unit: .megawatts), kind: "Site",
            series: uses.map(\.title), hasRemainder: true, bars: bars(sites, uses))
        return Figure(FigureName.capacity, chart, note: note(sites))
    }

    private func bars(_ sites: [SitePlan], _ uses: [SiteUse]) -> [BarChart.Bar] {
        let labels = SiteLabels(plan.sites, style: .plain)
        return sites.prefix(Self.shownCount(of: sites)).map { site in
            BarChart.Bar(
                labels.label(of: site, room: nil), values: uses.map { $0.power(of: site) })
        }
    }

    private func note(_ sites: [SitePlan]) -> String {
        let uses =
            "Training and inference are means over the year. What is free is kept for peaks and "
            + "as headroom, or has no work."
        let rest = sites.dropFirst(Self.shownCount(of: sites))
        guard !rest.isEmpty else { return uses }
        let power = NumberText.text(rest.reduce(0) { $0 + $1.capacity }, in: .megawatts)
        let count = counted(rest.count, "smaller site has", "smaller sites have")
        return "\(uses) \(count) \(power) more: see the table of sites."
    }

    private func caption(_ sites: [SitePlan]) -> ChartCaption {
        let total = sites.reduce(0) { $0 + $1.capacity }
        let whole = NumberText.text(total, in: .megawatts)
        let count = counted(sites.count, "site", "sites")
        let bars = Self.shownCount(of: sites)
        let shown = bars < sites.count ? ", of which the largest \(bars)" : ""
        let first = sites[0]
        let largest = NumberText.text(first.capacity, in: .megawatts)
        return ChartCaption(
            id: FigureName.capacity, title: "IT capacity by site: \(whole) at \(count)\(shown)",
            description:
                "Bars of IT power by site, the largest first, stacked by use. The largest is "
                + "\(first.name) with \(largest).",
            source: "The plan under \(plan.policy).")
    }
}

/// What a site's capacity is used for.
enum SiteUse: CaseIterable {
    case training, inference, free

    var title: String {
        switch self {
        case .training: "Training"
        case .inference: "Inference"
        case .free: "Free"
        }
    }

    /// Mean IT power, MW.
    func power(of site: SitePlan) -> Double {
        switch self {
        case .training: site.training / YearlyUnit.hours
        case .inference: site.inference / YearlyUnit.hours
        case .free: max(0, site.capacity * (1 - site.utilisation))
        }
    }
}
