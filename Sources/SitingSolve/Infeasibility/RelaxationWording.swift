import Quantities
import Siting
import SitingFormulation

/// What restrictions have to give, in the planner's own names and units.
struct RelaxationWording {
    private let wording: RestrictionWording
    private var scenario: Scenario { wording.scenario }
    private var policy: Policy { wording.policy }

    init(_ wording: RestrictionWording) { self.wording = wording }

    func relaxation(
        _ restriction: Restriction, _ concession: LeastRelief.Concession
    ) -> Relaxation? {
        switch (restriction, concession.relief) {
        case (.limit(let place), .excess(let amounts)):
            return limit(policy.limits[place], by: amounts.first ?? 0)
        case (.room, .excess): return room(concession.parts)
        case (.roundTrip(let service), .time(let time)):
            let from = scenario.services[service].maxRoundTrip
            return self.time(service, "max_rtt_ms", from, to: time, concession.parts)
        case (.latency(let service), .time(let time)):
            let from = scenario.services[service].maxLatency
            return self.time(service, "max_latency_ms", from, to: time, concession.parts)
        case (.rule(let rule), .excess(let amounts)): return sum(rule, amounts, concession.parts)
        case (.rule(let rule), .sites): return sites(rule, concession.parts)
        default: return nil
        }
    }

    /// The peak that a job needs to be done in its window.
    func relaxation(_ job: Job) -> Relaxation {
        let from = job.peak.value
        let to = StatedFigure.enough(job.meanPower.value, above: from)
        return Relaxation(
            rule: job.id, kind: "job",
            sentence: "raise peak_mw of \(job.id) from \(StatedFigure.text(from)) to"
                + " \(StatedFigure.text(to)) MW, or lengthen its window",
            from: from, to: to, least: job.meanPower.value, unit: Megawatt.symbol,
            location: job.location)
    }

    private func limit(_ limit: Policy.Limit, by excess: Double) -> Relaxation {
        guard !limit.isOnRatio else { return ratio(limit, by: excess) }
        let key = limit.measure.limitKey
        let least = limit.maximum + excess * limit.yardstick
        let to = StatedFigure.enough(least, above: limit.maximum)
        return Relaxation(
            rule: key, kind: "limit",
            sentence: "raise \(key) from \(StatedFigure.text(limit.maximum)) to"
                + " \(StatedFigure.text(to)) \(limit.measure.unit)",
            from: limit.maximum, to: to, least: least, unit: limit.measure.unit,
            location: limit.location)
    }

    /// A limit for each MW built is a slope: what it wants is room above it.
    private func ratio(_ limit: Policy.Limit, by excess: Double) -> Relaxation {
        let key = limit.measure.limitKey
        let unit = limit.measure.ofWhole.unit
        let least = excess * limit.yardstick
        let to = StatedFigure.enough(least, above: 0)
        return Relaxation(
            rule: key, kind: "limit",
            sentence:
                "raise \(key), or allow each member \(StatedFigure.text(to)) \(unit) beyond it",
            from: 0, to: to, least: least, unit: unit, location: limit.location)
    }

    private func time(
        _ index: Int, _ key: String, _ limit: Latency?, to least: Double,
        _ markets: [Relaxation.Part]
    ) -> Relaxation {
        let service = scenario.services[index]
        let from = limit?.value ?? 0
        let to = StatedFigure.enough(least, above: from)
        let names = markets.compactMap { part in
            scenario.markets.first { $0.id == part.id }.map { "\($0.name) (\($0.country))" }
        }
        let reason = names.isEmpty ? "" : " for \(StatedFigure.list(names))"
        return Relaxation(
            rule: service.id, kind: key,
            sentence: "raise \(key) of \(service.id) from \(StatedFigure.text(from)) to"
                + " \(StatedFigure.text(to)) ms" + reason,
            from: from, to: to, least: least, unit: Millisecond.symbol, parts: markets,
            location: wording.location(ofTimeOf: service, key))
    }

