import LinearProgramming
import Quantities
import Siting

extension Decisions {
    /// Declares and adds every column of the model, block by block.
    init(
        addingTo program: inout LinearModel, scenario: Scenario, arcs: Arcs, policy: Policy,
        elasticity: Elasticity
    ) throws(ModelError) {
        let sites = Dimension("site", labels: scenario.sites.map(\.id))
        try addCapacity(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        try addDraws(to: &program, scenario: scenario, sites: sites)
        try addServe(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        try addTrain(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        try addBurdens(to: &program, of: policy)
        switch elasticity {
        case .none: break
        case .work: slack = try Slack(ofWork: arcs, addingTo: &program, scenario: scenario)
        case .restrictions:
            slack = try Slack(
                ofRestrictions: policy, addingTo: &program, scenario: scenario, sites: sites)
        }
        siteOfColumn = Self.sites(of: program.columnBlocks, columnCount: program.columnCount)
    }

    private mutating func addCapacity(
        to program: inout LinearModel, scenario: Scenario, arcs: Arcs, sites: Dimension
    ) throws(ModelError) {
        let builds = try program.declareColumns("build", in: Megawatt.self, over: [sites])
        for site in scenario.sites.indices {
            build.append(
                try program.addColumn(builds, site, to: arcs.isClosed[site] ? .zero : nil))
        }
        let retirements = try program.declareColumns("retire", in: Megawatt.self, over: [sites])
        for (index, site) in scenario.sites.enumerated() {
            retire.append(
                site.existing > .zero
                    ? try program.addColumn(retirements, index, to: site.existing) : nil)
        }
        let capacities = try program.declareColumns("capacity", in: Megawatt.self, over: [sites])
        for site in scenario.sites.indices {
            capacity.append(try program.addColumn(capacities, site))
        }
        let work = try program.declareColumns("active", in: Megawatt.self, over: [sites])
        for site in scenario.sites.indices { active.append(try program.addColumn(work, site)) }
        let powers = try program.declareColumns("it", in: Megawatt.self, over: [sites])
        for site in scenario.sites.indices { itPower.append(try program.addColumn(powers, site)) }
    }

    private mutating func addDraws(
        to program: inout LinearModel, scenario: Scenario, sites: Dimension
    ) throws(ModelError) {
        supplyNames = Set(scenario.sites.flatMap { $0.supplies.map(\.name) }).sorted()
        let sources = Dimension("source", labels: [Supply.grid] + supplyNames)
        let block = try program.declareColumns("draw", in: Megawatt.self, over: [sites, sources])
        for (index, site) in scenario.sites.enumerated() {
            let grid = try program.addColumn(block, index, 0)
            var list = [Draw(supply: nil, source: 0, variable: grid)]
            for (place, name) in supplyNames.enumerated() {
                guard let supply = site.supplies.firstIndex(where: { $0.name == name }) else {
                    continue
                }
                let variable = try program.addColumn(block, index, place + 1)
                list.append(Draw(supply: supply, source: place + 1, variable: variable))
            }
            draws.append(list)
        }
    }

    private mutating func addServe(
        to program: inout LinearModel, scenario: Scenario, arcs: Arcs, sites: Dimension
    ) throws(ModelError) {
        let services = Dimension("service", labels: scenario.services.map(\.id))
        let markets = Dimension("market", labels: scenario.markets.map(\.id))
        let block = try program.declareColumns(
            Self.serveName, in: Megawatt.self, over: [services, markets, sites])
        firstServe = program.columnCount
        for demand in arcs.demands {
            for arc in demand.arcs {
                try program.addColumn(block, demand.service, demand.market, Int(arcs.sites[arc]))
            }
        }
    }

    private mutating func addTrain(
        to program: inout LinearModel, scenario: Scenario, arcs: Arcs, sites: Dimension
    ) throws(ModelError) {
        let jobs = Dimension("job", labels: scenario.jobs.map(\.id))
        let block = try program.declareColumns("train", in: Megawatt.self, over: [jobs, sites])
        for (job, allowed) in arcs.jobSites.enumerated() {
            var list: [Variable<Megawatt>] = []
            for site in allowed { list.append(try program.addColumn(block, job, site)) }
            train.append(list)
        }
    }

    private mutating func addBurdens(
        to program: inout LinearModel, of policy: Policy
    ) throws(ModelError) {
        let block = try program.declareColumns(
            Self.burdenName, in: One.self,
            over: [Dimension("burden", labels: policy.burdens.map(\.name))])
        for (index, burden) in policy.burdens.enumerated() {
            burdens[burden] = try program.addColumn(block, index)
        }
    }

    /// Reads the site of each column off the blocks that have a site dimension.
    private static func sites(of blocks: [Block], columnCount: Int) -> [Int32] {
        var result = [Int32](repeating: -1, count: columnCount)
        for block in blocks {
            guard let place = block.dimensions.firstIndex(where: { $0.name == "site" }) else {
                continue
            }
            for member in 0..<block.count {
                let tuple = block.tuple(member)
                result[block.first + member] = tuple[tuple.startIndex + place]
            }
        }
        return result
    }
}

extension Decisions.Slack {
    fileprivate init(
        ofWork arcs: Arcs, addingTo program: inout LinearModel, scenario: Scenario
    ) throws(ModelError) {
        let services = Dimension("service", labels: scenario.services.map(\.id))
        let markets = Dimension("market", labels: scenario.markets.map(\.id))
        let jobs = Dimension("job", labels: scenario.jobs.map(\.id))
        let unservedBlock = try program.declareColumns(
            "unserved", in: Megawatt.self, over: [services, markets])
        for demand in arcs.demands {
            unserved.append(
                try program.addColumn(unservedBlock, demand.service, demand.market))
        }
        let untrainedBlock = try program.declareColumns(
            "untrained", in: Megawatt.self, over: [jobs])
        for job in scenario.jobs.indices {
            untrained.append(try program.addColumn(untrainedBlock, job))
        }
    }

    fileprivate init(
        ofRestrictions policy: Policy, addingTo program: inout LinearModel, scenario: Scenario,
        sites: Dimension
    ) throws(ModelError) {
        let limits = Dimension("limit", labels: policy.limits.map(\.measure.rawValue))
        let excess = try program.declareColumns("limit_excess", in: One.self, over: [limits])
        for limit in policy.limits.indices {
            limitExcess.append(try program.addColumn(excess, limit))
        }
        let kinds = policy.rules.compactMap { scenario.rule(named: $0)?.content.kind }
        let shares = kinds.indices.filter { kinds[$0] == "share" }.map { policy.rules[$0] }
        shareExcess = try Self.columns("share_excess", Dimension("rule", labels: shares), &program)
        let positions = Dimension(
            "position", labels: Position.grouping(scenario.sites).map(\.id))
        positionExcess = try Self.columns("position_excess", positions, &program)
        if kinds.contains("near_users") {
            nearUsersExcess = try Self.columns("near_users_excess", sites, &program)
        }
        if kinds.contains("training_supply") {
            trainingSupplyExcess = try Self.columns("training_supply_excess", sites, &program)
        }
        if kinds.contains("placement") {
            placementExcess = try Self.columns("placement_excess", sites, &program)
        }
    }

    /// One column a label.
    private static func columns(
        _ name: String, _ dimension: Dimension, _ program: inout LinearModel
    ) throws(ModelError) -> [Variable<Megawatt>] {
        let block = try program.declareColumns(name, in: Megawatt.self, over: [dimension])
        var columns: [Variable<Megawatt>] = []
        for index in dimension.labels.indices {
            columns.append(try program.addColumn(block, index))
        }
        return columns
    }
}
