import Quantities
import Siting
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
            "\(NumberText.count(scenario.sites.count)) sites at"
                + " \(NumberText.count(positions.count)) positions, which allow \(power) of IT power.",
            "\(NumberText.count(scenario.markets.count)) markets,"
                + " \(NumberText.count(scenario.services.count)) services with a mean load of"
                + " \(NumberText.text(load, in: .megawatts)),"
                + " \(NumberText.count(scenario.jobs.count)) jobs of"
                + " \(NumberText.text(training, in: .megawattHours)).",
            "\(NumberText.count(scenario.assumptions.count)) assumptions in force.",
        ]
        let shown = lines.flatMap { line in
            WrappedText.lines(Console.style.shown(line), width: width)
        }
        return shown.joined(separator: "\n") + "\n"
    }

    /// One policy's outlook: how many arcs it allows, and what makes it impossible.
    static func render(_ outlook: Placement.Outlook, policy: Policy) -> String {
        var text =
            "\(policy.name): \(NumberText.count(outlook.arcCount)) pairs of market and site allowed"
        guard !outlook.findings.isEmpty else { return text + ".\n" }
        text += "; no placement is possible:\n"
        for finding in outlook.findings {
            let place = finding.location.map { "\($0): " } ?? ""
            text += "  \(place)\(Console.style.shown(finding.message))\n"
            text += "    \(Console.style.shown(finding.remedy))\n"
        }
        return text
    }
}
