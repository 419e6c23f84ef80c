import LinearProgramming
import Quantities
import Siting
import SitingFormulation

extension ElasticModel {
    /// Work that goes where restrictions forbid it.
    struct Breach {
        let pair: ElasticArcs.Pair
        /// Those that forbid it.
        let restrictions: [Int]
        /// Mean IT power, MW, job overhead included.
        let work: Double
    }

    /// Every pair in use that some priced restriction forbids.
    func breaches(_ answer: Answer, _ terms: Terms) -> [Breach] {
        var found: [Breach] = []
        let arcs = ElasticArcs(self, terms)
        arcs.forEach { pair in
            let value = answer.values[pair.column]
            guard value > Self.tolerance * size(of: pair) else { return }
            let machines = pair.job.map { 1 + formulation.scenario.jobs[$0].overhead } ?? 1
            found.append(
                Breach(
                    pair: pair, restrictions: arcs.restrictions(of: pair.mask),
                    work: machines * value))
        }
        return found
    }

    /// The mean power of the demand or job of a pair, MW.
    private func size(of pair: ElasticArcs.Pair) -> Double {
        if let demand = pair.demand { return formulation.arcs.demands[demand].load.value }
        return pair.job.map { formulation.scenario.jobs[$0].meanOverYear.value } ?? 0
    }

    /// By excess column of a restriction, in the column's unit; rounding left out.
    func excess(of restriction: Int, in answer: Answer) -> [Double] {
        excess[restriction].columns.map { item in
            let value = answer.values[item.column]
            return value > Self.tolerance * item.yardstick ? value : 0
        }
    }

    func hasExcess(_ restriction: Int, in answer: Answer) -> Bool {
        excess(of: restriction, in: answer).contains { $0 > 0 }
    }

    /// Whether any of these is broken.
    func breaks(_ kept: Set<Int>, in answer: Answer, _ terms: Terms) -> Bool {
        kept.contains { hasExcess($0, in: answer) }
            || breaches(answer, terms).contains { !kept.isDisjoint(with: $0.restrictions) }
    }

    /// What a limit on time is on, for a pair of a demand and a site, ms.
    func time(_ restriction: Int, of pair: ElasticArcs.Pair) -> Double {
        guard let demand = pair.demand else { return 0 }
        let market = formulation.arcs.demands[demand].market
        return time(restriction, trip: formulation.scenario.roundTrips[market, pair.site].value)
    }

    /// How far a limit on time may have to rise.
    struct Reach {
        /// Candidates, ms, rising: from what the worst placed demand needs under other restrictions.
        var times: [Double] = []
        /// Markets that reach nothing within the limit, with what they need, the farthest first.
        var beyond: [Relaxation.Part] = []
    }

    /// - Parameter terms: Those of the other restrictions.
    func reach(_ restriction: Int, _ terms: Terms, upTo most: Double) -> Reach {
        var forbidden: Set<Int> = []
        ElasticArcs(self, terms).forEach { forbidden.insert($0.column) }
        let limit = timeLimits[restriction] ?? 0
        var least = limit
        var all: Set<Double> = []
        var reach = Reach()
        for demand in formulation.arcs.demands where isLimited(demand.service, by: restriction) {
            var nearest = Double.infinity
            for arc in demand.arcs {
                let time = time(restriction, trip: formulation.roundTrip(demand, arc))
                guard time <= most else { continue }
                all.insert(time)
                if !forbidden.contains(formulation.decisions.serve(arc).column) {
                    nearest = min(nearest, time)
                }
            }
            guard nearest < .infinity, nearest > limit else { continue }
            least = max(least, nearest)
            let market = formulation.scenario.markets[demand.market].id
            reach.beyond.append(Relaxation.Part(id: market, amount: nearest))
        }
        // Of times within a tenth of a millisecond the longest stands for all.
        let usable = all.filter { $0 >= least && $0 > limit }.sorted()
        let tenths = usable.map { (($0 - least) * 10).rounded(.up) }
        reach.times = usable.indices.filter { place in
            place + 1 == usable.count || tenths[place] != tenths[place + 1]
        }.map { usable[$0] }
        reach.beyond.sort { ($1.amount, $0.id) < ($0.amount, $1.id) }
        return reach
    }

