public import Siting

extension Catalogue {
    /// The outlines of land for maps, each a closed ring whose last point joins the first; read from
    /// `land.csv` when asked.
    public func landOutlines() throws(InputError) -> [[Coordinate]] {
        var rings: [[Coordinate]] = []
        var last: String?
        let points: [(ring: String, place: Coordinate)] = try read(
            "land.csv", ["ring", "latitude", "longitude"]
        ) { row in
            guard let ring = row.text("ring"), let place = row.coordinate() else { return nil }
            return (ring, place)
        }
        for point in points {
            if point.ring != last { rings.append([]) }
            last = point.ring
            rings[rings.count - 1].append(point.place)
        }
        return rings
    }
}
