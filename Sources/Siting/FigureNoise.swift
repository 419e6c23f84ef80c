/// How far figures may be off: each is multiplied by a number that lies anywhere from `1 - w` to `1 + w`
/// with the same chance.
public struct FigureNoise: Sendable, Equatable {
    /// The half-width *w* of carbon intensities of grids, a share.
    public let carbon: Double
    /// That of prices of grid power.
    public let price: Double
    /// That of round trips.
    public let roundTrip: Double

    /// - Precondition: Each is at least 0 and below 1, so that no figure changes its sign.
    public init(carbon: Double = 0, price: Double = 0, roundTrip: Double = 0) {
        precondition([carbon, price, roundTrip].allSatisfy { $0 >= 0 && $0 < 1 })
        self.carbon = carbon
        self.price = price
        self.roundTrip = roundTrip
    }

    /// All half-widths times a factor of at most 1.
    public func scaled(by factor: Double) -> FigureNoise {
        FigureNoise(
            carbon: factor * carbon, price: factor * price, roundTrip: factor * roundTrip)
    }
}
