/// A group of end users at one place.
public struct Market: Sendable, Equatable {
    /// Matches `[a-z][a-z0-9_]*`.
    public let id: String
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let continent: String
    public let coordinate: Coordinate
    /// People who use the services.
    public let users: Double
    public let location: SourceLocation?

    public init(
        id: String, name: String, country: String, continent: String, coordinate: Coordinate,
        users: Double, location: SourceLocation? = nil
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.continent = continent
        self.coordinate = coordinate
        self.users = users
        self.location = location
    }
}
