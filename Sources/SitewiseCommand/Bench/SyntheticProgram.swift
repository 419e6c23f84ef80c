import LinearProgramming
import Quantities

/// A transport program of one million nonzeros, for timing.
enum SyntheticProgram {
    static func transport() throws -> LinearModel {
        let siteCount = 500
        let marketCount = 667
        var program = LinearModel(name: "one million nonzeros")
        let sites = Dimension("site", labels: (0..<siteCount).map { "s\($0)" })
        let markets = Dimension("market", labels: (0..<marketCount).map { "m\($0)" })
        let serve = try program.declareColumns("serve", in: Megawatt.self, over: [markets, sites])
        for market in 0..<marketCount {
            for site in 0..<siteCount { try program.addColumn(serve, market, site) }
        }
        func variable(_ market: Int, _ site: Int) -> Variable<Megawatt> {
            Variable(column: market * siteCount + site)
        }
        var row = LinearExpression<Megawatt>()
        let demand = try program.declareRows("demand", in: Megawatt.self, over: [markets])
        for market in 0..<marketCount {
            row.removeAll()
            for site in 0..<siteCount { row.add(1, variable(market, site)) }
            try program.addRow(demand, market, expression: row, .equal(1))
        }
        for name in ["capacity", "power"] {
            let block = try program.declareRows(name, in: Megawatt.self, over: [sites])
            for site in 0..<siteCount {
                row.removeAll()
                for market in 0..<marketCount { row.add(1.5, variable(market, site)) }
                try program.addRow(block, site, expression: row, .atMost(10))
            }
        }
        return program
    }
}
