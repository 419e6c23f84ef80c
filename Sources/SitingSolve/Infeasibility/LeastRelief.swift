import LinearProgramming
import Siting
import SitingFormulation

/// How little restrictions have to give for a placement to be possible.
struct LeastRelief {
    typealias Relief = ElasticModel.Relief

    /// What one restriction gives.
    struct Concession {
        var relief: Relief
        /// Where in particular, in the unit in which the restriction is loosened.
        var parts: [Relaxation.Part] = []
    }

    let models: ElasticModels
    /// Whether the limits of positions stay as they are.
    let isRoomGiven: Bool

    /// What a restriction that must hold costs; more where that proves too little.
    private static let firmPrices = [1e2, 1e4, 1e6]
    /// So many sites are tried one by one, whether work can do without them.
    private static let sitesTried = 12
    /// Rounds in which each restriction gives less as far as the others let it.
    private static let mostRounds = 4

    /// The least that one restriction has to give for others to hold as well.
    ///
    /// - Parameter others: They hold, as far as `reliefs` lets them; all else is dropped.
    /// - Returns: `nil` where it was not found; a relief of nothing where all hold as it is.
    func least(
        _ member: Int, keeping others: Set<Int>, after reliefs: [Relief]
    ) throws -> Concession? {
        let model = try models.model(for: others.union([member]))
        guard
            let (answer, terms) = try firmAnswer(
                model, paying: [member], keeping: others, after: reliefs)
        else { return nil }
        guard model.restrictions[member].arcRestriction != nil else {
            return Concession(
                relief: .excess(model.excess(of: member, in: answer)),
                parts: model.parts(of: member, in: answer))
        }
        let breaches = model.breaches(answer, terms).filter { $0.restrictions.contains(member) }
        guard !breaches.isEmpty else { return Concession(relief: .none) }
        return model.timeLimits[member] == nil
            ? try leastSites(member, keeping: others, after: reliefs, among: breaches)
            : try leastTime(member, keeping: others, after: reliefs, among: breaches)
    }

    /// What restrictions give that together make a placement possible; `nil` where it was not found.
    ///
    /// Times and rules on places can't give by degrees: they do only as far as nothing else helps, by the
    /// least sum of the parts of markets and jobs that go beyond them, each relative to its limit. Then rules
    /// on sums and limits give with the least sum relative to each. No part of it can be taken back alone.
    ///
    /// - Parameter conflicts: Sets that can't hold.
    func together(resolving conflicts: [Set<Int>]) throws -> [Int: Concession]? {
        let isOnArcs = { models.restrictions[$0].arcRestriction != nil }
        let onArcs = models.all.filter(isOnArcs)
        let stuck = conflicts.filter { $0.allSatisfy(isOnArcs) }.reduce(into: Set()) {
            $0.formUnion($1)
        }
        var found: [Int: Concession] = [:]
        if try !canHold(onArcs) {
            guard
                let onArcs = try places(paying: stuck, of: onArcs)
                    ?? places(paying: onArcs, of: onArcs)
            else { return nil }
            found = onArcs
        }
        let model = try models.model(for: models.all)
        let sums = models.all.subtracting(onArcs).union(isRoomGiven ? [] : [models.room])
        guard
            let (answer, _) = try firmAnswer(
                model, paying: sums, keeping: onArcs, after: reliefs(found))
        else { return nil }
        for index in sums where model.hasExcess(index, in: answer) {
            found[index] = Concession(
                relief: .excess(model.excess(of: index, in: answer)),
                parts: model.parts(of: index, in: answer))
        }
        return found
    }

    /// What times and rules on places give where those on sums give all they are asked.
    private func places(paying: Set<Int>, of all: Set<Int>) throws -> [Int: Concession]? {
        let model = try models.model(for: all)
        guard
            let (answer, terms) = try firmAnswer(
                model, paying: paying, keeping: all.subtracting(paying), after: none)
        else { return nil }
        var found = concessions(answer, terms, of: model)
        for _ in 0..<Self.mostRounds {
            let before = reliefs(found)
            for index in found.keys.sorted() {
                let others = reliefs(found.filter { $0.key != index })
                let kept = all.subtracting([index])
                guard let least = try least(index, keeping: kept, after: others) else { continue }
                found[index] = least.relief == .none ? nil : least
            }
            // Where one gives otherwise than before, the others may be able to give less.
            if found.count == 1 || reliefs(found) == before { break }
        }
        return found
    }

    private var none: [Relief] { [Relief](repeating: .none, count: models.restrictions.count) }

    private func reliefs(_ found: [Int: Concession]) -> [Relief] {
        var reliefs = none
        for (index, concession) in found { reliefs[index] = concession.relief }
        return reliefs
    }

