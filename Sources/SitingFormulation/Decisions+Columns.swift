import LinearProgramming
import Quantities
import Siting

extension Decisions {
    /// Declares and adds every column of the model, block by block.
    init(
        addingTo program: inout LinearModel, scenario: Scenario, arcs: Arcs, policy: Policy,
        isElastic: Bool
    ) throws(ModelError) {
        let sites = Dimension("site", labels: scenario.sites.map(\.id))
        try addCapacity(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        try addDraws(to: &program, scenario: scenario, sites: sites)
        try addServe(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        try addTrain(to: &program, scenario: scenario, arcs: arcs, sites: sites)
        if isElastic {
            slack = try Slack(
                addingTo: &program, scenario: scenario, arcs: arcs, policy: policy)
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
        addingTo program: inout LinearModel, scenario: Scenario, arcs: Arcs, policy: Policy
    ) throws(ModelError) {
        let services = Dimension("service", labels: scenario.services.map(\.id))
        let markets = Dimension("market", labels: scenario.markets.map(\.id))
        let jobs = Dimension("job", labels: scenario.jobs.map(\.id))
        let limits = Dimension("limit", labels: policy.limits.map(\.measure.rawValue))
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
        let excess = try program.declareColumns("limit_excess", in: One.self, over: [limits])
        for limit in policy.limits.indices {
            limitExcess.append(try program.addColumn(excess, limit))
        }
        let shares = try program.declareColumns("share_excess", in: Megawatt.self, over: [])
        shareExcess = try program.addColumn(shares)
    }
}
