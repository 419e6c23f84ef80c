/// A unit of measure, used only as a type: values carry it at no cost.
public protocol UnitOfMeasure: Sendable {
    /// The symbol as printed after a number, such as `MW`.
    static var symbol: String { get }
}

/// IT or facility power, MW; the subject is named by the variable that holds it.
public enum Megawatt: UnitOfMeasure { public static var symbol: String { "MW" } }
/// Energy, MWh.
public enum MegawattHour: UnitOfMeasure { public static var symbol: String { "MWh" } }
/// Money, US dollars of the scenario's year.
public enum Dollar: UnitOfMeasure { public static var symbol: String { "USD" } }
/// Emissions, metric tonnes of CO2 equivalent.
public enum Tonne: UnitOfMeasure { public static var symbol: String { "t" } }
/// Water, cubic metres.
public enum CubicMetre: UnitOfMeasure { public static var symbol: String { "m3" } }
/// Time of a round trip or a request, ms.
public enum Millisecond: UnitOfMeasure { public static var symbol: String { "ms" } }
/// Great-circle distance, km.
public enum Kilometre: UnitOfMeasure { public static var symbol: String { "km" } }
/// Duration, hours.
public enum Hour: UnitOfMeasure { public static var symbol: String { "h" } }
/// Data sent, gigabytes (10^9 bytes).
public enum Gigabyte: UnitOfMeasure { public static var symbol: String { "GB" } }
/// Requests answered.
public enum Request: UnitOfMeasure { public static var symbol: String { "requests" } }
/// A pure number: a share, a score, a weighted sum of normalised measures.
public enum One: UnitOfMeasure { public static var symbol: String { "1" } }

/// The ratio of two units, such as `Per<Dollar, MegawattHour>`.
public enum Per<Numerator: UnitOfMeasure, Denominator: UnitOfMeasure>: UnitOfMeasure {
    public static var symbol: String { "\(Numerator.symbol)/\(Denominator.symbol)" }
}

/// The product of two units, such as `Times<Millisecond, Request>`.
public enum Times<Left: UnitOfMeasure, Right: UnitOfMeasure>: UnitOfMeasure {
    public static var symbol: String { "\(Left.symbol)*\(Right.symbol)" }
}
