import Quantities
import Siting

/// The cheapest placement of a tiny scenario by trying every corner, written without the model's code.
///
/// Capacity, idle power and draws follow from the flows: with costs that are not negative, a site builds
/// just what its flows need. What is left are flows, equalities for demands and jobs, and inequalities
/// for sites and the emissions limit; an optimum lies where as many of them are tight as there are flows.
struct BruteForce {
    private var costs: [Double] = []
    private var equalities: [(coefficients: [Double], side: Double)] = []
    private var inequalities: [(coefficients: [Double], side: Double)] = []
    /// A job that can't finish in its window at its peak.
    private var isHopeless = false

    /// - Precondition: every site stands alone at its position and has no supplies nor existing capacity.
    init(_ scenario: Scenario, emissionsLimit: Double? = nil) {
        var flows: [(site: Int, peak: Double, active: Double, extra: Double)] = []
        var owners: [(owner: Int, perUnit: Double)] = []
        var sides: [Double] = []
        for service in scenario.services {
            for (market, requests) in service.requestsPerDay.enumerated() where requests > 0 {
                sides.append(requests * service.itWattHoursPerRequest / 24e6)
                for site in scenario.sites.indices {
                    let trip = scenario.roundTrips[market, site].value
                    if let limit = service.maxRoundTrip, trip > limit.value { continue }
                    let gigabytes =
                        365 * 24e6 / service.itWattHoursPerRequest
                        * service.egressKilobytesPerRequest / 1e6
                    flows.append(
                        (site, service.peakToMean, 1, gigabytes * scenario.sites[site].egress.value)
                    )
                    owners.append((sides.count - 1, 1))
                }
            }
        }
        for job in scenario.jobs {
            sides.append(job.energy.value)
            let days = Double(job.end.dayNumber - job.start.dayNumber + 1)
            if job.energy.value / (24 * days) > job.peak.value { isHopeless = true }
            for site in scenario.sites.indices {
                flows.append((site, (1 + job.overhead) * 365 / days, 1 + job.overhead, 0))
                owners.append((sides.count - 1, 8760))
            }
        }
        equalities = sides.enumerated().map { index, side in
            (owners.map { $0.owner == index ? $0.perUnit : 0 }, side)
        }
        var emissions = [Double](repeating: 0, count: flows.count)
        for (index, flow) in flows.enumerated() {
            let site = scenario.sites[flow.site]
            let capacity = flow.peak / (1 - site.headroom)
            let power = flow.active + site.idleShare * (capacity - flow.active)
            let energy = 8760 * site.pue * power
            let carbon = energy * (site.carbon?.value ?? 0)
            emissions[index] =
                carbon + capacity * site.embodied.value / site.hardware.lifetimeYears
            let water = 8760 * power * (site.wue?.value ?? 0)
            let rate = scenario.period.discountRate
            let capital =
                site.shell.annualised(at: rate).value + site.hardware.annualised(at: rate).value
                + site.pue * site.connection.annualised(at: rate).value
            let standing = site.fixed.value + site.pue * site.demandCharge.value
            costs.append(
                capacity * (capital + standing) + energy * (site.price?.value ?? 0)
                    + water * scenario.waterPrice.value
                    + emissions[index] * scenario.carbonPrice.value + flow.extra)
        }
        for (index, site) in scenario.sites.enumerated() {
            let row = flows.map { $0.site == index ? $0.peak / (1 - site.headroom) : 0 }
            inequalities.append((row, site.limit.value))
        }
        if let emissionsLimit { inequalities.append((emissions, emissionsLimit)) }
    }

    var flowCount: Int { costs.count }

    /// The least cost over all corners; `nil` if there is none.
    func optimum() -> Double? {
        if isHopeless { return nil }
        let zeroes = costs.indices.map { flow in
            (coefficients: costs.indices.map { $0 == flow ? 1.0 : 0.0 }, side: 0.0)
        }
        let candidates = inequalities + zeroes
        var best: Double?
        choose(costs.count - equalities.count, from: candidates.count) { chosen in
            let rows = equalities + chosen.map { candidates[$0] }
            guard let point = Self.solve(rows), isAllowed(point) else { return }
            let cost = zip(costs, point).reduce(0) { $0 + $1.0 * $1.1 }
            best = min(best ?? cost, cost)
        }
        return best
    }

    private func isAllowed(_ point: [Double]) -> Bool {
        func value(_ row: [Double]) -> Double { zip(row, point).reduce(0) { $0 + $1.0 * $1.1 } }
        return point.allSatisfy { $0 >= -1e-9 }
            && equalities.allSatisfy {
                abs(value($0.coefficients) - $0.side) <= 1e-7 * (1 + $0.side)
            }
            && inequalities.allSatisfy { value($0.coefficients) <= $0.side + 1e-8 * (1 + $0.side) }
    }

    /// Calls `body` with every way to choose `count` of `total`.
    private func choose(_ count: Int, from total: Int, _ body: ([Int]) -> Void) {
        guard count >= 0, count <= total else { return }
        var chosen = Array(0..<count)
        while true {
            body(chosen)
            guard let place = chosen.indices.last(where: { chosen[$0] < total - count + $0 })
            else { return }
            chosen[place] += 1
            for later in chosen.indices where later > place {
                chosen[later] = chosen[later - 1] + 1
            }
        }
    }

    /// Gaussian elimination with partial pivoting; `nil` for a singular system.
    private static func solve(_ rows: [(coefficients: [Double], side: Double)]) -> [Double]? {
        let size = rows.count
        var matrix = rows.map { $0.coefficients + [$0.side] }
        // Rows differ by orders of magnitude: compare pivots within scaled rows.
        for row in 0..<size {
            let scale = matrix[row].dropLast().map(abs).max() ?? 0
            guard scale > 0 else { return nil }
            for column in 0...size { matrix[row][column] /= scale }
        }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }
            guard let pivot, abs(matrix[pivot][column]) > 1e-10 else { return nil }
            matrix.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = matrix[row][column] / matrix[column][column]
                if factor != 0 {
                    for place in column...size {
                        matrix[row][place] -= factor * matrix[column][place]
                    }
                }
            }
        }
        return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
    }
}
