/// A key or column name taken apart: what it names, and the unit that its ending gives.
///
/// `limit_mw` is `limit` in MW, `usd_per_mwh` a price in USD per MWh, `pue` has no unit.
struct KeyUnit {
    /// The name without its unit; empty where the name is nothing but a unit.
    let stem: String
    /// What is measured, such as money per energy; empty without a unit.
    let dimensions: [String]
    /// The unit as people write it, such as `USD per MWh`.
    let label: String?

    init(_ name: String) {
        let words = name.split(separator: "_").map(String.init)
        // The longest ending that reads as a unit.
        for start in words.indices {
            let ending = words[start...]
            guard let dimensions = Self.dimensions(of: ending) else { continue }
            stem = words[..<start].joined(separator: "_")
            self.dimensions = dimensions
            label = ending.map { Self.units[$0]?.label ?? $0 }.joined(separator: " ")
            return
        }
        (stem, dimensions, label) = (name, [], nil)
    }

    /// The dimensions of `unit` or `unit per word …`; nil if the words are not a unit.
    private static func dimensions(of words: ArraySlice<String>) -> [String]? {
        guard let first = words.first, let unit = units[first] else { return nil }
        let rest = words.dropFirst()
        guard let per = rest.first else { return [unit.dimension] }
        let denominator = rest.dropFirst()
        guard per == "per", !denominator.isEmpty else { return nil }
        return [unit.dimension] + denominator.map { units[$0]?.dimension ?? $0 }
    }

    private static let units: [String: (dimension: String, label: String)] = [
        "w": ("power", "W"), "kw": ("power", "kW"), "mw": ("power", "MW"), "gw": ("power", "GW"),
        "wh": ("energy", "Wh"), "kwh": ("energy", "kWh"), "mwh": ("energy", "MWh"),
        "gwh": ("energy", "GWh"), "twh": ("energy", "TWh"), "j": ("energy", "J"),
        "usd": ("money", "USD"), "eur": ("money", "EUR"), "gbp": ("money", "GBP"),
        "cny": ("money", "CNY"), "jpy": ("money", "JPY"),
        "g": ("mass", "g"), "kg": ("mass", "kg"), "t": ("mass", "t"), "kt": ("mass", "kt"),
        "us": ("time", "µs"), "ms": ("time", "ms"), "s": ("time", "s"), "min": ("time", "min"),
        "h": ("time", "h"), "hours": ("time", "hours"), "days": ("time", "days"),
        "weeks": ("time", "weeks"), "months": ("time", "months"), "years": ("time", "years"),
        "m": ("length", "m"), "km": ("length", "km"), "mi": ("length", "mi"),
        "l": ("volume", "L"), "m3": ("volume", "m³"),
        "kb": ("data", "kB"), "mb": ("data", "MB"), "gb": ("data", "GB"), "tb": ("data", "TB"),
        "c": ("temperature", "°C"), "percent": ("share", "percent"),
    ]
}
