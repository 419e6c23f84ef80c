/// The model `hinge` of `pue_climate.csv`: a typical PUE, flat in cold places and rising with the
/// mean temperature of the year above a knot.
public struct PUEClimate: Sendable, Equatable {
    /// The PUE at and below the knot.
    public let intercept: Double
    /// Per degree C above the knot.
    public let slope: Double
    /// Degrees C.
    public let knot: Double
    /// The temperatures of the sites it was fitted to, degrees C.
    public let fitted: ClosedRange<Double>
    public let year: Int?
    /// A key of `sources.csv`.
    public let source: String

    /// The PUE at a mean temperature of the year, degrees C; beyond the fitted range it is held.
    public func pue(meanTemperature: Double) -> Double {
        let held = min(max(meanTemperature, fitted.lowerBound), fitted.upperBound)
        return intercept + slope * max(0, held - knot)
    }
}

extension PUEClimate {
    private static let model = "hinge"
    private static let terms: [(name: String, range: NumberRange)] = [
        ("intercept", .between(1, 10)), ("per_c_above_knot", .between(0, 0.05)),
        ("knot_c", .airTemperature), ("mean_temp_c_min", .airTemperature),
        ("mean_temp_c_max", .airTemperature),
    ]

    init(reading files: CatalogueFiles) {
        let rows = files.rows(
            "pue_climate.csv", requiring: ["model", "term", "value", "year", "source"])
        let hinge = rows.filter { $0.optionalText("model") == Self.model }
        var values: [String: Double] = [:]
        for (name, range) in Self.terms {
            let row = hinge.first { $0.optionalText("term") == name }
            values[name] = row?.number("value", in: range)
            if row == nil {
                rows.first?.report("term", "the model '\(Self.model)' has no term \(quoted(name))")
            }
        }
        let first = hinge.first
        let lowest = values["mean_temp_c_min"] ?? 0
        intercept = values["intercept"] ?? 1
        slope = values["per_c_above_knot"] ?? 0
        knot = values["knot_c"] ?? 0
        fitted = lowest...max(lowest, values["mean_temp_c_max"] ?? 0)
        year = first?.optionalInteger("year", in: .between(1900, 2100))
        source = first?.text("source") ?? ""
    }
}
