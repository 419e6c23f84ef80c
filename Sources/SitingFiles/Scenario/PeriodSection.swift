import Siting

/// Reads `period`: the year of the plan and the discount rate.
struct PeriodSection {
    static let keys = ["year", "discount_rate"]
    /// The year of a scenario that states none.
    static let usualYear = 2026

    let context: ScenarioContext

    /// - Parameter place: where the section would be, if it is not there.
    func read(
        _ mapping: YAMLMapping?, at place: SourceLocation
    ) -> (period: Period, assumption: Assumption?) {
        mapping?.checkKeys(allowed: Self.keys)
        let year = mapping?.integer("year", in: .between(2000, 2200)) ?? Self.usualYear
        if let mapping, mapping.has("discount_rate") {
            let rate = mapping.percentOrNumber("discount_rate", in: .share) ?? 0
            return (Period(year: year, discountRate: rate), nil)
        }
        let assumption = context.assumption("discount_rate", at: place)
        return (Period(year: year, discountRate: assumption?.value ?? 0), assumption)
    }
}
