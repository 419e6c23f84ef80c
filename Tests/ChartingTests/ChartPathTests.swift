import Testing

@testable import Charting

@Suite("Short paths")
struct ChartPathTests {
    @Test("Steps are tenths without needless zeros and spaces, and don't add up their rounding")
    func steps() {
        var path = CompactPath()
        path.addLine(through: [
            PlanePoint(10, 20.04), PlanePoint(10.5, 19.66), PlanePoint(9.96, 21),
        ])
        #expect(path.data == "m10 20l.5-.3-.5 1.3")
        path.addDot(PlanePoint(10, 21))
        #expect(path.data.hasSuffix("m0 0h0"))
        var thirds = CompactPath()
        thirds.addLine(through: (0...30).map { PlanePoint(Double($0) / 3, 0) })
        let sum = thirds.data.dropFirst("m0 0l".count).split(separator: " ")
            .compactMap { Double($0) }.reduce(0, +)
        #expect(abs(sum - 10) < 1e-9)
    }

    @Test("Points of one place are one, and what has no extent is left out")
    func places() {
        var path = CompactPath()
        path.addLine(through: [PlanePoint(1, 1), PlanePoint(1.01, 1.02)])
        path.addRing([PlanePoint(1, 1), PlanePoint(2, 1), PlanePoint(1, 1)])
        path.addLine(through: [])
        #expect(path.data.isEmpty)
        path.addRing([PlanePoint(0, 0), PlanePoint(2, 0), PlanePoint(2, 2), PlanePoint(0, 0)])
        #expect(path.data == "m0 0l2 0 0 2z")
        path.addDot(PlanePoint(1, 1))
        #expect(path.data.hasSuffix("zm1 1h0"))
    }

    @Test("A simplified line keeps its ends and lies within the tolerance", arguments: 1...20)
    func simplified(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed))
        var y = 0.0
        let line = (0..<200).map { index -> PlanePoint in
            y += Double.random(in: -1...1, using: &numbers)
            return PlanePoint(Double(index), y)
        }
        let short = line.simplified(tolerance: 1.5)
        #expect(short.count < line.count / 2)
        #expect(short.first == line.first && short.last == line.last)
        for point in line {
            let nearest = zip(short, short.dropFirst()).map { point.distance(toSegment: $0, $1) }
            #expect((nearest.min() ?? .infinity) <= 1.5)
        }
    }
}