    /// Where a restriction on sums gives, in the unit in which it is loosened.
    func parts(of restriction: Int, in answer: Answer) -> [Relaxation.Part] {
        let amounts = excess(of: restriction, in: answer)
        func bySite(_ scale: Double = 1) -> [Relaxation.Part] {
            zip(formulation.scenario.sites, amounts).filter { $1 > 0 }
                .map { Relaxation.Part(id: $0.id, amount: $1 * scale) }
                .sorted { ($1.amount, $0.id) < ($0.amount, $1.id) }
        }
        switch restrictions[restriction] {
        case .limit, .roundTrip, .latency: return []
        case .room:
            return zip(formulation.positions, amounts).filter { $1 > 0 }
                .map { Relaxation.Part(id: $0.id, amount: $1) }
                .sorted { ($1.amount, $0.id) < ($0.amount, $1.id) }
        case .rule(let rule):
            switch rule.content {
            case .share(let grouping, let maximum):
                let work = formulation.scenario.meanWork.value
                let percent = 100 * (maximum + (amounts.first ?? 0) / work)
                return bindingMembers(of: rule, grouping, answer)
                    .map { Relaxation.Part(id: $0, amount: percent) }
            case .placement: return bySite(100 / formulation.scenario.meanWork.value)
            case .nearUsers, .trainingSupply: return bySite()
            case .residency, .access, .closed: return []
            }
        }
    }

    /// Labels of the members that would have less without a share rule's excess.
    private func bindingMembers(
        of rule: Rule, _ grouping: Rule.Grouping, _ answer: Answer
    ) -> [String] {
        let rules = formulation.shareRules
        guard let place = rules.firstIndex(where: { $0.rule.name == rule.name }),
            let block = formulation.program.rowBlock(named: ShareFamily.name)
        else { return [] }
        let labels = formulation.shareMemberLabels
        return (0..<block.count).compactMap { member -> String? in
            let tuple = block.tuple(member).map(Int.init)
            let isBinding = answer.duals[block.first + member] < -Self.tolerance
            return tuple[0] == place && isBinding ? labels[tuple[1]] : nil
        }
    }

    private func isLimited(_ service: Int, by restriction: Int) -> Bool {
        switch restrictions[restriction] {
        case .roundTrip(let limited), .latency(let limited): service == limited
        case .rule, .limit, .room: false
        }
    }

    /// Restrictions that some of these must be among, with what they forbid: by the prices of an answer
    /// that breaks something, they can't hold together.
    func support(of duals: [Double], _ terms: Terms) -> Set<Int> {
        var support: Set<Int> = []
        for (index, excess) in excess.enumerated() where terms.prices[index] > 0 {
            let isPriced = excess.columns.contains { item in
                let cost = terms.prices[index] / item.yardstick
                let worth = item.rows.reduce(0) { $0 + $1.coefficient * duals[$1.row] }
                return worth > Self.tolerance * cost
            }
            if isPriced { support.insert(index) }
        }
        let arcs = ElasticArcs(self, terms)
        let reduced = program.reducedCosts(at: duals)
        var masks: Set<UInt64> = []
        arcs.forEach { pair in
            // Without its price the pair would improve the answer: something must forbid it.
            let gain = pair.price - reduced.costs[pair.column]
            if gain > Self.tolerance * pair.price { masks.insert(pair.mask) }
        }
        for mask in masks.sorted(by: { $0.nonzeroBitCount < $1.nonzeroBitCount }) {
            let owners = arcs.restrictions(of: mask)
            if support.isDisjoint(with: owners) { support.formUnion(owners) }
        }
        return support
    }
}
