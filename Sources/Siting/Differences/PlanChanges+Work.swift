extension PlanChanges {
    /// Services in order of their names, then jobs.
    var work: [WorkShift] {
        guard arePlaced else { return [] }
        let services = [first, second].map { plan in
            Workload(plan.inference.map { ($0.service, $0.market, $0.site, $0.power) })
        }
        let jobs = [first, second].map { plan in
            Workload(plan.training.map { ($0.job, "", $0.site, $0.energy) })
        }
        return shifts(.service, services, least: Self.leastPower)
            + shifts(.job, jobs, least: Self.leastEnergy)
    }

    /// Amounts by work, by market, by site.
    private struct Workload {
        var amounts: [String: [String: [String: Double]]] = [:]

        init(_ rows: [(work: String, market: String, site: String, amount: Double)]) {
            for row in rows {
                amounts[row.work, default: [:]][row.market, default: [:]][row.site, default: 0] +=
                    row.amount
            }
        }

        /// Summed in order of the markets' names: a sum of doubles depends on its order.
        func total(of work: String) -> Double? {
            amounts[work].map { markets in
                markets.keys.sorted().reduce(0) { $0 + total(of: work, in: $1) }
            }
        }

        func total(of work: String, in market: String) -> Double {
            let sites = amounts[work]?[market] ?? [:]
            return sites.keys.sorted().reduce(0) { $0 + (sites[$1] ?? 0) }
        }
    }

    private func shifts(
        _ kind: WorkShift.Kind, _ workloads: [Workload], least: Double
    ) -> [WorkShift] {
        let ids = Set(workloads.flatMap(\.amounts.keys)).sorted()
        return ids.map { id in
            let markets = Set(workloads[0].amounts[id, default: [:]].keys)
                .intersection(workloads[1].amounts[id, default: [:]].keys).sorted()
            var (moved, weights, count) = (0.0, 0.0, 0)
            for market in markets {
                let amounts = workloads.map { $0.total(of: id, in: market) }
                let weight = (amounts[0] + amounts[1]) / 2
                let share = movedShare(of: id, in: market, workloads, amounts)
                weights += weight
                // What is less than a watt is no move.
                guard share > noise, share * weight > least else { continue }
                moved += weight * share
                count += 1
            }
            return WorkShift(
                kind: kind, id: id,
                amount: Shift(
                    workloads[0].total(of: id), workloads[1].total(of: id), noise: noise,
                    least: least),
                movedShare: weights > 0 ? moved / weights : nil, marketCount: markets.count,
                movedMarketCount: count)
        }
    }

    /// Half the sum of the changes of the sites' shares.
    private func movedShare(
        of work: String, in market: String, _ workloads: [Workload], _ amounts: [Double]
    ) -> Double {
        guard amounts[0] > 0, amounts[1] > 0 else { return 0 }
        let sites = workloads.map { $0.amounts[work]?[market] ?? [:] }
        let all = Set(sites[0].keys).union(sites[1].keys).sorted()
        return all.reduce(0) { sum, site in
            let shares = [0, 1].map { (sites[$0][site] ?? 0) / amounts[$0] }
            return sum + abs(shares[1] - shares[0]) / 2
        }
    }
}
