package import Siting
package import Typesetting

/// How a unit of a measure, such as `USD/year`, is written for readers.
package struct YearlyUnit: Equatable {
    package let unit: DisplayUnit
    /// Follows the figure: ` a year` for what flows.
    package let suffix: String

    /// Hours of every planning year, `Period.hours`.
    package static let hours = 8760.0

    package init(_ symbol: String) {
        let isForEach = symbol.hasSuffix("/MW")
        let symbol = isForEach ? String(symbol.dropLast("/MW".count)) : symbol
        let base = symbol.hasSuffix("/year") ? String(symbol.dropLast("/year".count)) : symbol
        suffix = base == symbol ? "" : " a year" + (isForEach ? " per MW" : "")
        switch base {
        case "USD": unit = .dollars
        case "t": unit = .tonnes
        case "MWh": unit = .megawattHours
        case "m3": unit = .cubicMetres
        case "ms": unit = .milliseconds
        case "MW": unit = .megawatts
        default: unit = .other(base)
        }
    }

    package func text(_ value: Double?, digits: Int = 3) -> String {
        NumberText.text(value, in: unit, digits: digits) + suffix
    }
}

extension Measure {
    /// As a noun in a sentence.
    package var noun: String {
        switch self {
        case .cost: "cost"
        case .emissions: "emissions"
        case .latency: "mean latency"
        case .roundTrip: "mean round trip"
        case .energy: "energy"
        case .water: "water"
        case .largest(let burden): burden.noun
        }
    }
}

extension Burden {
    /// As a noun in a sentence, such as `largest water of a country`.
    var noun: String { "largest \(label)" }

    /// Such as `water of a country for each MW built`.
    var label: String {
        let each =
            switch scale {
            case .total: ""
            case .perLimit: " for each MW it may hold"
            case .perBuilt: " for each MW built"
            }
        return "\(kind.rawValue) of a \(grouping.noun)\(each)"
    }
}

extension Burden.Grouping {
    /// Such as `grid zone`.
    var noun: String { rawValue.replacing("_", with: " ") }
}

extension Stage {
    /// What the stage minimises, as a noun.
    package var noun: String { Measure(rawValue: measure)?.noun ?? "weighted sum" }

    /// What a better plan would do; and a worse one.
    var comparison: (better: String, worse: String) {
        switch Measure(rawValue: measure) {
        case .cost: ("costs less", "costs more")
        case .emissions: ("emits less", "emits more")
        case .latency: ("has a lower mean latency", "has a higher mean latency")
        case .roundTrip: ("has a shorter mean round trip", "has a longer mean round trip")
        case .energy: ("uses less energy", "uses more energy")
        case .water: ("uses less water", "uses more water")
        case .largest(let burden):
            ("lowers the \(burden.noun)", "raises the \(burden.noun)")
        case nil: ("has a lower weighted sum", "has a higher weighted sum")
        }
    }
}

/// `1 site` or `41 sites`.
package func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(NumberText.count(count)) \(count == 1 ? singular : plural)"
}
