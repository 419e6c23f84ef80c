import Quantities
import Siting
import SitingFormulation

/// The order in which a method tries sites.
struct SiteRanking {
    private let method: BaselineMethod
    private let formulation: Formulation
    /// One a site: its score, its grid's carbon or, for jobs, its mean round trip.
    private let figures: [Double]
    private let meanRoundTrips: [Double]
    /// Decides between equals: the place of a site's id in alphabetical order.
    private let ranks: [Int]

    init(_ method: BaselineMethod, _ formulation: Formulation, weights: ScoreWeights) {
        self.method = method
        self.formulation = formulation
        let sites = formulation.scenario.sites
        let trips = Self.meanRoundTrips(formulation.scenario)
        // A grid of which nothing is known is taken for the worst.
        let carbon = sites.map { $0.carbon?.gramsPerKilowattHour ?? .infinity }
        meanRoundTrips = trips
        switch method {
        case .weightedScore:
            let price = sites.map { $0.price?.value ?? .infinity }
            let open = Self.openSites(formulation)
            let parts = [
                (weights.price, price), (weights.carbon, carbon), (weights.roundTrip, trips),
            ].map { weight, figures in
                Self.normalised(figures, over: open).map { weight * $0 }
            }
            figures = sites.indices.map { site in parts.reduce(0) { $0 + $1[site] } }
        case .greedyCarbon: figures = carbon
        case .nearestSite: figures = trips
        }
        var ranks = [Int](repeating: 0, count: sites.count)
        let order = sites.indices.sorted { sites[$0].id < sites[$1].id }
        for (rank, site) in order.enumerated() { ranks[site] = rank }
        self.ranks = ranks
    }

    /// The sites that may do some work, best first.
    func order(for item: WorkItem) -> [Int] {
        let trips = item.sites.map { (site: $0, trip: roundTrip(of: item, to: $0)) }
        return trips.sorted { left, right in
            let first = method == .nearestSite ? left.trip : figures[left.site]
            let second = method == .nearestSite ? right.trip : figures[right.site]
            if first != second { return first < second }
            return left.trip == right.trip
                ? ranks[left.site] < ranks[right.site] : left.trip < right.trip
        }.map(\.site)
    }

    private func roundTrip(of item: WorkItem, to site: Int) -> Double {
        switch item.target {
        case .demand(let index):
            let market = formulation.arcs.demands[index].market
            return formulation.scenario.roundTrips[market, site].value
        case .job: return meanRoundTrips[site]
        }
    }

    /// The mean over requests, or over users where there are none, of the round trip to each site, ms.
    private static func meanRoundTrips(_ scenario: Scenario) -> [Double] {
        let requests = scenario.markets.indices.map { market in
            scenario.services.reduce(0) { $0 + $1.requestsPerDay[market] }
        }
        let weights =
            requests.contains { $0 > 0 } ? requests : scenario.markets.map(\.users)
        let total = weights.reduce(0, +)
        return scenario.sites.indices.map { site in
            let sum = scenario.markets.indices.reduce(0.0) { sum, market in
                sum + weights[market] * scenario.roundTrips[market, site].value
            }
            return total > 0 ? sum / total : 0
        }
    }

    /// Sites that some work may use: others would stretch the scale of the scores.
    private static func openSites(_ formulation: Formulation) -> [Int] {
        let used = formulation.arcs.sites.map(Int.init) + formulation.arcs.jobSites.joined()
        return Set(used).sorted()
    }

    /// From 0 at the least to 1 at the largest of some members; 1 for what is not known.
    private static func normalised(_ figures: [Double], over members: [Int]) -> [Double] {
        let known = members.map { figures[$0] }.filter(\.isFinite)
        guard let least = known.min(), let most = known.max() else {
            return figures.map { _ in 1 }
        }
        return figures.map { figure in
            guard figure.isFinite else { return 1 }
            return most > least ? (figure - least) / (most - least) : 0
        }
    }
}
