import Charting
import Siting
import SitingReports
import Typesetting

/// Where a plan's work runs and whom it serves.
struct WorldMapFigure {
    let report: PlacementReport
    let land: [[Coordinate]]

    private var plan: Plan { report.plan }
    private var scenario: Scenario { report.scenario }

    var figure: Figure? {
        let traffic = PlanTraffic(plan: plan, scenario: scenario)
        let places = Dictionary(
            scenario.sites.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
        let used = plan.sites.filter { $0.capacity > 0 && places[$0.id] != nil }
        guard !used.isEmpty else { return nil }
        let labels = SiteLabels(plan.sites, style: .plain)
        let cities = Self.cities(of: used)
        let sites = used.compactMap { site in
            places[site.id].map {
                MapSite(
                    labels.label(of: site, room: nil), label: cities[site.id], at: GeoPoint($0),
                    trainingMegawatts: site.training / YearlyUnit.hours,
                    inferenceMegawatts: site.inference / YearlyUnit.hours)
            }
        }
        let markets = traffic.markets.map { market in
            MapMarket(
                scenario.markets[market.index].name,
                at: GeoPoint(scenario.markets[market.index].coordinate),
                roundTripMilliseconds: market.roundTrip)
        }
        let map = WorldMap(
            caption(sites: used, markets: traffic.markets),
            land: land.map { $0.map(GeoPoint.init) }, sites: sites, markets: markets,
            flows: flows(traffic, sites: used))
        return Figure(FigureName.map, map, note: note(hasMarkets: !markets.isEmpty))
    }

    /// By id, the place of a site whose name has it in brackets at its end, as those of cloud regions do;
    /// only where no other site used has the same.
    private static func cities(of sites: [SitePlan]) -> [String: String] {
        let found = sites.compactMap { site -> (id: String, city: String)? in
            guard site.name.last == ")", let start = site.name.lastIndex(of: "(") else {
                return nil
            }
            let city = site.name[site.name.index(after: start)...].dropLast()
            return city.isEmpty ? nil : (site.id, String(city))
        }
        let counts = Dictionary(
            found.map(\.city).map { ($0, 1) } + sites.map { ($0.name, 1) }, uniquingKeysWith: +)
        return Dictionary(
            found.filter { counts[$0.city] == 1 }.map { ($0.id, $0.city) },
            uniquingKeysWith: { first, _ in first })
    }

    private func flows(_ traffic: PlanTraffic, sites: [SitePlan]) -> [MapFlow] {
        let siteIndices = Dictionary(
            zip(sites.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        let marketIndices = Dictionary(
            zip(traffic.markets.map(\.index), 0...), uniquingKeysWith: { first, _ in first })
        return traffic.flows.compactMap { flow in
            guard let site = siteIndices[flow.site], let market = marketIndices[flow.market] else {
                return nil
            }
            return MapFlow(site: site, market: market, megawatts: flow.power)
        }
    }

    private func caption(sites: [SitePlan], markets: [PlanTraffic.Market]) -> ChartCaption {
        let count = counted(sites.count, "site", "sites")
        let largest = sites.prefix(3).map { site in
            let work = (site.training + site.inference) / YearlyUnit.hours
            return "\(site.name) with \(NumberText.text(work, in: .megawatts))"
        }
        var description =
            "A map of \(count), each a circle whose area is its mean working IT power. "
            + "By capacity the first are \(largest.joined(separator: ", "))."
        if let slowest = markets.max(by: { $0.roundTrip < $1.roundTrip }) {
            let name = scenario.markets[slowest.index].name
            let trip = NumberText.text(slowest.roundTrip, in: .milliseconds)
            let users = counted(markets.count, "market", "markets")
            description += " Of \(users), \(name) has the longest mean round trip, \(trip)."
        }
        let source = "The plan under \(plan.policy)."
        return ChartCaption(
            id: FigureName.map,
            title: markets.isEmpty ? "Work at \(count)" : "Work at \(count), and whom they serve",
            description: description,
            source: land.isEmpty ? source : "\(source) Land: Natural Earth, public domain.")
    }

    private func note(hasMarkets: Bool) -> String {
        let sites =
            "The area of a circle is a site's mean IT power, cut into training and inference."
        return hasMarkets
            ? sites + " Dots are markets, coloured by the mean round trip of their requests."
            : sites
    }
}

extension GeoPoint {
    init(_ place: Coordinate) {
        self.init(latitude: place.latitude, longitude: place.longitude)
    }
}
