import Siting
import Typesetting

extension PlanJSON {
    /// Null where the scenario came from no file, or inputs were not kept.
    static func fingerprint(of plan: Plan) -> JSONValue {
        let text = plan.inputs?.fingerprint ?? ""
        return JSONValue(text.isEmpty ? nil : text)
    }

    static func file(_ file: InputFile) -> JSONValue {
        ["name": .string(file.name), "sha256": .string(file.sha256)]
    }

    /// Either a value with its unit or a text.
    static func input(_ figure: InputFigure) -> JSONValue {
        let parts = parts(of: figure.value)
        return [
            "key": .string(figure.key), "value": parts.value, "text": parts.text,
            "unit": parts.unit,
        ]
    }

    static func parts(
        of value: InputValue?
    ) -> (value: JSONValue, text: JSONValue, unit: JSONValue) {
        switch value {
        case .number(let number, let unit): (.number(number), .null, .string(unit))
        case .text(let text): (.null, .string(text), .null)
        case nil: (.null, .null, .null)
        }
    }

    static func candidate(_ candidate: Candidate) -> JSONValue {
        let head: [(String, JSONValue)] = [
            ("id", .string(candidate.id)),
            ("name", .string(candidate.name)),
            ("country", .string(candidate.country)),
            ("latitude", .number(candidate.coordinate.latitude)),
            ("longitude", .number(candidate.coordinate.longitude)),
        ]
        let figures = SiteField.allCases.map { field in
            (field.rawValue, JSONValue(candidate.figures[field]))
        }
        let supplies = ("supplies", JSONValue.array(candidate.supplies.map(supply)))
        return .object(head + figures + [supplies])
    }

    private static func supply(_ supply: CandidateSupply) -> JSONValue {
        let head: [(String, JSONValue)] = [
            ("name", .string(supply.name)),
            ("kind", .string(supply.kind)),
            ("fuel", .string(supply.fuel)),
            ("season", JSONValue(supply.season)),
            ("capacity_factor", .number(supply.capacityFactor)),
        ]
        return .object(
            head + SupplyField.allCases.map { ($0.rawValue, JSONValue(supply.figures[$0])) })
    }
}
