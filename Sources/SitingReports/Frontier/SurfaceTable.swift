import Siting
import Typesetting

/// The points of a surface as a table for readers.
struct SurfaceTable {
    let surface: FrontierSurface
    /// Places of the points shown, in order.
    let shown: [Int]
    private let knee: Int?

    /// - Parameter limit: The most points shown; `nil` shows all.
    init(_ surface: FrontierSurface, limit: Int?) {
        self.surface = surface
        knee = surface.knee
        shown = Self.choice(of: surface, limit)
    }

    var table: TextTable {
        let (points, measures) = (surface.points, surface.measures)
        let own = measures.enumerated().map { index, measure in
            MeasureColumn(
                measure, points.map { $0.values[index] }, telling: shown, atMost: 6)
        }
        // A line has no room for all: energy varies little, and of two times the traded one will do.
        let isTimed = measures.contains { $0 == .latency || $0 == .roundTrip }
        let left = measures + [.energy] + (isTimed ? [.latency, .roundTrip] : [])
        let others = MeasureColumn.others(than: left, of: points.map(\.totals))
        let rates = zip(["Best at", "and"], measures.dropFirst()).map { title, measure in
            let words = FrontierWords(x: measures[0], y: measure)
            return TextTable.Column(title, words.rateUnit, alignment: .decimal)
        }
        var table = TextTable(
            columns: [.init("Point", alignment: .right)] + own.map(\.column) + rates
                + others.map(\.column)
                + [
                    .init("Sites", alignment: .right),
                    .sparklines("Shares", of: measures.count),
                ])
        let shares = surface.shares
        for place in shown {
            let point = points[place]
            let rates = [point.rates.second, point.rates.third].map { rate in
                TextTable.Cell.number(NumberText.plain(rate, digits: 3), value: rate)
            }
            table.append(
                [.text(name(place))] + own.map { $0.cell(place) } + rates
                    + others.map { $0.cell(place) }
                    + [.count(point.siteCount), .sparkline(shares[place])])
        }
        return table
    }

    /// The knee bears a star.
    private func name(_ place: Int) -> String {
        (place == knee ? "*" : "") + NumberText.count(place + 1)
    }

    /// The ends and the knee, then always the point farthest from all those shown, by shares of the
    /// ranges; the first of equals.
    private static func choice(of surface: FrontierSurface, _ limit: Int?) -> [Int] {
        let count = surface.points.count
        guard let limit, count > max(4, limit) else { return Array(0..<count) }
        let shares = surface.shares
        var chosen = Set(surface.ends + [surface.knee].compactMap { $0 })
        func distance(_ left: Int, _ right: Int) -> Double {
            zip(shares[left], shares[right]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        var nearest = (0..<count).map { place in
            chosen.reduce(.infinity) { min($0, distance(place, $1)) }
        }
        while chosen.count < limit, let farthest = nearest.max(), farthest > 0,
            let place = nearest.firstIndex(of: farthest)
        {
            chosen.insert(place)
            for other in nearest.indices {
                nearest[other] = min(nearest[other], distance(other, place))
            }
        }
        return chosen.sorted()
    }
}
