extension Comparison {
    /// A site and what stands there in each column.
    public struct SiteRow: Sendable, Equatable {
        public let id: String
        public let name: String
        public let country: String
        /// IT power, MW, by column; nothing where a column has no placement.
        public let capacities: [Double]
    }

    /// A site whose capacity differs from the baseline's.
    public struct Move: Sendable, Equatable {
        public let id: String
        public let name: String
        /// MW, above zero where the column has more.
        public let change: Double
    }

    /// Every site that some column uses, the largest capacity first, the first id of equals.
    public var siteRows: [SiteRow] {
        var found: [String: (plan: SitePlan, capacities: [Double])] = [:]
        for (index, column) in columns.enumerated() where column.plan.hasPlacement {
            for site in column.plan.sites where site.capacity > 0 {
                let none = [Double](repeating: 0, count: columns.count)
                found[site.id, default: (site, none)].capacities[index] += site.capacity
            }
        }
        let rows = found.values.map { site, capacities in
            SiteRow(id: site.id, name: site.name, country: site.country, capacities: capacities)
        }
        return rows.sorted { left, right in
            let (first, second) = (left.capacities.max() ?? 0, right.capacities.max() ?? 0)
            return first == second ? left.id < right.id : first > second
        }
    }

    /// What moved from the baseline to a column, the largest change first; empty where either has no
    /// placement.
    public func moves(to column: Int) -> [Move] {
        guard columns[baseline].plan.hasPlacement, columns[column].plan.hasPlacement else {
            return []
        }
        return siteRows.compactMap { row -> Move? in
            let change = row.capacities[column].difference(from: row.capacities[baseline])
            // A watt is no move.
            guard abs(change) > 1e-6 else { return nil }
            return Move(id: row.id, name: row.name, change: change)
        }.sorted { left, right in
            abs(left.change) == abs(right.change)
                ? left.id < right.id : abs(left.change) > abs(right.change)
        }
    }
}
