/// Something that everyone knows, and what one of it emits: a scale for tonnes.
public struct Equivalence: Sendable, Hashable {
    /// A row of `equivalences.csv`.
    public let id: String
    /// One of it, such as `mile`.
    public let unit: String
    /// What follows a number of them, such as `miles in a US passenger vehicle emit`.
    public let phrase: String
    /// kg of `gas`.
    public let kilogramsPerUnit: Double
    /// What the source counts: `CO2e`, or `CO2` alone.
    public let gas: String
    public let year: Int?
    /// A key of `sources.csv`.
    public let source: String

    public init(
        id: String, unit: String, phrase: String, kilogramsPerUnit: Double, gas: String = "CO2e",
        year: Int?, source: String
    ) {
        self.id = id
        self.unit = unit
        self.phrase = phrase
        self.kilogramsPerUnit = kilogramsPerUnit
        self.gas = gas
        self.year = year
        self.source = source
    }

    /// How many of them emit so much.
    ///
    /// - Parameter emissions: t.
    public func amount(emitting emissions: Double) -> Double { emissions * 1000 / kilogramsPerUnit }
}
