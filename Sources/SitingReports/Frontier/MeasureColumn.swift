import Siting
import Typesetting

/// What plans have of a measure, as a column of a table for readers.
struct MeasureColumn {
    let values: [Double?]
    let column: TextTable.Column
    private let scale: ColumnScale

    init(_ measure: Measure, _ values: [Double?]) {
        self.init(measure, values, scale: ColumnScale(values, in: YearlyUnit(measure.unit).unit))
    }

    /// A column of neighbours on a curve: as few digits as tell those shown apart, at most so many.
    init(_ measure: Measure, _ values: [Double?], telling shown: [Int], atMost digits: Int) {
        let scales = (4...max(4, digits)).map {
            ColumnScale(values, in: YearlyUnit(measure.unit).unit, digits: $0)
        }
        let distinct = Set(shown.map { values[$0] }).count
        let scale = scales.first { scale in
            Set(shown.map { scale.text(values[$0]) }).count == distinct
        }
        self.init(measure, values, scale: scale ?? scales[scales.count - 1])
    }

    private init(_ measure: Measure, _ values: [Double?], scale: ColumnScale) {
        self.values = values
        self.scale = scale
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
            return isKnown ? MeasureColumn(measure, values) : nil
        }
    }
}
