import Quantities
public import Siting

extension Fixtures {
    /// A random scenario with every kind of cost, a job or two and tight limits, so that some have no plan.
    public static func random(
        seed: UInt64, siteCount: Int, marketCount: Int, jobCount: Int, loadScale: Double = 1
    ) -> Scenario {
        var generator = SeededGenerator(seed: seed)
        func pick(_ range: ClosedRange<Double>) -> Double {
            // Few distinct values, so that ties and degenerate corners are common.
            let steps = Double(Int.random(in: 0...4, using: &generator)) / 4
            return range.lowerBound + steps * (range.upperBound - range.lowerBound)
        }
        let countries = ["FR", "IS", "US"]
        var sites: [Site] = []
        for index in 0..<siteCount {
            let limit = Power(pick(4...30))
            sites.append(
                site("s\(index)", longitude: Double(index), country: countries[index % 3]) {
                    $0.limit = limit
                    $0.pue = pick(1...1.5)
                    $0.idleShare = pick(0...0.4)
                    $0.headroom = pick(0...0.2)
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: pick(20...600))
                    $0.price = EnergyPrice(pick(30...120))
                    $0.wue = WaterIntensity(pick(0...2))
                    $0.gridWater = WaterIntensity(pick(0...4))
                    $0.shell = Investment(cost: PowerPrice(pick(8e6...12e6)), lifetimeYears: 15)
                    $0.hardware = Investment(cost: 26e6, lifetimeYears: 5)
                    $0.connection = Investment(cost: 1e5, lifetimeYears: 30)
                    $0.fixed = PowerPrice(pick(1e5...3e5))
                    $0.demandCharge = PowerPrice(pick(0...5e4))
                    $0.embodied = 500
                    $0.egress = Quantity(pick(0...0.1))
                })
        }
        let markets = (0..<marketCount).map {
            market("m\($0)", longitude: Double($0), country: countries[$0 % 3])
        }
        let loads = markets.map { _ in loadScale * pick(0...8) }
        let trips = markets.map { _ in sites.map { _ in pick(5...120) } }
        let service = service(
            loads: loads, peakToMean: 1.5, maxRoundTrip: Latency(pick(60...120)),
            egressKilobytes: 5)
        let jobs = (0..<jobCount).map { index in
            job(
                "j\(index)", energy: Energy(pick(1000...30000)), overhead: pick(0...0.6),
                peak: Power(pick(5...20)), lastDay: 180)
        }
        return scenario(
            sites: sites, markets: markets, services: [service], jobs: jobs, roundTrips: trips,
            discountRate: 0.07
        ) {
            $0.waterPrice = 2
            $0.carbonPrice = Quantity(pick(0...80))
        }
    }
}
