import Quantities
import Siting
import SitingReports
import SitingSolve
import Typesetting

/// What `sitewise check` says of a scenario.
enum ScenarioText {
    static func render(_ scenario: Scenario, width: Int) -> String {
        let positions = Position.grouping(scenario.sites)
        let limit = positions.reduce(0) { $0 + $1.limit.value }
        var load = 0.0
        for service in scenario.services {
            for market in scenario.markets.indices { load += service.load(market: market).value }
        }
        let training = scenario.jobs.reduce(0) { $0 + $1.energy.value }
        let power = NumberText.text(limit, in: .megawatts)
        let lines = [
            "\(scenario.name): no mistakes found.",
            counted(scenario.sites.count, "site") + " at "
                + counted(positions.count, "position") + " for at most \(power) of IT power.",
            counted(scenario.markets.count, "market") + ", "
                + counted(scenario.services.count, "service") + " with a mean load of"
                + " \(NumberText.text(load, in: .megawatts)), "
                + counted(scenario.jobs.count, "job")
                + " of \(NumberText.text(training, in: .megawattHours)).",
            counted(scenario.assumptions.count, "assumption") + " in force.",
        ]
        let shown = lines.flatMap { line in
            WrappedText.lines(Console.style.shown(line), width: width)
        }
        return shown.joined(separator: "\n") + "\n"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(NumberText.count(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// What solving found of one policy.
    static func render(_ found: Possibility, policy: Policy, width: Int) -> String {
        switch found {
        case .possible: return "\(policy.name): a placement is possible.\n"
        case .undecided:
            return "\(policy.name): a limit came before it was known whether a placement is"
                + " possible.\n"
        case .impossible(let diagnosis):
            return "\(policy.name): no placement is possible.\n"
                + DiagnosisText.render(diagnosis, style: Console.style, width: width)
        }
    }

    /// One policy's outlook: how many arcs it allows, and what makes it impossible.
    ///
    /// - Parameter said: What the policy before it was told, not to be told twice.
    static func render(
        _ outlook: Placement.Outlook, policy: Policy, after said: [Diagnosis.Finding]
    ) -> String {
        var text =
            "\(policy.name): \(NumberText.count(outlook.arcCount)) pairs of market and site allowed"
        guard !outlook.findings.isEmpty else { return text + ".\n" }
        if outlook.findings == said { return text + "; no placement is possible, as above.\n" }
        text += "; no placement is possible:\n"
        for finding in outlook.findings {
            let place = finding.location.map { "\($0): " } ?? ""
            text += "  \(place)\(Console.style.shown(finding.message))\n"
            text += "    \(Console.style.shown(finding.remedy))\n"
        }
        return text
    }
}
