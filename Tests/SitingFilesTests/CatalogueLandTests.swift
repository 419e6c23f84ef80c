import Siting
import SitingFiles
import Testing

@Suite struct CatalogueLandTests {
    @Test("The land of the catalogue is closed rings around known places")
    func rings() throws {
        let rings = try catalogue().landOutlines()
        #expect(rings.count == 120)
        #expect(rings.allSatisfy { $0.count >= 3 })
        func lands(_ latitude: Double, _ longitude: Double) -> Int {
            rings.count { Self.contains($0, Coordinate(latitude: latitude, longitude: longitude)) }
        }
        #expect(lands(48.9, 2.4) == 1)
        #expect(lands(-1.3, 36.8) == 1)
        #expect(lands(39.1, -94.6) == 1)
        // The Atlantic, and the Caspian Sea: a hole in Asia.
        #expect(lands(30, -40) == 0)
        #expect(lands(42, 51) == 2)
    }

    /// By the number of edges that a line to the west crosses.
    private static func contains(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
        var isInside = false
        for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
            guard (start.latitude > place.latitude) != (end.latitude > place.latitude) else {
                continue
            }
            let share = (place.latitude - start.latitude) / (end.latitude - start.latitude)
            let crossing = start.longitude + share * (end.longitude - start.longitude)
            if crossing < place.longitude { isInside.toggle() }
        }
        return isInside
    }
}
