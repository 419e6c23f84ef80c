import ArgumentParser
import Siting
import SitingFiles

/// What is compared with what.
struct ComparisonOptions: ParsableArguments {
    @Option(
        name: .customLong("policies"),
        help: ArgumentHelp(
            "The policies to compare, with commas.",
            discussion: "All of the scenario, if not given.",
            valueName: "a,b,c"))
    var policyNames: String?

    @Option(
        name: .customLong("baseline"),
        help: ArgumentHelp(
            "What the others are compared with: a policy, or a method of --baselines.",
            discussion:
                "If not given, the first policy; of a report, a policy with a placement of your own,"
                + " else nearest_site.", valueName: "name"))
    var baselineName: String?

    @Option(
        name: .customLong("baselines"),
        help: ArgumentHelp(
            "Simple methods to compare with: weighted_score, greedy_carbon, nearest_site, or all.",
            valueName: "a,b,c"))
    var methodNames: String?

    @Option(
        help: ArgumentHelp(
            "How much price, carbon and mean round trip count in weighted_score.",
            valueName: "p,c,r"))
    var scoreWeights: String = "1,1,1"

    func validate() throws {
        _ = try Self.methods(named: methodNames)
        _ = try Self.weights(from: scoreWeights)
    }

    var methods: [BaselineMethod] { (try? Self.methods(named: methodNames)) ?? [] }

    var weights: ScoreWeights { (try? Self.weights(from: scoreWeights)) ?? ScoreWeights() }

    func policies(of scenario: Scenario) throws -> [Policy] {
        let names = try policyNames.map { try Self.list($0, "--policies") }
        let chosen = names ?? scenario.policies.map(\.name)
        let policies = try chosen.map { try PolicyOptions.policy(named: $0, of: scenario) }
        guard !policies.isEmpty else { throw ValidationError("the scenario has no policy") }
        return policies
    }

    /// The place of the column that others are compared with.
    ///
    /// - Parameter columns: The names of policies, then of methods.
    func baseline(among columns: [String]) throws -> Int {
        guard let baselineName else { return 0 }
        guard let place = columns.firstIndex(of: baselineName) else {
            let guess = suggestion(for: baselineName, among: columns)
                .map { "; did you mean '\($0)'?" }
            throw ValidationError(
                "--baseline '\(baselineName)' is none of those compared"
                    + (guess ?? ": \(columns.joined(separator: ", "))"))
        }
        return place
    }

    private static func methods(named names: String?) throws -> [BaselineMethod] {
        guard let names else { return [] }
        let all = BaselineMethod.allCases
        if names == "all" { return all }
        return try list(names, "--baselines").map { name in
            if name == "status_quo" {
                throw ValidationError(
                    "a placement of your own is a policy: state its shares in a rule `placement`, let a"
                        + " policy hold it, and compare with that (--baseline status_quo, if so named)"
                )
            }
            guard let method = BaselineMethod(rawValue: name) else {
                let known = all.map(\.rawValue)
                let guess =
                    suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? "."
                throw ValidationError(
                    "no baseline '\(name)'\(guess) There are: "
                        + known.joined(separator: ", ") + ", or all")
            }
            return method
        }
    }

    private static func weights(from text: String) throws -> ScoreWeights {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        let weights = parts.compactMap { $0 }.filter { $0.isFinite && $0 >= 0 }
        guard parts.count == 3, weights.count == 3, weights.contains(where: { $0 > 0 }) else {
            throw ValidationError(
                "--score-weights must be three numbers, none below zero and one above, such as 2,1,1"
            )
        }
        return ScoreWeights(price: weights[0], carbon: weights[1], roundTrip: weights[2])
    }

    /// Names between commas, each once.
    private static func list(_ text: String, _ option: String) throws -> [String] {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        var seen: Set<String> = []
        for name in names {
            guard !name.isEmpty else { throw ValidationError("\(option) has an empty name") }
            guard seen.insert(name).inserted else {
                throw ValidationError("\(option) names '\(name)' twice")
            }
        }
        return names
    }
}
