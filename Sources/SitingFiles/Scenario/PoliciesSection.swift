import Quantities
import Siting

/// Reads `policies`: what to minimise, under which limits and rules.
struct PoliciesSection {
    static let keys = ["minimise", "tolerance", "limits", "max_rtt_ms", "rules"]
    static let limitKeys = Measure.all.map(\.limitKey)
    static let weightKeys = Measure.all.filter(\.isMinimisable).map(\.weightKey)

    /// Burdens are too many to be listed: one stands for them.
    private static func shown(_ key: (Measure) -> String) -> [String] {
        Measure.ofWhole.map(key).sorted()
            + ["burdens such as \(key(.largest(Burden(.water, of: .country))))"]
    }

    let context: ScenarioContext
    /// Names that policies may hold; wrong rules are among them, so that each is reported once.
    let ruleNames: [String]
    let serviceNames: [String]
    /// Names of rules that every policy holds.
    let furtherRules: [String]

    func read(_ mapping: YAMLMapping) -> [Policy] {
        if mapping.entries.isEmpty { mapping.report("there must be at least one policy") }
        return mapping.idEntries("policy", context.diagnostics).compactMap(policy)
    }

    private func policy(_ entry: YAMLMapping.Entry) -> Policy? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        let objective = mapping.value("minimise", required: true).flatMap(objective)
        let tolerance = mapping.percentOrNumber("tolerance", in: .share) ?? 0
        let limits = mapping.mapping("limits").map(limits) ?? []
        let trips = mapping.value("max_rtt_ms").map(maxRoundTrips) ?? [:]
        let rules = mapping.value("rules").map(rules) ?? []
        return objective.map {
            Policy(
                name: entry.key, objective: $0, tolerance: tolerance, limits: limits,
                rules: rules + furtherRules, maxRoundTrips: trips, location: entry.location)
        }
    }

    private func objective(_ value: YAMLValue) -> Policy.Objective? {
        if value.isMapping { return value.mapping().flatMap(weighted) }
        guard let names = value.names() else { return nil }
        let known = Measure.all.filter(\.isMinimisable).map(\.rawValue)
        var measures: [Measure] = []
        for (text, place) in names {
            guard let measure = Measure(rawValue: text) else {
                place.reportUnknown("measure", text, among: known, shown: Self.shown(\.rawValue))
                continue
            }
            guard measure.isMinimisable else {
                place.report(
                    "\(quoted(text)) can't be minimised: it is a ratio of what is decided",
                    help: "limit it (\(measure.limitKey)), or minimise it"
                        + " per_mw_limit, by what the sites may hold")
                continue
            }
            if measures.contains(measure) {
                place.report("\(quoted(text)) is already minimised before")
            } else {
                measures.append(measure)
            }
        }
        return measures.isEmpty ? nil : .inOrder(measures)
    }

    private func weighted(_ mapping: YAMLMapping) -> Policy.Objective? {
        mapping.checkKeys(allowed: Self.weightKeys, shown: Self.shown(\.weightKey))
        var weights: [Measure: Double] = [:]
        for measure in Measure.all where measure.isMinimisable {
            guard mapping.has(measure.weightKey) else { continue }
            guard let weight = mapping.number(measure.weightKey, in: .between(0, 1e9)) else {
                return nil
            }
            // What has no weight is not judged by.
            if weight > 0 { weights[measure] = weight }
        }
        guard !weights.isEmpty else {
            if mapping.keys.allSatisfy(Self.weightKeys.contains) {
                mapping.report("at least one weight must be greater than 0")
            }
            return nil
        }
        return .weighted(weights)
    }

    private func limits(_ mapping: YAMLMapping) -> [Policy.Limit] {
        mapping.checkKeys(allowed: Self.limitKeys, shown: Self.shown(\.limitKey))
        return mapping.entries.compactMap { entry in
            guard let measure = Measure.all.first(where: { $0.limitKey == entry.key }),
                let most = entry.value.number(in: .between(0, 1e15))
            else { return nil }
            return Policy.Limit(measure: measure, maximum: most, location: entry.location)
        }
    }

    /// One number for all services, or one a service.
    private func maxRoundTrips(_ value: YAMLValue) -> [String: Latency] {
        guard value.isMapping else {
            guard let limit = value.number(in: .between(0.001, 1e6)) else { return [:] }
            return Dictionary(uniqueKeysWithValues: serviceNames.map { ($0, Latency(limit)) })
        }
        guard let mapping = value.mapping() else { return [:] }
        var limits: [String: Latency] = [:]
        for entry in mapping.entries {
            guard serviceNames.contains(entry.key) else {
                context.diagnostics.error(
                    "unknown service \(quoted(entry.key))", at: entry.location,
                    help: didYouMean(entry.key, among: serviceNames))
                continue
            }
            limits[entry.key] = entry.value.number(in: .between(0.001, 1e6)).map { Latency($0) }
        }
        return limits
    }

    private func rules(_ value: YAMLValue) -> [String] {
        guard !value.isList || value.list()?.isEmpty == false else { return [] }
        var rules: [String] = []
        for (text, place) in value.names() ?? [] {
            guard ruleNames.contains(text) else {
                place.reportUnknown("rule", text, among: ruleNames)
                continue
            }
            if !rules.contains(text) { rules.append(text) }
        }
        return rules
    }
}
