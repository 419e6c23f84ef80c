public import LinearProgramming
public import Quantities
public import Siting

/// The numbers a plan is judged by, as linear expressions in the decisions, per year.
public struct Measures: Sendable {
    /// Parts of the cost by name, in reporting order.
    public private(set) var costParts: [(name: String, expression: LinearExpression<Dollar>)] = []
    /// Emissions of electricity: Scope 2 and 3.3 together, lifecycle.
    public private(set) var operationalEmissions = LinearExpression<Tonne>()
    /// Emissions of making the hardware, spread over its lifetime.
    public private(set) var embodiedEmissions = LinearExpression<Tonne>()
    /// Request-weighted mean of `trips * round trip + service time`.
    public private(set) var latency = LinearExpression<Millisecond>()
    /// Request-weighted mean round trip.
    public private(set) var roundTrip = LinearExpression<Millisecond>()
    /// Facility energy.
    public private(set) var energy = LinearExpression<MegawattHour>()
    /// Water on site and at power plants.
    public private(set) var water = LinearExpression<CubicMetre>()
    /// The part of it that a site pays for: that of power plants is in the price of power.
    public private(set) var onSiteWater = LinearExpression<CubicMetre>()

    /// The columns that stand for burdens.
    private let burdens: [Burden: Variable<One>]

    init(scenario: Scenario, arcs: Arcs, decisions: Decisions) {
        burdens = decisions.burdens
        addEnergyAndEmissions(scenario, decisions)
        addJobEmissions(scenario, decisions)
        addWater(scenario, decisions)
        addLatency(scenario, arcs, decisions)
        addCapitalCost(scenario, decisions)
        addEnergyCost(scenario, decisions)
        addServingCost(scenario, arcs, decisions)
        add(part: "water", onSiteWater, at: scenario.waterPrice)
        add(part: "carbon", emissions, at: scenario.carbonPrice)
    }

    public var emissions: LinearExpression<Tonne> {
        var sum = operationalEmissions
        sum.add(1, embodiedEmissions)
        return sum
    }

    public var cost: LinearExpression<Dollar> {
        var sum = LinearExpression<Dollar>()
        for part in costParts { sum.add(1, part.expression) }
        return sum
    }

    /// A measure's numbers in its own unit.
    public func expression(of measure: Measure) -> LinearExpression<One> {
        switch measure {
        case .cost: cost.bare
        case .emissions: emissions.bare
        case .latency: latency.bare
        case .roundTrip: roundTrip.bare
        case .energy: energy.bare
        case .water: water.bare
        case .largest(let burden): largest(burden)
        }
    }

    /// The column that no member's burden is above.
    private func largest(_ burden: Burden) -> LinearExpression<One> {
        guard let column = burdens[burden] else {
            preconditionFailure("\(burden.name) is no measure of this policy")
        }
        var expression = LinearExpression<One>()
        expression.add(1, column)
        return expression
    }

    private mutating func addEnergyAndEmissions(_ scenario: Scenario, _ decisions: Decisions) {
        for (index, site) in scenario.sites.enumerated() {
            for draw in decisions.draws[index] {
                energy.add(Period.energyPerPower, draw.variable)
                let carbon = site.carbon(of: draw)
                operationalEmissions.add(carbon.times(Period.energyPerPower), draw.variable)
            }
            let yearly = site.embodied / site.hardware.lifetimeYears
            embodiedEmissions.add(yearly, decisions.capacity[index])
        }
    }

    private mutating func addJobEmissions(_ scenario: Scenario, _ decisions: Decisions) {
        for (job, places) in zip(scenario.jobs, decisions.train) where job.embodied != .zero {
            let yearly = job.embodied.times(Period.energyPerPower)
            for train in places { embodiedEmissions.add(yearly, train) }
        }
    }

    private mutating func addWater(_ scenario: Scenario, _ decisions: Decisions) {
        for (index, site) in scenario.sites.enumerated() {
            let onSite = site.wue ?? .zero
            onSiteWater.add(onSite.times(Period.energyPerPower), decisions.itPower[index])
            for draw in decisions.draws[index] {
                let upstream = site.water(of: draw)
                water.add(upstream.times(Period.energyPerPower), draw.variable)
            }
        }
        water.add(1, onSiteWater)
    }

