/// Distances from what is possible.
extension FrontierCurve {
    /// How far open edges may be from what is possible, by the lines known at both ends.
    mutating func measureGaps() {
        for index in edges.indices where !edges[index].isSettled {
            let (left, right) = (corners[index], corners[index + 1])
            let (first, second) = edges[index].lines
            // Along the edge one line falls away from it while the other closes in: they cross
            // between.
            let fall = (depth(of: first, below: left), depth(of: first, below: right))
            let rise = (depth(of: second, below: left), depth(of: second, below: right))
            let divergence = (fall.1 - fall.0) + (rise.0 - rise.1)
            let crossing = divergence > 0 ? (rise.0 - fall.0) / divergence : 0
            let place = min(1, max(0, crossing))
            let gap = fall.0 + place * (fall.1 - fall.0)
            edges[index].gap = max(0, gap)
            let chord = chord(left, right)
            if edges[index].gap <= slack(chord) / scale(chord) { edges[index].isSettled = true }
        }
    }

    func chord(_ left: Corner, _ right: Corner) -> Line {
        let (x, y) = (left.y - right.y, right.x - left.x)
        return Line(x: x, y: y, bound: x * left.x + y * left.y)
    }

    /// How far a corner may move towards what is better in both measures, by shares of their
    /// ranges, before it meets the line.
    func depth(of line: Line, below corner: Corner) -> Double {
        (line.value(corner) - line.bound) / scale(line)
    }

    func scale(_ line: Line) -> Double { line.x * ranges.x + line.y * ranges.y }

    /// What does not count as a difference in the direction of a line.
    func slack(_ line: Line) -> Double { line.x * margin.x + line.y * margin.y }

    /// What does not count as a difference in either measure.
    var margin: (x: Double, y: Double) {
        let (first, last) = (corners[0], corners[corners.count - 1])
        return (
            max(Self.resolution * ranges.x, Self.rounding * max(abs(first.x), abs(last.x))),
            max(Self.resolution * ranges.y, Self.rounding * max(abs(first.y), abs(last.y)))
        )
    }
}
