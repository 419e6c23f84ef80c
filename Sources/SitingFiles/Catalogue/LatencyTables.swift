public import Siting

/// A round trip measured from one cloud region to another of the same operator.
public struct LatencyPair: Sendable, Equatable {
    /// The operator.
    public let network: String
    public let from: String
    public let to: String
    public let milliseconds: Double
    /// A key of `sources.csv`.
    public let source: String
}

extension LatencyPair {
    static func read(from files: CatalogueFiles, sites: [CatalogueSite]) -> [LatencyPair] {
        // A site whose row is wrong is no wrong name of a pair.
        let known = files.diagnostics.hasErrors ? nil : Set(sites.map(\.id))
        let columns = ["network", "from_site", "to_site", "rtt_ms", "source"]
        return files.rows("latency_pairs.csv", requiring: columns).compactMap { row in
            guard let network = row.text("network"), let from = row.id("from_site"),
                let to = row.id("to_site"),
                let milliseconds = row.number("rtt_ms", in: .milliseconds),
                let source = row.text("source")
            else { return nil }
            for (column, id) in [("from_site", from), ("to_site", to)]
            where known?.contains(id) == false {
                row.report(column, "unknown site \(quoted(id))")
            }
            return LatencyPair(
                network: network, from: from, to: to, milliseconds: milliseconds, source: source)
        }
    }
}

/// Lines fitted to measured round trips, over all pairs and by pair of continents.
public struct LatencyFits: Sendable {
    public let overall: LatencyFit
    /// By `LatencyModel.key` of the two continents.
    public let byContinents: [String: LatencyFit]
    /// Keys of `sources.csv`.
    public let sources: Set<String>

    init(reading files: CatalogueFiles) {
        let columns = [
            "id", "kind", "continent_a", "continent_b", "a_ms", "b_ms_per_km", "resid_p90_ms",
            "stretch_p90",
        ]
        var overall: LatencyFit?
        var pairs: [String: LatencyFit] = [:]
        let rows = files.rows("latency_fits.csv", requiring: columns)
        for row in rows {
            guard let kind = row.text("kind"), let fit = LatencyFit(row) else { continue }
            switch kind {
            case "overall": overall = fit
            case "continent_pair":
                guard let first = row.text("continent_a"), let second = row.text("continent_b")
                else { continue }
                pairs[LatencyModel.key(first, second)] = fit
            case "network": break
            default: row.report("kind", "unknown kind of fit \(quoted(kind))")
            }
        }
        if overall == nil, let row = rows.first {
            row.report("kind", "no row of the table has the kind 'overall'")
        }
        self.overall =
            overall ?? LatencyFit(intercept: 0, slope: 0, residualP90: 0, stretchP90: 1)
        byContinents = pairs
        sources = Set(rows.compactMap { $0.optionalText("source") })
    }
}

extension LatencyFit {
    fileprivate init?(_ row: TableRow) {
        guard let intercept = row.number("a_ms", in: .milliseconds),
            let slope = row.number("b_ms_per_km", in: .between(0, 1)),
            let residual = row.number("resid_p90_ms", in: .milliseconds),
            let stretch = row.number("stretch_p90", in: .between(1, 100))
        else { return nil }
        self.init(
            intercept: intercept, slope: slope, residualP90: residual, stretchP90: stretch)
    }
}
