import Siting
import Typesetting

/// The points of a curve as a table for readers.
struct FrontierTable {
    let frontier: Frontier
    /// Places of the points shown, in order.
    let shown: [Int]

    /// - Parameter limit: The most points shown; `nil` shows all.
    init(_ frontier: Frontier, limit: Int?) {
        self.frontier = frontier
        shown = Self.choice(of: frontier, limit)
    }

    var table: TextTable {
        let points = frontier.points
        let own = [
            MeasureColumn(frontier.x, points.map(\.x), telling: shown, atMost: 7),
            MeasureColumn(frontier.y, points.map(\.y), telling: shown, atMost: 7),
        ]
        let others = MeasureColumn.others(
            than: [frontier.x, frontier.y], of: points.map(\.totals))
        let unit = FrontierWords(x: frontier.x, y: frontier.y).rateUnit
        let shares = sharesOfLargest(points.map(\.y))
        var table = TextTable(
            columns: [.init("Point", alignment: .right)] + own.map(\.column)
                + [
                    .bars(),
                    .init("Best from", unit, alignment: .decimal),
                    .init("to", unit, alignment: .decimal),
                ] + others.map(\.column) + [.init("Sites", alignment: .right)])
        for place in shown {
            let point = points[place]
            table.append(
                [.text(name(place))] + own.map { $0.cell(place) } + [.bar(shares[place])]
                    + [Self.rate(point.lowestRate), Self.rate(point.highestRate)]
                    + others.map { $0.cell(place) } + [.count(point.siteCount)])
        }
        return table
    }

    /// The knee bears a star.
    private func name(_ place: Int) -> String {
        (place == frontier.knee ? "*" : "") + NumberText.count(place + 1)
    }

    /// Rates span orders of magnitude: four digits each, as common decimals would leave none of the
    /// least or clutter the greatest.
    private static func rate(_ rate: Double) -> TextTable.Cell {
        .number(
            rate == .infinity ? "any" : NumberText.plain(rate, digits: 4),
            value: rate.isFinite ? rate : nil)
    }

    /// Both ends and the knee, then always the point farthest below the line between its neighbours
    /// shown, by shares of both ranges; the first of equals.
    private static func choice(of frontier: Frontier, _ limit: Int?) -> [Int] {
        let count = frontier.points.count
        guard let limit, count > max(3, limit) else { return Array(0..<count) }
        var chosen = Set([0, count - 1])
        if let knee = frontier.knee { chosen.insert(knee) }
        while chosen.count < limit {
            let order = chosen.sorted()
            var best = (place: 0, depth: -Double.infinity)
            for (left, right) in zip(order, order.dropFirst()) {
                for place in (left + 1)..<max(right, left + 1) {
                    let depth = depth(of: place, below: (left, right), in: frontier)
                    if depth > best.depth { best = (place, depth) }
                }
            }
            chosen.insert(best.place)
        }
        return chosen.sorted()
    }

    private static func depth(
        of place: Int, below ends: (Int, Int), in frontier: Frontier
    ) -> Double {
        let (width, height) = frontier.ranges
        let (left, right) = (frontier.points[ends.0], frontier.points[ends.1])
        let point = frontier.points[place]
        let (along, down) = ((right.x - left.x) / width, (left.y - right.y) / height)
        return ((left.y - point.y) / height * along - (point.x - left.x) / width * down)
            / (along * along + down * down).squareRoot()
    }
}
