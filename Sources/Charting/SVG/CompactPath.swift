/// A path written as short as SVG allows: steps from point to point in tenths of a pixel.
///
/// For what has thousands of points. Steps lead between rounded positions, so that rounding does not
/// add up along the way.
struct CompactPath: Equatable {
    private(set) var data = ""
    /// Where the path is, in tenths of a pixel.
    private var x = 0
    private var y = 0

    /// A part through all points, in order; nothing where they fall on a single place.
    mutating func addLine(through points: [PlanePoint]) {
        add(points, isClosed: false, atLeast: 2)
    }

    /// A closed part through points; nothing where fewer than three places remain.
    mutating func addRing(_ points: [PlanePoint]) {
        add(points, isClosed: true, atLeast: 3)
    }

    /// A part without length, which a stroke with round ends shows as a dot.
    mutating func addDot(_ point: PlanePoint) {
        let place = Self.tenths(point)
        data += "m" + Self.pair(place.x - x, place.y - y) + "h0"
        (x, y) = place
    }

    private mutating func add(_ points: [PlanePoint], isClosed: Bool, atLeast least: Int) {
        var places: [(x: Int, y: Int)] = []
        for place in points.map(Self.tenths) where places.last.map({ $0 != place }) ?? true {
            places.append(place)
        }
        if isClosed, let first = places.first, let last = places.last, first == last {
            places.removeLast()
        }
        guard places.count >= least else { return }
        data += "m" + Self.pair(places[0].x - x, places[0].y - y)
        (x, y) = places[0]
        // Pairs after a move are lines; the letter stands for the first alone.
        var separator = "l"
        for place in places.dropFirst() {
            let step = Self.pair(place.x - x, place.y - y)
            data += step.hasPrefix("-") && separator == " " ? step : separator + step
            (x, y) = place
            separator = " "
        }
        if isClosed {
            data += "z"
            (x, y) = places[0]
        }
    }

    /// The path as lines without a fill; `width` in pixels.
    func stroked(_ role: PaletteRole, width: Double) -> SVGElement {
        SVGElement(
            "path",
            [
                "d": .text(data), "fill": "none", "stroke": .paint(role),
                "stroke-width": .number(width),
            ])
    }

    private static func tenths(_ point: PlanePoint) -> (x: Int, y: Int) {
        (tenths(point.x), tenths(point.y))
    }

    private static func tenths(_ value: Double) -> Int {
        value.isFinite ? Int((min(max(value, -1e6), 1e6) * 10).rounded()) : 0
    }

    private static func pair(_ x: Int, _ y: Int) -> String {
        let second = number(y)
        return number(x) + (second.hasPrefix("-") ? "" : " ") + second
    }

    /// Without a zero before the point, which SVG does not need.
    private static func number(_ tenths: Int) -> String {
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        if rest == 0 { return "\(sign)\(whole)" }
        return "\(sign)\(whole == 0 ? "" : String(whole)).\(rest)"
    }
}
