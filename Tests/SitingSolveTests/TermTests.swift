import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// A scenario in which everything is zero but one term gives that term, worked by hand.
@Suite struct TermTests {
    /// One market of 10 MW served by one site, and no job.
    private func totals(
        peak: Double = 1, trips: Double = 1, serviceTime: Latency = 0, egress: Double = 0,
        jobs: [Job] = [], rate: Double = 0, scenario: (inout Scenario) -> Void = { _ in },
        site: (inout Site) -> Void
    ) throws -> Totals {
        let fixture = Fixtures.scenario(
            sites: [Fixtures.site("a", change: site)], markets: [Fixtures.market("m")],
            services: [
                Fixtures.service(
                    loads: [10], peakToMean: peak, trips: trips, serviceTime: serviceTime,
                    egressKilobytes: egress)
            ],
            jobs: jobs, roundTrips: [[30]], discountRate: rate, change: scenario)
        let plan = try Placement.plan(fixture, under: Fixtures.policy(.cost))
        #expect(plan.status == .optimal)
        return try #require(plan.totals)
    }

    private func isClose(_ value: Double, _ expected: Double) -> Bool {
        abs(value - expected) <= 1e-9 * max(1, abs(expected))
    }

    @Test("Electricity costs 8,760 hours of PUE times the load at the price")
    func electricity() throws {
        let totals = try totals {
            $0.pue = 1.2
            $0.price = 50
        }
        #expect(isClose(totals.cost, 8760 * 1.2 * 10 * 50))
        #expect(isClose(totals.energy, 8760 * 1.2 * 10))
        #expect(isClose(totals.controllableCost, totals.cost))
    }

    @Test("Hardware is paid back over its lifetime, at the rate, for the peak and its headroom")
    func hardware() throws {
        let totals = try totals(peak: 1.5, rate: 0.07) {
            $0.headroom = 0.25
            $0.hardware = Investment(cost: 26e6, lifetimeYears: 5)
        }
        // 0.07 / (1 - 1.07^-5) = 0.243890694...
        #expect(isClose(totals.capacity, 20))
        #expect(abs(totals.cost - 20 * 26e6 * 0.2438906944) < 100)
        #expect(isClose(totals.controllableCost, 0))
    }

    @Test("Without interest an investment is paid in equal parts")
    func shellWithoutInterest() throws {
        let totals = try totals { $0.shell = Investment(cost: 15e6, lifetimeYears: 15) }
        #expect(isClose(totals.cost, 10 * 1e6))
    }

    @Test("Connection and demand charge are paid for facility power, fixed cost for IT power")
    func capacityCharges() throws {
        let connection = try totals {
            $0.pue = 1.5
            $0.connection = Investment(cost: 3e6, lifetimeYears: 30)
        }
        #expect(isClose(connection.cost, 10 * 1.5 * 1e5))
        let charge = try totals {
            $0.pue = 1.5
            $0.demandCharge = 2e4
        }
        #expect(isClose(charge.cost, 10 * 1.5 * 2e4))
        let fixed = try totals {
            $0.pue = 1.5
            $0.fixed = 3e5
        }
        #expect(isClose(fixed.cost, 10 * 3e5))
    }

    @Test("Idle capacity draws its share of power")
    func idlePower() throws {
        let totals = try totals(peak: 2) { $0.idleShare = 0.3 }
        // 20 MW stand, 10 work, 10 idle at 0.3.
        #expect(isClose(totals.itEnergy, 8760 * 13))
        #expect(isClose(totals.idleEnergy, 8760 * 3))
        #expect(isClose(totals.inferenceEnergy, 8760 * 10))
    }

    @Test("Emissions are the grid's factor times facility energy, embodied carbon apart")
    func emissions() throws {
        let totals = try totals {
            $0.pue = 1.1
            $0.carbon = CarbonIntensity(gramsPerKilowattHour: 57)
            $0.embodied = 600
        }
        #expect(isClose(totals.operationalEmissions, 8760 * 1.1 * 10 * 0.057))
        #expect(isClose(totals.embodiedEmissions, 10 * 600 / 5))
        #expect(isClose(totals.emissions, 8760 * 11 * 0.057 + 1200))
    }

