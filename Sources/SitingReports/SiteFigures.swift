import Siting
import Typesetting

/// One column of figures over sites: each shown, those not shown together, and the total.
struct SiteFigures {
    let title: String
    let unit: String
    /// One for each site shown and, where there are further ones, one for them together.
    let rows: [String]
    let total: String
    /// False where the rows, printed or not, are not the total.
    let addsUp: Bool
    /// Which of several a narrow table goes without first, the highest; nil for what it must have.
    var dispensability: Int?
    /// Bars beside it, as shares of the longest; of sites shown only, as a sum would outgrow them.
    var shares: [Double?]?

    /// A row's figure and, where there are bars, its bar.
    func cells(_ row: Int) -> [TextTable.Cell] {
        guard let shares else { return [.text(rows[row])] }
        return [.text(rows[row]), .bar(shares.indices.contains(row) ? shares[row] : nil)]
    }

    /// The same of the total, which is no part of the whole that bars compare.
    var totalCells: [TextTable.Cell] { [.text(total)] + (shares == nil ? [] : [""]) }

    struct Inputs {
        let shown: ArraySlice<SitePlan>
        let rest: ArraySlice<SitePlan>
        let totals: Totals?
    }

    /// A figure that adds up over sites.
    init(
        _ title: String, _ inputs: Inputs, _ scale: ColumnScale, _ value: (SitePlan) -> Double,
        _ total: (Totals) -> Double
    ) {
        var values = inputs.shown.map(value)
        if !inputs.rest.isEmpty { values.append(inputs.rest.reduce(0) { $0 + value($1) }) }
        let whole = inputs.totals.map(total) ?? values.reduce(0, +)
        let texts = scale.column(values, total: whole)
        self.title = title
        unit = scale.label
        rows = texts.rows
        self.total = texts.total
        addsUp = texts.addsUp
    }

    /// A figure of each site alone, for the reader's eye.
    init(
        _ title: String, _ inputs: Inputs, _ unit: DisplayUnit, label: String? = nil,
        _ value: (SitePlan) -> Double?
    ) {
        let values = inputs.shown.map(value)
        let scale = ColumnScale(values, in: unit, digits: 3)
        self.title = title
        self.unit = label ?? scale.label
        rows = values.map(scale.text) + (inputs.rest.isEmpty ? [] : [""])
        total = ""
        addsUp = true
    }

    /// Mean active power over capacity, of single sites and of several together.
    init(use inputs: Inputs) {
        let scale = ColumnScale(inputs.shown.map(\.utilisation), in: .share, digits: 3)
        func mean(_ sites: some Sequence<SitePlan>) -> String {
            let capacity = sites.reduce(0) { $0 + $1.capacity }
            let active = sites.reduce(0) { $0 + $1.utilisation * $1.capacity }
            return capacity > 0 ? scale.text(active / capacity) : ""
        }
        title = "Use"
        unit = scale.label
        rows =
            inputs.shown.map { scale.text($0.utilisation) }
            + (inputs.rest.isEmpty ? [] : [mean(inputs.rest)])
        total = mean(Array(inputs.shown) + Array(inputs.rest))
        addsUp = true
    }
}
