import Siting
import Typesetting

extension PlanJSON {
    static func diagnosis(_ diagnosis: Diagnosis) -> JSONValue {
        [
            "findings": .array(diagnosis.findings.map(finding)),
            "conflicts": .array(
                diagnosis.conflicts.map { ["members": .array($0.members.map(member))] }),
            "relaxations": .array(diagnosis.relaxations.map(relaxation)),
        ]
    }

    private static func finding(_ finding: Diagnosis.Finding) -> JSONValue {
        .object(
            [
                ("kind", .string(finding.kind)),
                ("message", .string(finding.message)),
                ("remedy", .string(finding.remedy)),
            ] + place(finding.location))
    }

    private static func member(_ member: Conflict.Member) -> JSONValue {
        .object(
            [
                ("name", .string(member.name)),
                ("kind", .string(member.kind)),
                ("sentence", .string(member.sentence)),
                ("relaxation", member.relaxation.map(relaxation) ?? .null),
            ] + place(member.location))
    }

    private static func relaxation(_ relaxation: Relaxation) -> JSONValue {
        let parts = relaxation.parts.map { part -> JSONValue in
            ["id": .string(part.id), "amount": .number(part.amount)]
        }
        return .object(
            [
                ("rule", .string(relaxation.rule)),
                ("kind", .string(relaxation.kind)),
                ("sentence", .string(relaxation.sentence)),
                ("from", .number(relaxation.from)),
                ("to", .number(relaxation.to)),
                ("least", .number(relaxation.least)),
                ("unit", .string(relaxation.unit)),
                ("parts", .array(parts)),
            ] + place(relaxation.location))
    }

    private static func place(_ location: SourceLocation?) -> [(String, JSONValue)] {
        [
            ("file", JSONValue(location?.file.lastPathComponent)),
            ("line", JSONValue(location?.line)),
            ("column", JSONValue(location?.column)),
        ]
    }
}
