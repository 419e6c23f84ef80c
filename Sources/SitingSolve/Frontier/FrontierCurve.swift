import Siting

/// What is known of a trade-off curve while it is searched: corners found, and lines that no plan
/// lies below.
///
/// Both measures fall towards what is better. A direction is an exchange rate *r*, units of x for a
/// unit of y: under it a plan is worth `x + r y`, or y alone where *r* is infinite.
struct FrontierCurve {
    /// No plan has `x X + y Y < bound`.
    struct Line: Sendable {
        let x: Double
        let y: Double
        let bound: Double

        var rate: Double { y / x }

        func value(_ corner: Corner) -> Double { x * corner.x + y * corner.y }
    }

    /// The best plan of a direction, and the line through it that was proved.
    struct Corner: Sendable {
        let x: Double
        let y: Double
        let line: Line
        let plan: FrontierPlan
        /// Rates at which it was found to be best.
        var lowestRate: Double
        var highestRate: Double

        init(x: Double, y: Double, line: Line, plan: FrontierPlan) {
            self.x = x
            self.y = y
            self.line = line
            self.plan = plan
            lowestRate = line.rate
            highestRate = line.rate
        }
    }

    /// What lies between a corner and the next.
    struct Edge {
        /// Known to bound it from below, one found with each of its ends.
        let lines: (Line, Line)
        /// The most that a plan may lie below it, as a share of both ranges.
        var gap = Double.infinity
        /// Whether its own direction was solved and led to nothing below it.
        var isSettled = false
    }

    /// Never empty; x rises and y falls.
    private(set) var corners: [Corner]
    /// From each corner to the next.
    var edges: [Edge] = []

    /// Corners that bend the curve by less than this share of the ranges are not told apart.
    static let resolution = 1e-9
    /// Rules that must agree are held to a billionth: what that gains is no trade-off.
    private static let allowance = 1e-8
    /// What sums of the size of a measure are exact to.
    static let rounding = 1e-11

    /// - Parameters:
    ///   - first: A plan of least x.
    ///   - last: A plan of least y.
    init(from first: Corner, to last: Corner) {
        corners = [first, last]
        edges = [Edge(lines: (first.line, last.line))]
        trimEnds()
        measureGaps()
    }

    var ranges: (x: Double, y: Double) {
        guard let first = corners.first, let last = corners.last else { return (0, 0) }
        return (last.x - first.x, first.y - last.y)
    }

    /// The certified distance of the whole curve from what is possible.
    var gap: Double { edges.reduce(0) { max($0, $1.gap) } }

    /// The rate at which both ends of an edge are as good.
    func rate(ofEdge edge: Int) -> Double {
        (corners[edge + 1].x - corners[edge].x) / (corners[edge].y - corners[edge + 1].y)
    }

    /// The rates at which a corner is proved to be best: from those of the edges beside it, where
    /// they are settled.
    func rates(ofCorner index: Int) -> (lowest: Double, highest: Double) {
        let corner = corners[index]
        let (before, after) = (index - 1, index)
        let isLowestKnown = edges.indices.contains(before) && edges[before].isSettled
        let isHighestKnown = edges.indices.contains(after) && edges[after].isSettled
        return (
            isLowestKnown ? rate(ofEdge: before) : corner.lowestRate,
            isHighestKnown ? rate(ofEdge: after) : corner.highestRate
        )
    }

    /// Whether two plans are one to the curve.
    func isSame(_ left: Corner, _ right: Corner) -> Bool {
        abs(left.x - right.x) <= margin.x && abs(left.y - right.y) <= margin.y
    }

    /// Edges that may hide a corner farther below them than `gap`, in order of x.
    func openEdges(beyond gap: Double) -> [Int] {
        edges.indices.filter { !edges[$0].isSettled && edges[$0].gap > gap }
    }

    /// Edges that may hide most first, the first of equals.
    func widestFirst(_ some: [Int]) -> [Int] {
        some.sorted { (-edges[$0].gap, $0) < (-edges[$1].gap, $1) }
    }

