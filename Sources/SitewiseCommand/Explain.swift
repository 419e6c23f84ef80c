import ArgumentParser
import Quantities
import Siting
import SitingFiles
import SitingReports
import SitingSolve
import Typesetting

/// `sitewise explain`: why here, why not there.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why a plan uses a site, where work could go instead, what a rule costs.",
        discussion: """
            Of a site: what it saves, what its room is worth, and the power price, the carbon \
            intensity and the round trip at which it falls out or comes in, each solved on \
            either side. Of a market or a job: the next best sites and what keeps nearer ones \
            out. Of a rule or a limit: its cost, its prices and the range in which they hold. \
            Of a policy with several objectives the last stage is meant, the earlier ones held.

            EXAMPLES
              sitewise explain world --policy balanced --site dallas
              sitewise explain world --policy balanced --market cairo --service voice
              sitewise explain world --job grok_3
              sitewise explain world --policy nearest --rule spread
              sitewise explain my.yaml --rule emissions_t_per_year --format json
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Why the plan uses this site or not.", valueName: "id"))
    var site: String?

    @Option(help: ArgumentHelp("Which sites answer this market, and which could.", valueName: "id"))
    var market: String?

    @Option(help: ArgumentHelp("Only this service of the market.", valueName: "id"))
    var service: String?

    @Option(help: ArgumentHelp("Where this job runs, and where it could.", valueName: "id"))
    var job: String?

    @Option(
        help: ArgumentHelp(
            "What this rule of the policy costs, or this limit, by its key.", valueName: "name"))
    var rule: String?

    @Option(help: "table, json or markdown; told from the file's ending.")
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws {
        guard [site, market, job, rule].compactMap({ $0 }).count == 1 else {
            throw ValidationError("give one of --site, --market, --job and --rule")
        }
        if service != nil, market == nil {
            throw ValidationError("--service goes with --market")
        }
        try chosenFormat.check("an explanation has", no: .csv, .geojson, .html)
    }

    func run() async throws {
        try output.output.check()
        let loaded = try scenario.load()
        let chosen = try policy.policy(of: loaded)
        let question = try question(on: loaded, under: chosen)
        let explanation = try await Solving.run(solve) { settings in
            try await Explainer(loaded, under: chosen, settings: settings).answer(question)
        }
        try output.output.write(text(of: explanation))
        if let status = explanation.plan.status.exitStatus { throw status }
    }

    private func question(
        on scenario: Scenario, under policy: Policy
    ) throws -> Explainer.Question {
        if let site { return .site(try index(of: site, "site", scenario.sites.map(\.id))) }
        if let job { return .job(try index(of: job, "job", scenario.jobs.map(\.id))) }
        if let rule {
            let known = policy.rules + policy.limits.map(\.measure.limitKey)
            _ = try index(of: rule, "rule or limit", known, of: "policy '\(policy.name)'")
            return .rule(rule)
        }
        let index = try index(of: market ?? "", "market", scenario.markets.map(\.id))
        let offered = scenario.services.indices.filter {
            scenario.services[$0].load(market: index).value > 0
        }
        let number = try service.map { service in
            let place = try self.index(
                of: service, "service", offered.map { scenario.services[$0].id },
                of: "market '\(scenario.markets[index].id)'")
            return offered[place]
        }
        return .market(index, service: number)
    }

    /// The place of a name among those known, or what could have been meant.
    private func index(
        of name: String, _ kind: String, _ known: [String], of place: String = "the scenario"
    ) throws -> Int {
        if let index = known.firstIndex(of: name) { return index }
        let guess = suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
        let list = known.isEmpty ? " none" : ": \(known.joined(separator: ", "))"
        let few = known.count <= 12 ? "; it has\(list)" : ""
        throw ValidationError("no \(kind) '\(name)' in \(place)\(guess.isEmpty ? few : guess)")
    }

    private func text(of explanation: Explanation) -> String {
        switch chosenFormat {
        case .json: return ExplanationJSON.text(of: explanation)
        case .markdown: return ExplanationText.markdown(explanation)
        case .table, .csv, .geojson, .html:
            return ExplanationText.render(explanation, style: output.style, width: output.width)
        }
    }
}
