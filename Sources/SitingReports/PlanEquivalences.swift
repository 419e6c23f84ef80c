package import Siting
import Typesetting

/// What a plan's emissions are in terms of what everyone knows.
package enum PlanEquivalences {
    package static func section(of plan: Plan) -> PlanSection? {
        guard let emissions = plan.comparableEmissions, !plan.equivalences.isEmpty else {
            return nil
        }
        let amount = NumberText.text(emissions, in: .tonnes)
        let items = plan.equivalences.map { equivalence in
            PlanBlock.Item(text: "\(amount) CO2e is what \(sentence(equivalence, emissions))")
        }
        return PlanSection(title: "In everyday terms", blocks: [.list(items)])
    }

    /// Such as `2.95 bn miles in a US passenger vehicle emit (0.393 kg CO2e a mile; epa, 2024)`.
    private static func sentence(_ equivalence: Equivalence, _ emissions: Double) -> String {
        let kilograms = NumberText.plain(equivalence.kilogramsPerUnit, digits: 4)
        let origin = [equivalence.source] + (equivalence.year.map { [String($0)] } ?? [])
        return "\(number(equivalence.amount(emitting: emissions))) \(equivalence.phrase)"
            + " (\(kilograms) kg \(equivalence.gas) a \(equivalence.unit);"
            + " \(origin.joined(separator: ", ")))"
    }

    /// Three digits, with a word for large numbers: `211,000`, `1.1 million`, `2.95 bn`.
    private static func number(_ amount: Double) -> String {
        // From here on, three digits round up to the next word.
        let rounding = 0.9995
        for (size, word) in [(1e9, "bn"), (1e6, "million")] where amount >= rounding * size {
            return NumberText.text(amount / size, in: .other(word))
        }
        return NumberText.plain(amount)
    }
}

extension Plan {
    /// Its emissions in t, where there is something to compare.
    var comparableEmissions: Double? {
        guard hasPlacement, let emissions = totals?.known(.emissions), emissions > 0,
            emissions.isFinite
        else { return nil }
        return emissions
    }
}
