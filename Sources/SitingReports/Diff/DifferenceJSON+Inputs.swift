import Siting
import Typesetting

extension DifferenceJSON {
    static func inputs(_ inputs: InputsDifference) -> JSONValue {
        [
            "figures": .array(
                inputs.figures.map { figure in
                    [
                        "key": .string(figure.key),
                        "first": input(figure.first),
                        "second": input(figure.second),
                    ]
                }),
            "site_figures": .array(
                inputs.siteFigures.map { figure in
                    [
                        "key": .string(figure.key),
                        "first": input(figure.first),
                        "second": input(figure.second),
                        "sites": .array(figure.sites.map { .string($0) }),
                    ]
                }),
            "candidates_added": .array(inputs.added.map(candidate)),
            "candidates_removed": .array(inputs.removed.map(candidate)),
            "files": .array(
                inputs.files.map { file in
                    [
                        "name": .string(file.name),
                        "first": JSONValue(file.first),
                        "second": JSONValue(file.second),
                    ]
                }),
        ]
    }

    /// Null where it is not stated.
    private static func input(_ value: InputValue?) -> JSONValue {
        guard let value else { return .null }
        let parts = PlanJSON.parts(of: value)
        return ["value": parts.value, "text": parts.text, "unit": parts.unit]
    }

    private static func candidate(_ site: InputsDifference.Site) -> JSONValue {
        [
            "id": .string(site.id),
            "name": .string(site.name),
            "country": .string(site.country),
            "reason": JSONValue(site.reason),
        ]
    }
}