    @Test("A direct line counts by its own factor, a contract leaves the grid's")
    func supplies() throws {
        for (kind, grams) in [(Supply.Kind.directLine, 24.0), (.contract, 500.0)] {
            let totals = try totals {
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: 500)
                $0.price = 100
                $0.supplies = [
                    Supply(
                        name: "hydro", kind: kind, power: 8, capacityFactor: 0.5, price: 40,
                        carbon: CarbonIntensity(gramsPerKilowattHour: 24), water: 0,
                        location: nil)
                ]
            }
            // 4 MW from the plant, 6 from the grid.
            #expect(isClose(totals.cost, 8760 * (4 * 40 + 6 * 100)))
            #expect(isClose(totals.emissions, 8760 * (4 * grams + 6 * 500) / 1000))
        }
    }

    @Test("Water is used on site per IT energy and at power plants per facility energy")
    func water() throws {
        let totals = try totals(scenario: { $0.waterPrice = 2 }) {
            $0.pue = 1.5
            $0.wue = 1.8
            $0.gridWater = 3
        }
        let expected = 8760.0 * (10 * 1.8 + 15 * 3)
        #expect(isClose(totals.water, expected))
        // Water at power plants is in the price of power.
        #expect(isClose(totals.cost, 2 * 8760 * 10 * 1.8))
    }

    @Test("A carbon price is part of the cost")
    func carbonPrice() throws {
        let totals = try totals(scenario: { $0.carbonPrice = 80 }) {
            $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100)
        }
        #expect(isClose(totals.cost, 80 * 8760 * 10 * 0.1))
    }

    @Test("Egress is paid per gigabyte sent, serving per million requests")
    func egressAndServing() throws {
        // 10 MW at 1 Wh a request are 10 million requests an hour.
        let requests = 10e6 * 8760
        let egress = try totals(egress: 4) { $0.egress = 0.05 }
        #expect(isClose(egress.cost, requests * 4 / 1e6 * 0.05))
        let serving = try totals(scenario: { $0.servingCost = [7] }) { _ in }
        #expect(isClose(serving.cost, requests / 1e6 * 7))
    }

    @Test("Latency is trips times round trip plus service time; the round trip stands apart")
    func latency() throws {
        let totals = try totals(trips: 3, serviceTime: 200) { _ in }
        #expect(isClose(totals.meanLatency, 3 * 30 + 200))
        #expect(isClose(totals.meanRoundTrip, 30))
        #expect(isClose(totals.p95RoundTrip, 30))
        #expect(isClose(totals.maxRoundTrip, 30))
    }

    @Test("A job takes its energy, its overhead, and capacity for the time it runs")
    func job() throws {
        let job = Fixtures.job(energy: 8760, overhead: 0.5, lastDay: 73)
        let totals = try totals(jobs: [job]) { _ in }
        // 1 MW over the year is 5 MW over a fifth of it, 7.5 with overhead.
        #expect(isClose(totals.trainingEnergy, 8760 * 1.5))
        #expect(isClose(totals.capacity, 10 + 7.5))
    }

    @Test("Existing capacity is used without being bought again")
    func existing() throws {
        let totals = try totals {
            $0.existing = 4
            $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
        }
        #expect(isClose(totals.cost, 6 * 1e6))
        #expect(isClose(totals.capacity, 10))
    }

    @Test("Existing capacity that costs more than it saves is retired")
    func retired() throws {
        let totals = try totals {
            $0.existing = 40
            $0.fixed = 1e5
        }
        #expect(isClose(totals.capacity, 10))
    }

    @Test("The weighted sum weighs latency per millisecond and million requests")
    func weightedSum() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a") { $0.price = 50 }], markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10])], roundTrips: [[30]])
        let plan = try Placement.plan(
            scenario, under: Fixtures.policy(weights: [.cost: 2, .latency: 0.1, .emissions: 100]))
        let millions = 10.0 * 8760
        let expected = 2 * 8760.0 * 10 * 50 + 0.1 * 30 * millions
        #expect(isClose(try #require(plan.stages.first).value, expected))
    }
}
