public import Quantities
public import Siting

/// Small scenarios made in code, for tests of the model and its solution.
public enum Fixtures {
    /// A site on the equator at a longitude, with every cost zero but what the caller sets.
    public static func site(
        _ id: String, longitude: Double = 0, country: String = "FR", limit: Power = 100,
        change: (inout Site) -> Void = { _ in }
    ) -> Site {
        var site = Site(
            id: id, name: id, kind: "place", operatorID: nil, country: country, continent: "EU",
            coordinate: Coordinate(latitude: 0, longitude: longitude), gridZone: nil,
            limit: limit, existing: .zero, pue: 1, idleShare: 0, headroom: 0,
            carbon: .zero, price: .zero, wue: .zero, gridWater: .zero, supplies: [],
            shell: Investment(cost: .zero, lifetimeYears: 10),
            hardware: Investment(cost: .zero, lifetimeYears: 5),
            connection: Investment(cost: .zero, lifetimeYears: 30), fixed: .zero,
            demandCharge: .zero, embodied: .zero, egress: .zero)
        change(&site)
        return site
    }

    public static func market(
        _ id: String, longitude: Double = 0, country: String = "FR", users: Double = 1e6
    ) -> Market {
        Market(
            id: id, name: id, country: country, continent: "EU",
            coordinate: Coordinate(latitude: 0, longitude: longitude), users: users)
    }

    /// A service whose load in each market is stated in MW, at 1 Wh a request.
    public static func service(
        _ id: String = "chat", loads: [Double], peakToMean: Double = 1,
        maxRoundTrip: Latency? = nil, trips: Double = 1, serviceTime: Latency = 0,
        egressKilobytes: Double = 0, operatorCountry: String? = nil
    ) -> Service {
        Service(
            id: id, itWattHoursPerRequest: 1, requestsPerDay: loads.map { $0 * 24 * 1e6 },
            peakToMean: peakToMean, maxRoundTrip: maxRoundTrip, trips: trips,
            serviceTime: serviceTime, egressKilobytesPerRequest: egressKilobytes,
            operatorCountry: operatorCountry)
    }

    /// A job in a window of the given days from 1 January 2026.
    public static func job(
        _ id: String = "llm", energy: Energy, overhead: Double = 0, peak: Power = 1000,
        lastDay: Int = 365, operatorCountry: String? = nil
    ) -> Job {
        let start = CalendarDate(year: 2026, month: 1, day: 1)
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var day = lastDay
        var month = 0
        while day > months[month] {
            day -= months[month]
            month += 1
        }
        guard let start, let end = CalendarDate(year: 2026, month: month + 1, day: day) else {
            preconditionFailure("no such day: \(lastDay)")
        }
        return Job(
            id: id, energy: energy, overhead: overhead, peak: peak, start: start, end: end,
            operatorCountry: operatorCountry)
    }

    /// A season by month and day of its first and its last day.
    public static func season(
        from: (month: Int, day: Int), to: (month: Int, day: Int)
    ) -> Season {
        guard let first = YearDay(month: from.month, day: from.day),
            let last = YearDay(month: to.month, day: to.day)
        else { preconditionFailure("no such season: \(from) to \(to)") }
        return Season(from: first, to: last)
    }

    /// A scenario whose round trips are stated: one row a market, one column a site, ms.
    public static func scenario(
        sites: [Site], markets: [Market] = [], services: [Service] = [], jobs: [Job] = [],
        roundTrips: [[Double]]? = nil, discountRate: Double = 0,
        change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        let times = roundTrips ?? markets.map { _ in sites.map { _ in 10 } }
        var scenario = Scenario(
            name: "fixture", file: "fixture.yaml",
            period: Period(year: 2026, discountRate: discountRate), sites: sites,
            markets: markets, services: services, jobs: jobs,
            roundTrips: RoundTrips(
                marketCount: markets.count, siteCount: sites.count,
                milliseconds: times.flatMap { $0 },
                sources: times.flatMap { $0.map { _ in .stated } }),
            policies: [])
        change(&scenario)
        return scenario
    }

    public static func policy(
        _ measures: Measure..., tolerance: Double = 0, limits: [Measure: Double] = [:],
        rules: [String] = []
    ) -> Policy {
        Policy(
            name: "test", objective: .inOrder(measures), tolerance: tolerance,
            limits: Measure.all.compactMap { measure in
                limits[measure].map { Policy.Limit(measure: measure, maximum: $0) }
            },
            rules: rules)
    }

    public static func policy(weights: [Measure: Double], rules: [String] = []) -> Policy {
        Policy(name: "test", objective: .weighted(weights), rules: rules)
    }
}
