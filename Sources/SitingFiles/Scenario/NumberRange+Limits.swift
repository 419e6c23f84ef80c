/// Ranges that no planner's figure leaves, so that a slip in a unit or an exponent is found at once
/// and no product of figures overflows.
extension NumberRange {
    static let people = NumberRange.between(0, 1e11)
    static let requests = NumberRange.between(0, 1e15)
    static let megawatts = NumberRange.between(0, 1e6)
    static let milliseconds = NumberRange.between(0, 1e5)
    static let gramsPerKilowattHour = NumberRange.between(0, 1e4)
    static let litresPerKilowattHour = NumberRange.between(0, 1e4)
    static let usd = NumberRange.between(0, 1e12)
    /// A price of power as a planner may state it: below zero where a contract pays for taking it.
    static let statedPowerPrice = NumberRange.between(-500, 1e4)
    static let powerPrice = NumberRange.between(0, 1e4)
    /// Degrees C, monthly or yearly means.
    static let airTemperature = NumberRange.between(-90, 60)
    static let lifetime = NumberRange.between(0.5, 100)
}
