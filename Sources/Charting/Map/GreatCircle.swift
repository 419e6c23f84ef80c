import Foundation

/// The shortest way between two positions.
public enum GreatCircle {
    /// Points along the way, both ends included, in parts that don't cross the 180th meridian.
    ///
    /// Where the way crosses it, one part ends on it and the next starts on its other side. The way
    /// between opposite points, of which no one is shortest, leads over the north pole.
    ///
    /// - Parameter step: The most between two points, in degrees of arc.
    public static func parts(
        from start: GeoPoint, to end: GeoPoint, step: Double = 3
    ) -> [[GeoPoint]] {
        let points = points(UnitVector(start), UnitVector(end), step: step * .pi / 180)
        // The given ends, free of rounding.
        return split([start] + points.dropFirst().dropLast() + [end])
    }

    private static func points(_ a: UnitVector, _ b: UnitVector, step: Double) -> [GeoPoint] {
        let angle = a.angle(to: b)
        if angle > .pi - 1e-6 {
            let pole = UnitVector(GeoPoint(latitude: 90, longitude: 0))
            guard a.angle(to: pole) > 1e-6, b.angle(to: pole) > 1e-6 else {
                return [a.point, b.point]
            }
            return points(a, pole, step: step).dropLast() + points(pole, b, step: step)
        }
        let count = max(1, Int((angle / step).rounded(.up)))
        guard count > 1 else { return [a.point, b.point] }
        return (0...count).map { index in
            let t = Double(index) / Double(count)
            let near: Double = sin((1 - t) * angle)
            let far: Double = sin(t * angle)
            return UnitVector(
                x: near * a.x + far * b.x, y: near * a.y + far * b.y, z: near * a.z + far * b.z
            ).point
        }
    }

    private static func split(_ points: [GeoPoint]) -> [[GeoPoint]] {
        var parts: [[GeoPoint]] = [[]]
        for point in points {
            let last = parts.count - 1
            if let previous = parts[last].last {
                let east = point.longitude - previous.longitude
                if east.magnitude > 180 {
                    let edge: Double = previous.longitude < 0 ? -180 : 180
                    let latitude = latitude(ofCrossing: UnitVector(previous), UnitVector(point))
                    parts[last].append(GeoPoint(latitude: latitude, longitude: edge))
                    parts.append([GeoPoint(latitude: latitude, longitude: -edge)])
                }
            }
            parts[parts.count - 1].append(point)
        }
        return parts
    }

    /// Where the way between two positions meets the 180th meridian, on which the second coordinate is
    /// zero: near a pole that is far from the middle of their latitudes.
    private static func latitude(ofCrossing a: UnitVector, _ b: UnitVector) -> Double {
        let span = a.y - b.y
        let t = span == 0 ? 0 : a.y / span
        let crossing = UnitVector(
            x: a.x + t * (b.x - a.x), y: 0, z: a.z + t * (b.z - a.z))
        return crossing.point.latitude
    }
}
