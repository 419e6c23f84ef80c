import Siting
import Typesetting

/// What plans have of a measure, as a column of a table for readers.
struct MeasureColumn {
    let values: [Double?]
    let column: TextTable.Column
    private let scale: ColumnScale

    init(_ measure: Measure, _ values: [Double?], digits: Int) {
        self.values = values
        scale = ColumnScale(values, in: YearlyUnit(measure.unit).unit, digits: digits)
        column = TextTable.Column(
            FrontierWords.title(measure), scale.label, alignment: .right)
    }

    func cell(_ place: Int) -> TextTable.Cell { .number(values[place], scale: scale) }

    /// Measures beside those traded, as far as anything of them is known.
    static func others(than traded: [Measure], of totals: [Totals]) -> [MeasureColumn] {
        let all: [Measure] = [.cost, .emissions, .roundTrip, .energy, .water]
        return all.filter { !traded.contains($0) }.compactMap { measure in
            let values = totals.map { $0.known(measure) }
            let isKnown = values.contains { $0 != nil }
            return isKnown ? MeasureColumn(measure, values, digits: 4) : nil
        }
    }
}