    /// Takes the best plan of a direction.
    ///
    /// - Returns: Whether it is a corner that was not known.
    @discardableResult
    mutating func take(_ found: Corner) -> Bool {
        let isNew = insert(found)
        let line = found.line
        // Where the solver ended does not matter: all that is as good is best at this rate.
        let isBest = corners.map { line.value($0) - line.value(found) <= slack(line) }
        for index in corners.indices where isBest[index] {
            corners[index].lowestRate = min(corners[index].lowestRate, line.rate)
            corners[index].highestRate = max(corners[index].highestRate, line.rate)
        }
        for index in edges.indices {
            // Beside an end that is off by rounding, what is best for the edge's own direction may
            // lie beyond the end: the line still bounds the edge.
            let isOwn = abs(rate(ofEdge: index) - line.rate) <= 1e-12 * line.rate
            guard isOwn || isBest[index] && isBest[index + 1] else { continue }
            edges[index].isSettled = true
            // A bound may lie above its optimum by rounding.
            edges[index].gap = max(
                0, depth(of: line, below: corners[index]),
                depth(of: line, below: corners[index + 1]))
        }
        trimEnds()
        measureGaps()
        return isNew
    }

    /// Drops corners that lie on the line between their neighbours: plans that are mixtures of
    /// others.
    mutating func dropMixtures() {
        var index = 1
        while index < corners.count - 1 {
            let chord = chord(corners[index - 1], corners[index + 1])
            let height = chord.bound - chord.value(corners[index])
            guard height <= slack(chord) else {
                index += 1
                continue
            }
            let (left, right) = (edges[index - 1], edges[index])
            edges[index - 1] = Edge(
                lines: (left.lines.0, right.lines.1),
                gap: max(left.gap, right.gap) + max(0, height) / scale(chord),
                isSettled: left.isSettled && right.isSettled)
            edges.remove(at: index)
            corners.remove(at: index)
            index = max(1, index - 1)
        }
    }

    private mutating func insert(_ found: Corner) -> Bool {
        if replaceEnd(by: found) { return true }
        let edge = edges.indices.first { corners[$0].x < found.x && found.x < corners[$0 + 1].x }
        guard let edge else { return false }
        let (left, right) = (corners[edge], corners[edge + 1])
        let chord = chord(left, right)
        guard left.y > found.y, found.y > right.y,
            chord.bound - chord.value(found) > slack(chord)
        else { return false }
        let lines = edges[edge].lines
        corners.insert(found, at: edge + 1)
        edges[edge] = Edge(lines: (lines.0, found.line))
        edges.insert(Edge(lines: (found.line, lines.1)), at: edge + 1)
        return true
    }

    /// Takes a plan for an end that has, but for rounding, as little of one measure and less of the
    /// other.
    private mutating func replaceEnd(by found: Corner) -> Bool {
        guard let first = corners.first, let last = corners.last else { return false }
        if found.x <= first.x, found.y < first.y - margin.y {
            corners[0] = found
            if let edge = edges.first { edges[0] = Edge(lines: (found.line, edge.lines.1)) }
            return true
        }
        if found.y <= last.y, found.x < last.x - margin.x {
            corners[corners.count - 1] = found
            if let edge = edges.last {
                edges[edges.count - 1] = Edge(lines: (edge.lines.0, found.line))
            }
            return true
        }
        return false
    }

    /// A plan of least x may have more y than another one of least x, which takes its place; and so
    /// for y.
    private mutating func trimEnds() {
        let (first, last) = (corners[0], corners[corners.count - 1])
        let isFlat =
            ranges.x <= Self.allowance * max(abs(first.x), abs(last.x))
            && ranges.y <= Self.allowance * max(abs(first.y), abs(last.y))
        if isFlat {
            corners = [first]
            edges = []
        }
        while corners.count > 1, corners[1].x - corners[0].x <= margin.x {
            corners.removeFirst()
            edges.removeFirst()
        }
        while corners.count > 1,
            corners[corners.count - 2].y - corners[corners.count - 1].y <= margin.y
        {
            corners.removeLast()
            edges.removeLast()
        }
        corners[0].lowestRate = 0
        corners[corners.count - 1].highestRate = .infinity
    }
}
