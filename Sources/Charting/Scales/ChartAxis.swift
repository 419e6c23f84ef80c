public import Typesetting

/// What an axis shows.
public struct ChartAxis: Sendable, Equatable {
    /// How values map to positions.
    public enum Kind: Sendable, Equatable {
        case linear
        /// For values above zero that differ by orders of magnitude.
        case logarithmic
    }

    /// What is measured, without a unit: `Emissions, CO2e a year`.
    public var title: String
    /// The unit of the values given; ticks take the prefix that suits them.
    public var unit: DisplayUnit
    public var kind: Kind
    /// Whether a linear axis starts at zero even where all values are far from it.
    public var includesZero: Bool

    /// An axis; the defaults are those of most charts.
    public init(
        _ title: String, unit: DisplayUnit, kind: Kind = .linear, includesZero: Bool = false
    ) {
        self.title = title
        self.unit = unit
        self.kind = kind
        self.includesZero = includesZero
    }

    /// Whether a value has a place on the axis: not where it is missing, absurdly large or, on a
    /// logarithmic axis, not above zero.
    func holds(_ value: Double) -> Bool {
        switch kind {
        case .linear: value.magnitude < 1e15
        case .logarithmic: value > 1e-90 && value < 1e90
        }
    }

    /// Round values around all that the axis holds; 0…1, or 1…10, where it holds none.
    func ticks(_ values: [Double], atMost limit: Int) -> AxisTicks {
        let held = values.filter(holds)
        switch kind {
        case .linear:
            let all = includesZero ? held + [0] : held
            let domain = (all.min() ?? 0)...(all.max() ?? 1)
            let ticks = LinearTicks(covering: domain, atMost: limit)
            return AxisTicks(ticks.values, of: self)
        case .logarithmic:
            let domain = (held.min() ?? 1)...(held.max() ?? 10)
            let ticks = LogTicks(covering: domain, atMost: limit)
            return AxisTicks(ticks.values, of: self)
        }
    }
}

/// The ticks of an axis and how they read.
struct AxisTicks: Sendable, Equatable {
    /// In the axis's own unit, ascending, at least two.
    let values: [Double]
    /// One for each value, all in one unit, which ``title`` names.
    let labels: [String]
    /// The axis's title and the displayed unit: `Emissions, CO2e a year (kt)`.
    let title: String
    let kind: ChartAxis.Kind
    private let scale: ColumnScale

    init(_ values: [Double], of axis: ChartAxis) {
        // Ticks are round numbers, so that twelve digits print all of one and no zeros.
        let scale = ColumnScale(values.map(Optional.some), in: axis.unit, digits: 12)
        self.values = values
        self.scale = scale
        kind = axis.kind
        labels =
            switch axis.kind {
            case .linear: values.map(scale.text)
            case .logarithmic: values.map { NumberText.plain(scale.scaled($0)) }
            }
        title = scale.label.isEmpty ? axis.title : "\(axis.title) (\(scale.label))"
    }

    var domain: ClosedRange<Double> { values[0]...values[values.count - 1] }

    /// A value as figures inside the plot show it: in the unit of the title, without its name.
    func figure(_ value: Double) -> String { NumberText.plain(scale.scaled(value)) }

    /// How wide the widest label is, in pixels.
    var labelWidth: Double {
        labels.map { TextMeasure.width($0, .small) }.max() ?? 0
    }

    /// The scale that puts the first tick at `start` and the last at `end`, in pixels.
    func scale(from start: Double, to end: Double) -> AxisScale {
        AxisScale(kind: kind, domain: domain, start: start, end: end)
    }
}
