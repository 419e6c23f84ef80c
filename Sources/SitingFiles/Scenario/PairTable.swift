import Siting

/// Reads a table with one number for a market and a site.
struct PairTable {
    /// The column of the number.
    let column: String
    let range: NumberRange
    let markets: NameIndex
    let sites: NameIndex
    let siteCount: Int

    /// Calls back with each number of a market and a site that take part.
    ///
    /// Pairs of members that are not selected are passed over: a matrix may be larger than the
    /// scenario.
    func read(_ table: CSVTable, _ body: (_ market: Int, _ site: Int, _ value: Double) -> Void) {
        let columns = ["market", "site", column]
        table.checkColumns(allowed: columns)
        var lines: [Int: Int] = [:]
        for row in table.rows(requiring: columns) {
            guard !table.hasTooManyErrors else { return }
            let value = row.number(column, in: range)
            let market = row.text("market")
                .flatMap { markets.find($0, of: row, column: "market") }
            let site = row.text("site").flatMap { sites.find($0, of: row, column: "site") }
            guard let value, case .chosen(let market) = market, case .chosen(let site) = site
            else { continue }
            let cell = market * siteCount + site
            if let line = lines.updateValue(row.location.line, forKey: cell) {
                row.report(
                    "market", "this market and site are given twice",
                    help: "they are already given in line \(line)")
            }
            body(market, site, value)
        }
    }
}
