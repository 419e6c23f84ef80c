import Siting

/// Reads what a plan says it was made from.
struct PlanInputsReader {
    let root: JSONObject

    /// `nil` where the plan does not say, as those of earlier versions.
    func inputs() -> PlanInputs? {
        guard let figures = root.optionalObjects("inputs"),
            let candidates = root.optionalObjects("candidates")
        else { return nil }
        return PlanInputs(
            fingerprint: root.optionalString("scenario_sha256") ?? "",
            files: (root.optionalObjects("files") ?? []).compactMap(file),
            figures: figures.compactMap(figure), candidates: candidates.compactMap(candidate))
    }

    private func file(_ row: JSONObject) -> InputFile? {
        guard let name = row.string("name"), let hash = row.string("sha256") else { return nil }
        return InputFile(name: name, sha256: hash)
    }

    private func figure(_ row: JSONObject) -> InputFigure? {
        guard let key = row.string("key") else { return nil }
        if let text = row.optionalString("text") { return InputFigure(key, .text(text)) }
        guard let value = row.number("value"), let unit = row.string("unit") else { return nil }
        return InputFigure(key, .number(value, unit: unit))
    }

    private func candidate(_ row: JSONObject) -> Candidate? {
        guard let id = row.string("id"), let name = row.string("name"),
            let country = row.string("country"), let latitude = row.number("latitude"),
            let longitude = row.number("longitude")
        else { return nil }
        return Candidate(
            id: id, name: name, country: country,
            coordinate: Coordinate(latitude: latitude, longitude: longitude),
            figures: figures(row), supplies: row.objects("supplies").compactMap(supply))
    }

    private func supply(_ row: JSONObject) -> CandidateSupply? {
        guard let name = row.string("name"), let kind = row.string("kind"),
            let fuel = row.string("fuel"), let factor = row.number("capacity_factor")
        else { return nil }
        return CandidateSupply(
            name: name, kind: kind, fuel: fuel, season: row.optionalString("season"),
            capacityFactor: factor, figures: figures(row))
    }

    /// Those that are known, by the raw values of their fields.
    private func figures<Field: RawRepresentable & Hashable & CaseIterable>(
        _ row: JSONObject
    ) -> [Field: Double] where Field.RawValue == String {
        Field.allCases.reduce(into: [:]) { figures, field in
            figures[field] = row.optionalNumber(field.rawValue)
        }
    }
}
