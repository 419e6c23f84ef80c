import Siting
import Typesetting

/// A trade-off curve in one line of small bars, for a terminal.
struct FrontierLine {
    private static let lengths = 10...40

    let frontier: Frontier
    let medium: PlanMedium

    /// Such as `CO2e 2.302 Mt ▇▅▃▂▁▁ 437.1 kt as cost rises from $9.293 bn to $9.538 bn`.
    ///
    /// Nil in Markdown, where a line has no room for it, and where nothing lies between both ends.
    var text: String? {
        guard let width = medium.width, frontier.points.count > 2,
            let first = frontier.points.first, let last = frontier.points.last
        else { return nil }
        func figure(_ value: Double, _ measure: Measure) -> String {
            NumberText.text(value, in: YearlyUnit(measure.unit).unit, digits: 4)
        }
        let start = "\(FrontierWords.title(frontier.y)) \(figure(first.y, frontier.y)) "
        let end =
            " \(figure(last.y, frontier.y)) as \(frontier.x.noun) rises from "
            + "\(figure(first.x, frontier.x)) to \(figure(last.x, frontier.x))"
        let room = width - DisplayWidth.of(medium.style.shown(start + end))
        guard room >= Self.lengths.lowerBound else { return nil }
        let heights = heights(min(room, Self.lengths.upperBound))
        return start + TextDrawing.sparkline(heights, style: medium.style) + end
    }

    /// Shares of the range of y at equal steps of x; between two points lie mixtures of both.
    private func heights(_ count: Int) -> [Double] {
        guard let first = frontier.points.first, let last = frontier.points.last else { return [] }
        let ranges = frontier.ranges
        return (0..<count).map { step in
            let x = first.x + ranges.x * Double(step) / Double(count - 1)
            let ends = zip(frontier.points, frontier.points.dropFirst())
            guard let (left, right) = ends.first(where: { $0.1.x >= x }) else { return 0 }
            let part = right.x > left.x ? (x - left.x) / (right.x - left.x) : 0
            return (left.y + part * (right.y - left.y) - last.y) / ranges.y
        }
    }
}
