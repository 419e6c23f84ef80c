import Quantities
import Siting

/// Reads a scenario section by section; problems go to the collector and the result is then of no
/// use.
struct ScenarioReader {
    static let keys = [
        "sitewise", "name", "description", "period", "sites", "markets", "services", "jobs",
        "missing", "latency", "prices", "fuels", "rules", "policies",
    ]
    static let version = 1
    static let usualFuels = "ipcc_2014"

    let context: ScenarioContext

    func read(_ root: YAMLMapping) -> Scenario {
        root.checkKeys(allowed: Self.keys)
        checkVersion(root)
        let name = root.string("name", required: true) ?? ""
        _ = root.string("description")
        let period = PeriodSection(context: context)
            .read(root.mapping("period"), at: root.location)
        let missing = MissingRules(root.mapping("missing"))
        let fuels = fuels(root)
        let sites = root.mapping("sites", required: true).map {
            SitesSection(context: context, missing: missing, factorSet: fuels).read($0)
        }
        let markets = root.mapping("markets", required: true).map {
            MarketsSection(context: context).read($0)
        }
        let parts = Parts(
            name: name, period: period.period, missing: missing, fuels: fuels,
            sites: sites ?? SitesResult(), markets: markets ?? MarketsResult(),
            assumption: period.assumption)
        return read(root, parts)
    }

    /// What the remaining sections refer to.
    private struct Parts {
        let name: String
        let period: Period
        let missing: MissingRules
        let fuels: String
        let sites: SitesResult
        let markets: MarketsResult
        let assumption: Assumption?
    }

    private func read(_ root: YAMLMapping, _ parts: Parts) -> Scenario {
        let (sites, markets) = (parts.sites, parts.markets)
        let services = root.mapping("services").map {
            ServicesSection(context: context, markets: markets).read($0)
        }
        let jobs = root.mapping("jobs").map {
            JobsSection(context: context, year: parts.period.year, sites: sites.sites).read($0)
        }
        checkWorkloads(root)
        let latency = LatencySection(context: context, sites: sites, markets: markets)
            .read(root.mapping("latency"), at: root.location)
        let prices = PricesSection(context: context, sites: sites, markets: markets)
            .read(root.mapping("prices"), at: root.location)
        let rules = root.mapping("rules").map {
            RulesSection(
                context: context, sites: sites, markets: markets,
                serviceIDs: keys("services", root), jobIDs: keys("jobs", root)
            ).read($0)
        }
        let law = operatorRules(root, sites, markets)
        let policies = root.mapping("policies", required: true).map {
            PoliciesSection(
                context: context, ruleNames: keys("rules", root),
                serviceNames: keys("services", root), furtherRules: law.map(\.name)
            ).read($0)
        }
        PlacementChecks(context: context).check(policies ?? [], rules: rules ?? [])
        CoverageChecks(
            context: context, missing: parts.missing, sites: sites, prices: prices,
            section: root.entry("sites")?.location ?? root.location
        ).check(policies ?? [])
        let general = [parts.assumption, latency.assumption, prices.assumption].compactMap(\.self)
        return Scenario(
            name: parts.name, file: context.file, period: parts.period, sites: sites.sites,
            markets: markets.markets, services: services ?? [], jobs: jobs ?? [],
            roundTrips: latency.roundTrips, servingCost: prices.serving,
            carbonPrice: prices.carbon, waterPrice: prices.water, rules: (rules ?? []) + law,
            policies: policies ?? [], fuelFactors: parts.fuels,
            assumptions: sites.assumptions + general, exclusions: sites.exclusions,
            warnings: context.diagnostics.diagnostics.map(\.message),
            carbonBasis: sites.carbonBasis, equivalences: context.catalogue.equivalences)
    }

    /// The rules that come with the operator, and a word on what it did.
    private func operatorRules(
        _ root: YAMLMapping, _ sites: SitesResult, _ markets: MarketsResult
    ) -> [Rule] {
        guard let profile = context.profile else { return [] }
        let report = OperatorReport(context: context, profile: profile)
        let stated = root.value("rules").flatMap { $0.isMapping ? $0.mapping() : nil }
        let rules = report.rules(sites, stated: stated)
        report.describe(sites, markets, rules)
        return rules
    }

    private func checkVersion(_ root: YAMLMapping) {
        guard let value = root.value("sitewise", required: true),
            let version = value.integer(), version != Self.version
        else { return }
        value.report(
            "this program reads version \(Self.version) of the format, not \(version)")
    }

    private func fuels(_ root: YAMLMapping) -> String {
        var sets: [String] = []
        for fuel in context.catalogue.fuels where !sets.contains(fuel.factorSet) {
            sets.append(fuel.factorSet)
        }
        return root.choice("fuels", sets) ?? Self.usualFuels
    }

    private func checkWorkloads(_ root: YAMLMapping) {
        guard keys("services", root).isEmpty, keys("jobs", root).isEmpty else { return }
        root.report("there is nothing to place", help: "add a service or a job")
    }

    /// The names in a section, whatever is wrong with what they hold.
    private func keys(_ section: String, _ root: YAMLMapping) -> [String] {
        guard let value = root.value(section), value.isMapping else { return [] }
        return value.mapping()?.keys ?? []
    }
}
