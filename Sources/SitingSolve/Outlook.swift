public import Siting
import SitingFormulation

extension Placement {
    /// What can be said of a policy without solving.
    public struct Outlook: Sendable, Equatable {
        /// Pairs of a market's service and a site that limits and rules allow.
        public let arcCount: Int
        /// Obstacles that make every placement impossible; empty where none shows.
        public let findings: [Diagnosis.Finding]
    }

    /// Looks for markets out of reach and jobs that can't be done, without solving.
    public static func outlook(
        for scenario: Scenario, under policy: Policy
    ) throws -> Outlook {
        let formulation = try Formulation(scenario: scenario, policy: policy, families: [])
        return Outlook(
            arcCount: formulation.arcs.sites.count,
            findings: Diagnoser.obstacles(of: formulation))
    }

    /// How many objectives a policy minimises, one after the other.
    public static func stageCount(of policy: Policy) -> Int {
        switch policy.objective {
        case .inOrder(let measures): measures.count
        case .weighted: 1
        }
    }
}
