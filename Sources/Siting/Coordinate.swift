/// A place on Earth, in degrees.
public struct Coordinate: Sendable, Hashable {
    /// North positive, -90 to 90.
    public let latitude: Double
    /// East positive, -180 to 180.
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