    private func room(_ parts: [Relaxation.Part]) -> Relaxation {
        let limits = Dictionary(
            uniqueKeysWithValues: Position.grouping(scenario.sites).map { ($0.id, $0.limit.value) })
        let raised = parts.map { part -> Relaxation.Part in
            let from = limits[part.id] ?? 0
            let to = StatedFigure.enough(from + part.amount, above: from)
            return Relaxation.Part(id: part.id, amount: to - from)
        }
        let from = parts.reduce(0) { $0 + (limits[$1.id] ?? 0) }
        let to = from + raised.reduce(0) { $0 + $1.amount }
        let changes = raised.map { part in
            "\(name(part.id)) by \(StatedFigure.text(part.amount)) MW"
        }
        let site = parts.count == 1 ? scenario.sites.first { $0.id == parts[0].id } : nil
        return Relaxation(
            rule: "limit_mw", kind: "room",
            sentence: "raise limit_mw at \(StatedFigure.list(changes))"
                + (changes.count > 1 ? ", \(StatedFigure.text(to - from)) MW in all" : ""),
            from: from, to: to, least: from + parts.reduce(0) { $0 + $1.amount },
            unit: Megawatt.symbol, parts: raised, location: site?.location)
    }

    /// A rule on sums.
    private func sum(_ rule: Rule, _ amounts: [Double], _ parts: [Relaxation.Part]) -> Relaxation {
        let work = scenario.meanWork.value
        let all = amounts.reduce(0, +)
        switch rule.content {
        case .share(_, let maximum):
            let from = 100 * maximum
            let least = from + 100 * all / work
            let to = StatedFigure.enough(least, above: from)
            let names = StatedFigure.list(parts.map(\.id))
            return relaxation(
                rule, from: from, to: to, least, "%", parts,
                "raise max of \(rule.name) from \(StatedFigure.text(from)) to"
                    + " \(StatedFigure.text(to)) %"
                    + (names.isEmpty ? "" : " for \(names)"))
        case .placement:
            let least = 100 * all / work
            let to = StatedFigure.enough(least, above: 0)
            return relaxation(
                rule, from: 0, to: to, least, "%", parts,
                "let \(StatedFigure.text(to)) % of the work run beyond the shares of"
                    + " \(rule.name)" + at(parts))
        case .nearUsers:
            let to = StatedFigure.enough(all, above: 0)
            return relaxation(
                rule, from: 0, to: to, all, Megawatt.symbol, parts,
                "let \(StatedFigure.text(to)) MW of training run where \(rule.name) wants"
                    + " more inference" + at(parts))
        case .trainingSupply, .residency, .access, .closed:
            let to = StatedFigure.enough(all, above: 0)
            return relaxation(
                rule, from: 0, to: to, all, Megawatt.symbol, parts,
                "let training draw \(StatedFigure.text(to)) MW from other sources than"
                    + " \(rule.name) allows" + at(parts))
        }
    }

    /// A rule that keeps work from sites.
    private func sites(_ rule: Rule, _ parts: [Relaxation.Part]) -> Relaxation {
        let least = parts.reduce(0) { $0 + $1.amount }
        let to = StatedFigure.enough(least, above: 0)
        let verb = if case .closed = rule.content { "open" } else { "allow" }
        let names = StatedFigure.list(parts.map { name($0.id) })
        return relaxation(
            rule, from: 0, to: to, least, Megawatt.symbol, parts,
            "\(verb) \(names) under \(rule.name), for"
                + " \(StatedFigure.text(to)) MW of work")
    }

    private func relaxation(
        _ rule: Rule, from: Double, to: Double, _ least: Double, _ unit: String,
        _ parts: [Relaxation.Part], _ sentence: String
    ) -> Relaxation {
        Relaxation(
            rule: rule.name, kind: rule.content.kind, sentence: sentence, from: from, to: to,
            least: least, unit: unit, parts: parts, location: rule.location)
    }

    private func at(_ parts: [Relaxation.Part]) -> String {
        parts.isEmpty ? "" : " at \(StatedFigure.list(parts.map { name($0.id) }))"
    }

    private func name(_ site: String) -> String {
        scenario.sites.first { $0.id == site }.map { "\($0.name) (\($0.country))" } ?? site
    }
}
