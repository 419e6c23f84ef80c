/// What a figure in a report measures, and the prefixes it may take for a reader.
public enum DisplayUnit: Sendable, Hashable {
    /// In MW; shown in kW, MW, GW or TW.
    case megawatts
    /// In MWh; shown in kWh, MWh, GWh or TWh.
    case megawattHours
    /// In t; shown in kg, t, kt, Mt or Gt.
    case tonnes
    /// In USD; shown as `$87.2`, `$412,000`, `$1.23 M`, `$4.56 bn` or `$7.89 tn`.
    case dollars
    /// In USD per MWh; shown as `$87.2/MWh`.
    case dollarsPerMegawattHour
    /// In USD per t; shown as `$120/t`.
    case dollarsPerTonne
    /// In m³; shown in m³, million m³ or billion m³.
    case cubicMetres
    /// In ms; shown in ms at any size.
    case milliseconds
    /// In g/kWh, the carbon intensity of power.
    case gramsPerKilowattHour
    /// In km.
    case kilometres
    /// A fraction of 1; shown in percent.
    case share
    /// A whole number of things; shown exactly, without a unit.
    case count
    /// Any other unit by its symbol, shown after the number without prefixes; may be empty.
    case other(String)
}

/// One step of a unit's ladder of prefixes.
struct UnitRung: Equatable {
    /// The value of one displayed unit as a power of ten of the base unit.
    let power: Int
    /// What follows the number, its space included.
    let suffix: String
    /// The displayed unit by itself, for a column's header.
    let label: String
}

extension DisplayUnit {
    /// What stands between the sign and the number.
    var symbol: String {
        switch self {
        case .dollars, .dollarsPerMegawattHour, .dollarsPerTonne: "$"
        default: ""
        }
    }

    /// The ladder, smallest unit first; never empty.
    var rungs: [UnitRung] {
        switch self {
        case .megawatts: Self.ladder(from: -3, ["kW", "MW", "GW", "TW"])
        case .megawattHours: Self.ladder(from: -3, ["kWh", "MWh", "GWh", "TWh"])
        case .tonnes: Self.ladder(from: -3, ["kg", "t", "kt", "Mt", "Gt"])
        case .dollars:
            [
                UnitRung(power: 0, suffix: "", label: "USD"),
                UnitRung(power: 6, suffix: " M", label: "USD M"),
                UnitRung(power: 9, suffix: " bn", label: "USD bn"),
                UnitRung(power: 12, suffix: " tn", label: "USD tn"),
            ]
        case .dollarsPerMegawattHour: [UnitRung(power: 0, suffix: "/MWh", label: "USD/MWh")]
        case .dollarsPerTonne: [UnitRung(power: 0, suffix: "/t", label: "USD/t")]
        case .cubicMetres:
            Self.ladder(from: 0, ["m³"]) + Self.ladder(from: 6, ["million m³", "billion m³"])
        case .milliseconds: Self.ladder(from: 0, ["ms"])
        case .gramsPerKilowattHour: Self.ladder(from: 0, ["g/kWh"])
        case .kilometres: Self.ladder(from: 0, ["km"])
        case .share: Self.ladder(from: -2, ["%"])
        case .count: Self.ladder(from: 0, [""])
        case .other(let label): Self.ladder(from: 0, [label])
        }
    }

    /// The rung on which a number, already rounded, has a mantissa of 1 or more; the smallest if
    /// none has, and the base unit for zero.
    func rung(for number: DecimalDigits) -> UnitRung {
        let ladder = rungs
        let smallest = ladder[0]
        if number.isZero { return ladder.first { $0.power == 0 } ?? smallest }
        return ladder.last { number.point > $0.power } ?? smallest
    }

    /// Labels a thousandfold apart.
    private static func ladder(from power: Int, _ labels: [String]) -> [UnitRung] {
        labels.enumerated().map { step, label in
            let suffix = label.isEmpty ? "" : " " + label
            return UnitRung(power: power + 3 * step, suffix: suffix, label: label)
        }
    }
}
