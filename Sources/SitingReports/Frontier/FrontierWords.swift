import Siting
import Typesetting

/// How what the two measures of a curve cost each other is put into words.
struct FrontierWords {
    let x: Measure
    let y: Measure

    /// The unit of an exchange rate, such as `USD/t`: of what is paid a year for what flows a year.
    var rateUnit: String { "\(Self.base(x))/\(Self.base(y))" }

    /// The same where only one of them flows: `USD/year per ms`.
    var exactRateUnit: String {
        Self.isFlow(x) == Self.isFlow(y) ? rateUnit : "\(x.unit) per \(y.unit)"
    }

    /// What one unit of y less costs: `$41`, or `$20,800 a year` where a ms is bought.
    func price(_ rate: Double) -> String {
        let unit = YearlyUnit(x.unit)
        let amount = NumberText.text(rate, in: unit.unit)
        return Self.isFlow(x) && !Self.isFlow(y) ? amount + unit.suffix : amount
    }

    /// `t of CO2e`, and `t of CO2e a year` where a time is paid for it.
    var pieceOfY: String {
        let piece = "\(Self.base(y)) of \(Self.substance(y))"
        return Self.isFlow(y) && !Self.isFlow(x) ? piece + " a year" : piece
    }

    func text(_ value: Double, of measure: Measure) -> String {
        YearlyUnit(measure.unit).text(value, digits: 4)
    }

    /// What heads a column of the measure.
    static func title(_ measure: Measure) -> String {
        switch measure {
        case .cost: "Cost"
        case .emissions: "CO2e"
        case .latency: "Latency"
        case .roundTrip: "Round trip"
        case .energy: "Energy"
        case .water: "Water"
        case .largest(let burden): "Largest \(burden.kind.rawValue)"
        }
    }

    private static func substance(_ measure: Measure) -> String {
        measure == .emissions ? "CO2e" : measure.noun
    }

    private static func isFlow(_ measure: Measure) -> Bool { measure.unit.hasSuffix("/year") }

    private static func base(_ measure: Measure) -> String {
        isFlow(measure) ? String(measure.unit.dropLast("/year".count)) : measure.unit
    }
}
