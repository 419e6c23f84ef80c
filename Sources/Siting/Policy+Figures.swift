import Quantities

extension Policy {
    /// What the policy states, with the content of its rules.
    func statedFigures(of scenario: Scenario) -> [InputFigure] {
        let name = [InputFigure("policy", .text(self.name))]
        let limits = limits.map { limit in
            InputFigure(
                "policy.limits.\(limit.measure.limitKey)",
                .number(limit.maximum, unit: limit.measure.unit))
        }
        let roundTrips = maxRoundTrips.sorted { $0.key < $1.key }.map { service, limit in
            InputFigure("policy.max_rtt_ms.\(service)", .number(limit.value, unit: "ms"))
        }
        let rules = rules.flatMap { name in
            scenario.rule(named: name)?.statedFigures ?? [
                InputFigure("policy.rules.\(name)", .text("in force"))
            ]
        }
        return name + objectiveFigures + limits + roundTrips + rules
    }

    private var objectiveFigures: [InputFigure] {
        let tolerance = InputFigure("policy.tolerance", .number(tolerance, unit: ""))
        switch objective {
        case .inOrder(let measures):
            let order = measures.map(\.rawValue).joined(separator: ", then ")
            return [InputFigure("policy.minimise", .text(order)), tolerance]
        case .weighted(let weights):
            let stated = Measure.all.compactMap { measure in
                weights[measure].map { weight in
                    InputFigure(
                        "policy.minimise.\(measure.weightKey)", .number(weight, unit: ""))
                }
            }
            return [InputFigure("policy.minimise", .text("weighted sum"))] + stated + [tolerance]
        }
    }
}

extension Rule {
    /// The rule's content: figures by themselves, everything else in words.
    fileprivate var statedFigures: [InputFigure] {
        let key = "policy.rules.\(name)"
        func words(_ parts: [String]) -> InputFigure {
            InputFigure(key, .text(([content.kind] + parts).joined(separator: "; ")))
        }
        switch content {
        case .residency(let services, let jobs, let markets, let sites):
            let work = [
                "services \(services.map(Self.list) ?? "all")",
                jobs.isEmpty ? nil : "jobs \(Self.list(jobs))",
            ]
            return [
                words(
                    work.compactMap(\.self) + ["markets \(markets.words)", "sites \(sites.words)"])
            ]
        case .access(let countries, let sites):
            return [words(["operators of \(Self.list(countries))", "sites \(sites.words)"])]
        case .closed(let sites): return [words(["sites \(sites.words)"])]
        case .share(let grouping, let maximum):
            return [
                words(["of a \(grouping.rawValue)"]),
                InputFigure("\(key).maximum", .number(maximum, unit: "")),
            ]
        case .nearUsers: return [words([])]
        case .trainingSupply(let fuels): return [words(["fuels \(Self.list(fuels))"])]
        case .placement(let shares):
            return [words([])]
                + shares.sorted { $0.key < $1.key }.map { site, share in
                    InputFigure("\(key).\(site)", .number(share, unit: ""))
                }
        }
    }

    private static func list(_ names: Set<String>) -> String {
        names.isEmpty ? "none" : names.sorted().joined(separator: ", ")
    }
}

extension Selection {
    /// Which members it chooses, always in the same order.
    fileprivate var words: String {
        let parts: [(String, Set<String>?)] = [
            ("", ids), ("in ", countries), ("not in ", countriesNot), ("on ", continents),
            ("of operators ", operators), ("of kinds ", kinds),
        ]
        let given = parts.compactMap { word, names in
            names.map { word + ($0.isEmpty ? "none" : $0.sorted().joined(separator: ", ")) }
        }
        return given.isEmpty ? "all" : given.joined(separator: " and ")
    }
}
