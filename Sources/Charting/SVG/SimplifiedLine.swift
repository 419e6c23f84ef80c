extension [PlanePoint] {
    /// The line with fewer points, from which none of those left out lies further than so many
    /// pixels: the method of Ramer (1972) and of Douglas and Peucker (1973).
    ///
    /// - Complexity: O(n log n) as a rule, O(n²) at worst, for n points.
    func simplified(tolerance: Double) -> [PlanePoint] {
        guard count > 2 else { return self }
        var isKept = [Bool](repeating: false, count: count)
        isKept[0] = true
        isKept[count - 1] = true
        var open = [(first: 0, last: count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            let inner = (first + 1)..<last
            let distances = inner.map { self[$0].distance(toSegment: self[first], self[last]) }
            guard let largest = distances.max(), largest > tolerance else { continue }
            let split = first + 1 + (distances.firstIndex(of: largest) ?? 0)
            isKept[split] = true
            open += [(first, split), (split, last)]
        }
        return indices.filter { isKept[$0] }.map { self[$0] }
    }
}

extension PlanePoint {
    /// How far the point is from the nearest one of a straight line between two points.
    func distance(toSegment start: PlanePoint, _ end: PlanePoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let square: Double = dx * dx + dy * dy
        guard square > 0 else { return distance(to: start) }
        let along: Double = ((x - start.x) * dx + (y - start.y) * dy) / square
        let t = Swift.min(Swift.max(along, 0), 1)
        return distance(to: PlanePoint(start.x + t * dx, start.y + t * dy))
    }
}
