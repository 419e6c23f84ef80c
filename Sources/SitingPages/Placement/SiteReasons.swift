import Quantities
import Siting
import SitingReports
import Typesetting

/// Why each site is in the plan, in sentences that say no more than its figures do.
struct SiteReasons {
    private let plan: Plan
    private let scenario: Scenario
    private let traffic: PlanTraffic
    private let candidates: Candidates
    private let siteIndices: [String: Int]

    init(report: PlacementReport) {
        plan = report.plan
        scenario = report.scenario
        traffic = PlanTraffic(plan: report.plan, scenario: report.scenario)
        candidates = Candidates(report.scenario.sites)
        siteIndices = Dictionary(
            zip(report.scenario.sites.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    }

    var part: PageShell.Part? {
        let used = plan.sites.filter { $0.capacity > 0 }
        guard !used.isEmpty else { return nil }
        let title = "Why each site is in"
        let id = "reasons"
        let labels = SiteLabels(plan.sites, style: .plain)
        let nearest = NearestOthers(traffic: traffic, scenario: scenario, used: used, siteIndices)
        let items = used.map { site in
            HTML(
                "li", [:],
                [
                    HTML("strong", text: labels.label(of: site, room: nil)),
                    .prose(
                        " (\(site.country)). " + sentences(site, nearest).joined(separator: " ")),
                ])
        }
        return PageShell.Part(
            id: id, title: title,
            html: SectionHTML.html(
                title, id: id, [note, ListHTML.html(of: items)]))
    }

    private var note: HTML {
        let medians = [
            candidates.medianPrice.map { NumberText.text($0, in: .dollarsPerMegawattHour) },
            candidates.medianCarbon.map { NumberText.text($0, in: .gramsPerKilowattHour) },
        ].compactMap(\.self)
        let count = counted(scenario.sites.count, "candidate site", "candidate sites")
        let words =
            medians.isEmpty
            ? ""
            : " Medians are those of grid power over the \(count): "
                + "\(medians.joined(separator: " and "))."
        return HTML(
            "p", ["class": "note"],
            prose:
                "Largest first.\(words) The plan weighs all sites at once, so that no single figure "
                + "decides.")
    }

    private func sentences(_ site: SitePlan, _ nearest: NearestOthers) -> [String] {
        [grid(site), work(site), trips(site, nearest), limit(site)].compactMap(\.self)
            + supplies(site)
    }

    /// `Grid power costs $42/MWh, below the median, and has 480 g/kWh, above it.`
    private func grid(_ site: SitePlan) -> String? {
        let price = site.priceDollarsPerMegawattHour.map {
            "costs \(against($0, candidates.medianPrice, .dollarsPerMegawattHour))"
        }
        let carbon = site.carbonGramsPerKilowattHour.map {
            "has \(against($0, candidates.medianCarbon, .gramsPerKilowattHour))"
        }
        let parts = [price, carbon].compactMap(\.self)
        return parts.isEmpty ? nil : "Grid power \(parts.joined(separator: ", and "))."
    }

    private func against(_ value: Double, _ median: Double?, _ unit: DisplayUnit) -> String {
        let text = NumberText.text(value, in: unit)
        guard let median else { return text }
        let side = value < median ? "below" : value > median ? "above" : "at"
        return "\(text), \(side) the median"
    }

    /// `It does 12 % of all work: 14 % of inference and 3 % of training.`
    private func work(_ site: SitePlan) -> String? {
        let training = plan.sites.reduce(0) { $0 + $1.training }
        let inference = plan.sites.reduce(0) { $0 + $1.inference }
        guard site.training + site.inference > 0 else { return nil }
        let all = Self.share(site.training + site.inference, of: training + inference)
        guard training > 0, inference > 0 else { return "It does \(all) of all work." }
        guard site.training > 0 else { return "It does \(all) of all work, all of it inference." }
        guard site.inference > 0 else { return "It does \(all) of all work, all of it training." }
        return
            "It does \(all) of all work: \(Self.share(site.inference, of: inference)) of inference and "
            + "\(Self.share(site.training, of: training)) of training."
    }

    private static func share(_ part: Double, of whole: Double) -> String {
        NumberText.text(part / whole, in: .share, digits: 2)
    }

    /// `Its requests travel 45 ms on average; from the nearest other site in use they would travel 61 ms.`
    private func trips(_ site: SitePlan, _ nearest: NearestOthers) -> String? {
        guard let trip = nearest.trips[site.id] else { return nil }
        let own = "Its requests travel \(NumberText.text(trip.own, in: .milliseconds)) on average"
        guard let other = trip.other else { return "\(own)." }
        let time = NumberText.text(other, in: .milliseconds)
        return trip.own <= other
            ? "\(own); the nearest other sites in use would take \(time)."
            : "\(own); nearness is not why, as other sites in use are \(time) from them."
    }

    private func limit(_ site: SitePlan) -> String? {
        guard let value = site.marginalValue, value.value > 0 else { return nil }
        return "\(PlanPrices.sentence(value, stages: plan.stages).capitalisedFirst)."
    }

    private func supplies(_ site: SitePlan) -> [String] {
        let known = siteIndices[site.id].map { scenario.sites[$0].supplies } ?? []
        return site.supplies.filter { $0.supply != Supply.grid && $0.power > 0 }.compactMap {
            draw in
            guard let supply = known.first(where: { $0.name == draw.supply }) else { return nil }
            let power = NumberText.text(draw.power, in: .megawatts)
            let price = NumberText.text(supply.price.value, in: .dollarsPerMegawattHour)
            let carbon = NumberText.text(
                supply.carbon.gramsPerKilowattHour, in: .gramsPerKilowattHour)
            // Emissions of a contract stay those of the grid.
            let factor = supply.kind == .directLine ? " with \(carbon)" : ""
            return "Of \(draw.supply) it draws \(power) on average, at \(price)\(factor)."
        }
    }
}

/// What the candidates of a scenario have.
private struct Candidates {
    /// USD/MWh.
    let medianPrice: Double?
    /// g/kWh.
    let medianCarbon: Double?

    init(_ sites: [Site]) {
        medianPrice = Self.median(sites.compactMap { $0.price?.value })
        medianCarbon = Self.median(sites.compactMap { $0.carbon?.gramsPerKilowattHour })
    }

    private static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return (low + high) / 2
    }
}

/// How far requests would travel if a site that answers them were not in use.
private struct NearestOthers {
    struct Trip {
        /// Means over the requests that the site answers, ms.
        let own: Double
        /// To the nearest other site in use, whatever rules and room say; nil where there is none.
        let other: Double?
    }

    /// By site.
    let trips: [String: Trip]

    init(
        traffic: PlanTraffic, scenario: Scenario, used: [SitePlan], _ siteIndices: [String: Int]
    ) {
        let indices = used.compactMap { siteIndices[$0.id] }
        var trips: [String: Trip] = [:]
        for (id, flows) in Dictionary(grouping: traffic.flows, by: \.site) {
            let others = indices.filter { $0 != siteIndices[id] }
            let requests = flows.reduce(0) { $0 + $1.requests }
            guard requests > 0 else { continue }
            var time = 0.0
            for flow in flows {
                let nearest = others.map { scenario.roundTrips[flow.market, $0].value }.min() ?? 0
                time += flow.requests * nearest
            }
            trips[id] = Trip(
                own: flows.reduce(0) { $0 + $1.time } / requests,
                other: others.isEmpty ? nil : time / requests)
        }
        self.trips = trips
    }
}