    /// An answer in which only some restrictions are broken, the least.
    private func firmAnswer(
        _ model: ElasticModel, paying: Set<Int>, keeping others: Set<Int>, after reliefs: [Relief]
    ) throws -> (ElasticModel.Answer, ElasticModel.Terms)? {
        let firm = others.union(isRoomGiven ? [models.room] : []).subtracting(paying)
        for price in Self.firmPrices {
            var terms = ElasticModel.Terms(models.restrictions.count, keeping: firm, at: price)
            for index in paying { terms.prices[index] = 1 }
            terms.reliefs = reliefs
            if paying.count == 1 {
                terms.countsWorkOf = paying.first { model.timeLimits[$0] == nil }
            }
            let answer = try model.solve(terms)
            if !model.breaks(firm, in: answer, terms) { return (answer, terms) }
        }
        return nil
    }

    private func concessions(
        _ answer: ElasticModel.Answer, _ terms: ElasticModel.Terms, of model: ElasticModel
    ) -> [Int: Concession] {
        var found: [Int: Concession] = [:]
        var breaches: [Int: [ElasticModel.Breach]] = [:]
        for breach in model.breaches(answer, terms) {
            for index in breach.restrictions { breaches[index, default: []].append(breach) }
        }
        for (index, own) in breaches {
            if model.timeLimits[index] == nil {
                found[index] = Concession(relief: .sites(Set(own.map(\.pair.site))))
            } else {
                let time = own.reduce(0) { max($0, model.time(index, of: $1.pair)) }
                found[index] = Concession(relief: .time(time))
            }
        }
        return found
    }

    /// Whether restrictions hold together as they are.
    private func canHold(_ kept: Set<Int>) throws -> Bool {
        let firm = kept.union(isRoomGiven ? [models.room] : [])
        let terms = ElasticModel.Terms(models.restrictions.count, keeping: firm)
        return try models.model(for: kept).proof(terms) == nil
    }

    private func holds(
        _ member: Int, at relief: Relief, keeping others: Set<Int>, after reliefs: [Relief]
    ) throws -> Bool {
        let kept = others.union([member]).union(isRoomGiven ? [models.room] : [])
        var terms = ElasticModel.Terms(models.restrictions.count, keeping: kept)
        terms.reliefs = reliefs
        terms.reliefs[member] = relief
        return try models.model(for: others.union([member])).proof(terms) == nil
    }

    /// The shortest time, among those of pairs, with which the others hold.
    private func leastTime(
        _ member: Int, keeping others: Set<Int>, after reliefs: [Relief],
        among breaches: [ElasticModel.Breach]
    ) throws -> Concession? {
        let model = try models.model(for: others.union([member]))
        let enough = breaches.reduce(0) { max($0, model.time(member, of: $1.pair)) }
        var terms = ElasticModel.Terms(models.restrictions.count, keeping: others)
        terms.reliefs = reliefs
        let reach = model.reach(member, terms, upTo: enough)
        guard var high = reach.times.indices.last else { return nil }
        var low = 0
        // The first is what the market farthest from all that is left to it needs: often enough.
        var middle = 0
        while low < high {
            let time = Relief.time(reach.times[middle])
            if try holds(member, at: time, keeping: others, after: reliefs) {
                high = middle
            } else {
                low = middle + 1
            }
            middle = (low + high) / 2
        }
        return Concession(relief: .time(reach.times[high]), parts: reach.beyond)
    }

    /// Sites where work must go beyond a rule; none of them can be left out.
    private func leastSites(
        _ member: Int, keeping others: Set<Int>, after reliefs: [Relief],
        among breaches: [ElasticModel.Breach]
    ) throws -> Concession? {
        let model = try models.model(for: others.union([member]))
        var work = Self.workBySite(breaches)
        var sites = Set(work.keys)
        if sites.count <= Self.sitesTried {
            for site in work.keys.sorted(by: { (work[$0] ?? 0, $0) < (work[$1] ?? 0, $1) })
            where sites.count > 1 {
                let rest = Relief.sites(sites.subtracting([site]))
                if try holds(member, at: rest, keeping: others, after: reliefs) {
                    sites.remove(site)
                }
            }
        }
        if sites.count < work.count {
            var preferring = reliefs
            preferring[member] = .preferring(sites)
            guard
                let (answer, terms) = try firmAnswer(
                    model, paying: [member], keeping: others, after: preferring)
            else { return nil }
            let rest = model.breaches(answer, terms).filter {
                $0.restrictions.contains(member) && sites.contains($0.pair.site)
            }
            work = Self.workBySite(rest)
        }
        let parts = sites.sorted { (work[$1] ?? 0, $0) < (work[$0] ?? 0, $1) }.map {
            Relaxation.Part(id: models.scenario.sites[$0].id, amount: work[$0] ?? 0)
        }
        return Concession(relief: .sites(sites), parts: parts)
    }

    private static func workBySite(_ breaches: [ElasticModel.Breach]) -> [Int: Double] {
        breaches.reduce(into: [:]) { $0[$1.pair.site, default: 0] += $1.work }
    }
}
