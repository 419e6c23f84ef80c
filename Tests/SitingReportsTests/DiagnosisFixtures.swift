import Siting

extension PlanFixtures {
    /// A diagnosis with everything that one may have.
    static let conflicting = Diagnosis(
        findings: [
            Diagnosis.Finding(
                kind: "limits_conflict",
                message: "these can't hold together: voice, pacific",
                remedy: "drop or loosen one of them",
                location: SourceLocation(file: "scenarios/pacific.yaml", line: 40, column: 3))
        ],
        conflicts: [
            Conflict(members: [
                Conflict.Member(
                    name: "voice", kind: "max_rtt_ms", sentence: "voice: max_rtt_ms 60",
                    location: SourceLocation(
                        file: "scenarios/pacific.yaml", line: 12, column: 3),
                    relaxation: roundTrip),
                Conflict.Member(
                    name: "pacific", kind: "residency",
                    sentence: "pacific: work that it binds runs only at the sites it allows",
                    location: nil),
            ]),
            Conflict(members: [
                Conflict.Member(
                    name: "emissions_t_per_year", kind: "limit",
                    sentence: "emissions_t_per_year: at most 300,000 t/year", location: nil)
            ]),
        ],
        relaxations: [roundTrip])

    private static let roundTrip = Relaxation(
        rule: "voice", kind: "max_rtt_ms",
        sentence: "raise max_rtt_ms of voice from 60 to 71 ms for Suva (FJ)", from: 60, to: 71,
        least: 70.995, unit: "ms", parts: [Relaxation.Part(id: "suva", amount: 70.995)],
        location: SourceLocation(file: "scenarios/pacific.yaml", line: 12, column: 3))
}
