import Charting

/// The box around features, as RFC 7946 has it.
enum GeoBounds {
    /// West, south, east and north; `nil` without positions.
    ///
    /// The west is greater than the east where the box is narrow and crosses the 180th meridian. A box
    /// of more than half the world does not, as most readers would not expect it to.
    ///
    /// - Parameter parts: Positions of a line without a crossing of that meridian, or of a point.
    static func box(around parts: [[GeoPoint]]) -> [Double]? {
        let positions = parts.map { $0.map(\.written) }
        let latitudes = positions.joined().map { $0[1] }
        guard let south = latitudes.min(), let north = latitudes.max(),
            let (west, east) = sides(of: positions.map { $0.map { $0[0] } })
        else { return nil }
        return [west, south, east, north]
    }

    private static func sides(of parts: [[Double]]) -> (west: Double, east: Double)? {
        let spans = parts.compactMap { part -> ClosedRange<Double>? in
            guard let west = part.min(), let east = part.max() else { return nil }
            return west...east
        }.sorted { $0.lowerBound < $1.lowerBound }
        guard let first = spans.first else { return nil }
        var east = first.upperBound
        var crossing: (west: Double, east: Double)?
        for span in spans {
            // More than half the world empty between two spans: the box lies around its other side.
            if span.lowerBound - east > 180 { crossing = (span.lowerBound, east) }
            east = max(east, span.upperBound)
        }
        return crossing ?? (first.lowerBound, east)
    }
}
