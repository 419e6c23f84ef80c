import ArgumentParser

/// A share as a planner writes it: `2%` or `0.02`.
struct Tolerance: ExpressibleByArgument {
    let share: Double

    init(share: Double) { self.share = share }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument),
            number.isFinite
        else { return nil }
        share = isPercent ? number / 100 : number
    }

    var defaultValueDescription: String { "\(Int((share * 100).rounded()))%" }
}
