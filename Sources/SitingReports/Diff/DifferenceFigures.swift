import Siting
import Typesetting

/// Figures of two plans as readers see them.
enum DifferenceFigures {
    /// Digits at which two figures that differ look different: three, or as many as it takes.
    static func digits(_ first: Double?, _ second: Double?, in unit: DisplayUnit) -> Int {
        guard let first, let second, first != second else { return least }
        let enough = (least..<most).first { digits in
            NumberText.text(first, in: unit, digits: digits)
                != NumberText.text(second, in: unit, digits: digits)
        }
        return enough ?? most
    }

    private static let least = 3
    private static let most = 12

    /// Both figures of a shift with their unit.
    static func texts(_ shift: Shift, in unit: DisplayUnit) -> (first: String, second: String) {
        let isSame = shift.change?.absolute == 0
        let count = isSame ? least : digits(shift.first, shift.second, in: unit)
        return (
            NumberText.text(shift.first, in: unit, digits: count),
            NumberText.text(shift.second, in: unit, digits: count)
        )
    }

    /// `+12.3 MW`; empty where there is no change to tell.
    static func change(_ shift: Shift, in unit: DisplayUnit) -> String {
        guard let change = shift.change else { return "" }
        guard change.absolute != 0 else { return "0" }
        return signed(NumberText.text(change.absolute, in: unit), of: change.absolute)
    }

    /// `+2.3 %`; empty where there is no share to tell.
    static func share(_ shift: Shift) -> String {
        guard let relative = shift.change?.relative, relative != 0 else { return "" }
        return signed(NumberText.text(relative, in: .share, digits: 2), of: relative)
    }

    /// Both sides of an input.
    static func texts(
        _ first: InputValue?, _ second: InputValue?
    ) -> (first: String, second: String) {
        func number(_ value: InputValue?) -> Double? {
            if case .number(let number, _) = value { return number }
            return nil
        }
        let count = digits(number(first), number(second), in: .other(""))
        func text(_ value: InputValue?) -> String {
            switch value {
            case .number(let number, let unit):
                NumberText.text(number, in: .other(unit), digits: count)
            case .text(let text): text
            case nil: NumberText.missing
            }
        }
        return (text(first), text(second))
    }
}

extension FigureShift {
    /// The unit that readers see, and ` a year` of what flows.
    var yearly: YearlyUnit { YearlyUnit(unit) }

    var displayUnit: DisplayUnit { unit == "sites" ? .count : yearly.unit }
}