    private mutating func addLatency(_ scenario: Scenario, _ arcs: Arcs, _ decisions: Decisions) {
        let total = scenario.requestsPerYear
        guard total > 0 else { return }
        for demand in arcs.demands {
            let service = scenario.services[demand.service]
            let requests = service.requestsPerDay[demand.market] * 365
            // The share of all requests that one MW of this demand answers.
            let weight = requests / total / demand.load.value
            for arc in demand.arcs {
                let time = scenario.roundTrips[demand.market, Int(arcs.sites[arc])]
                let ownTime = service.latency(roundTrip: time)
                let variable = decisions.serve(arc)
                roundTrip.add(Quantity(weight * time.value), variable)
                latency.add(Quantity(weight * ownTime.value), variable)
            }
        }
    }

    private mutating func addCapitalCost(_ scenario: Scenario, _ decisions: Decisions) {
        let rate = scenario.period.discountRate
        var hardware = LinearExpression<Dollar>()
        var shell = LinearExpression<Dollar>()
        var connection = LinearExpression<Dollar>()
        var fixed = LinearExpression<Dollar>()
        var demandCharge = LinearExpression<Dollar>()
        for (index, site) in scenario.sites.enumerated() {
            hardware.add(site.hardware.annualised(at: rate), decisions.build[index])
            shell.add(site.shell.annualised(at: rate), decisions.build[index])
            let perFacilityPower = site.connection.annualised(at: rate)
            connection.add(site.pue * perFacilityPower, decisions.build[index])
            fixed.add(site.fixed, decisions.capacity[index])
            demandCharge.add(site.pue * site.demandCharge, decisions.capacity[index])
        }
        costParts += [
            (Self.hardwarePart, hardware), (Self.shellPart, shell),
            (Self.connectionPart, connection),
            ("fixed", fixed), ("demand_charge", demandCharge),
        ]
    }

    private mutating func addEnergyCost(_ scenario: Scenario, _ decisions: Decisions) {
        var electricity = LinearExpression<Dollar>()
        for (index, site) in scenario.sites.enumerated() {
            for draw in decisions.draws[index] {
                let price = site.price(of: draw)
                electricity.add(price.times(Period.energyPerPower), draw.variable)
            }
        }
        costParts.append(("electricity", electricity))
    }

    private mutating func addServingCost(
        _ scenario: Scenario, _ arcs: Arcs, _ decisions: Decisions
    ) {
        var egress = LinearExpression<Dollar>()
        var serving = LinearExpression<Dollar>()
        for demand in arcs.demands {
            let service = scenario.services[demand.service]
            let requestsPerMegawatt =
                service.requestsPerDay[demand.market] * 365 / demand.load.value
            let gigabytes = requestsPerMegawatt * service.egressKilobytesPerRequest / 1e6
            for arc in demand.arcs {
                let site = Int(arcs.sites[arc])
                let price = scenario.sites[site].egress.value
                let variable = decisions.serve(arc)
                if gigabytes * price != 0 { egress.add(Quantity(gigabytes * price), variable) }
                if !scenario.servingCost.isEmpty {
                    let cell = demand.market * scenario.sites.count + site
                    let perMillion = scenario.servingCost[cell]
                    serving.add(Quantity(requestsPerMegawatt / 1e6 * perMillion), variable)
                }
            }
        }
        costParts += [(Self.egressPart, egress), (Self.servingPart, serving)]
    }

    private mutating func add<Unit>(
        part name: String, _ amount: LinearExpression<Unit>,
        at price: Quantity<Per<Dollar, Unit>>
    ) {
        var cost = LinearExpression<Dollar>()
        if price != .zero { cost.add(price, amount) }
        costParts.append((name, cost))
    }
}

extension Site {
    /// Location-based factor of what is drawn: a plant behind the meter counts by itself, a contract
    /// leaves the grid's.
    func carbon(of draw: Decisions.Draw) -> CarbonIntensity {
        if let supply = draw.supply, supplies[supply].kind == .directLine {
            return supplies[supply].carbon
        }
        return carbon ?? .zero
    }

    func water(of draw: Decisions.Draw) -> WaterIntensity {
        if let supply = draw.supply, supplies[supply].kind == .directLine {
            return supplies[supply].water
        }
        return gridWater ?? .zero
    }

    func price(of draw: Decisions.Draw) -> EnergyPrice {
        if let supply = draw.supply { return supplies[supply].price }
        return price ?? .zero
    }
}
