import Typesetting
import Testing

@Suite("Columns in one scale")
struct TextColumnScaleTests {
    @Test("The largest magnitude sets the unit, and every row has the same decimals")
    func scale() {
        let values: [Double?] = [876_000, 1234.5, -40, nil, 0]
        let scale = ColumnScale(values, in: .megawattHours)
        #expect(scale.label == "GWh")
        #expect(scale.power == 3)
        #expect(values.map(scale.text) == ["876.0", "1.2", "0.0", "–", "0.0"])
        #expect(scale.scaled(1234.5) == 1.2345)
        #expect(scale.scaled(.nan) == nil)
    }

    @Test("Decimals that no row needs are left out")
    func exactValues() {
        #expect(ColumnScale([100, 250, 5], in: .megawatts).decimals == 0)
        #expect(ColumnScale([100, 250.5], in: .megawatts).decimals == 1)
        #expect(ColumnScale([0.5, 0.25], in: .share).text(0.25) == "25")
        #expect(ColumnScale([1234], in: .count).text(1234) == "1,234")
    }

    @Test(
        "A difference is that of the figures as printed, less than a last place from the true one")
    func differences() throws {
        let scale = ColumnScale([2.3356e6, 0.4415e6, 9.9e5], in: .tonnes)
        #expect(scale.text(0.4415e6) == "0.442" && scale.text(2.3356e6) == "2.336")
        #expect(scale.difference(0.4415e6, from: 2.3356e6) == "-1.894")
        #expect(scale.difference(2.3356e6, from: 0.4415e6) == "+1.894")
        #expect(scale.difference(990_400, from: 990_000) == "0.000")
        #expect(scale.difference(nil, from: 1) == "–" && scale.difference(1, from: .nan) == "–")
        var generator = TextTestGenerator(seed: 21)
        for _ in 0..<2_000 {
            let values = [generator.double(exponents: 0...8), generator.double(exponents: 0...8)]
            let scale = ColumnScale(values, in: .tonnes)
            let text = scale.difference(values[1], from: values[0])
            let number = try #require(Double(text.filter { $0 != "," }), "\(text)")
            let unit = values[0] / (scale.scaled(values[0]) ?? 1)
            let place = (0..<scale.decimals).reduce(1.0) { place, _ in place / 10 }
            let difference = (values[1] - values[0]) / unit
            #expect((number - difference).magnitude < place * 1.000_001, "\(values) as \(text)")
        }
    }

    @Test("Rows add up as printed, or are said not to")
    func printedSums() {
        let scale = ColumnScale([1.4, 1.4, 2.8, 1.25], in: .megawatts, digits: 2)
        #expect(scale.addsUp(["1.4", "1.4", "–"], to: "2.8"))
        #expect(!scale.addsUp(["1.4", "1.5"], to: "2.8"))
        #expect(!scale.addsUp(["1.4"], to: "–"))
        #expect(scale.addsUp([], to: "0.0"))
        #expect(scale.addsUp(["1,000.5", "-0.5"], to: "1,000.0"))
        #expect(!scale.column([1, 1], total: 3).addsUp)
        #expect(scale.column([1.25, nil, 1.25], total: 2.5).rows == ["1.3", "–", "1.2"])
    }

    @Test("A largest value that rounds up to the next prefix takes it")
    func roundsUp() {
        let scale = ColumnScale([999.96], in: .megawatts)
        #expect(scale.label == "GW")
        #expect(scale.text(999.96) == "1.000")
    }

    @Test("Money names its unit in the header, not in the rows")
    func money() {
        let scale = ColumnScale([4.56e9, 1e7], in: .dollars)
        #expect(scale.label == "USD bn")
        #expect(scale.text(4.56e9) == "4.56")
        #expect(scale.text(1e7) == "0.01")
        #expect(ColumnScale([412_345.6], in: .dollars).text(412_345.6) == "412,346")
    }

    @Test("A column without figures has the base unit")
    func empty() {
        let none = ColumnScale([nil, .nan], in: .tonnes)
        #expect(none.label == "t")
        #expect(none.decimals == 0)
        #expect(ColumnScale([], in: .share).label == "%")
    }

    @Test("Rows add up to their total as printed")
    func addsUp() {
        let scale = ColumnScale([33.333, 33.333, 33.334, 100], in: .tonnes, digits: 4)
        let column = scale.column([33.333, nil, 33.333, 33.334], total: 100)
        #expect(column.addsUp)
        #expect(column.rows == ["33.3", "–", "33.3", "33.4"])
        #expect(column.total == "100.0")
    }

    @Test("A total that isn't the sum of its rows is said so and not hidden")
    func doesNotAddUp() {
        let scale = ColumnScale([10.5, 20, 103], in: .tonnes)
        let column = scale.column([10.5, 20], total: 103)
        #expect(!column.addsUp)
        #expect(column.rows == ["10.5", "20.0"])
        #expect(column.total == "103.0")
        #expect(!scale.column([10.5], total: .nan).addsUp)
    }
}

@Suite("Rounding that adds up")
struct TextRoundedToAddUpTests {
    @Test("Those that lose most are raised, the earlier first among equals")
    func largestRemainder() {
        #expect(roundedToAddUp([1.25, 1.25, 0.5], total: 3, decimals: 0) == [1, 1, 1])
        #expect(roundedToAddUp([0.5, 0.5], total: 1, decimals: 0) == [1, 0])
        #expect(roundedToAddUp([-0.5, 1.5], total: 1, decimals: 0) == [0, 1])
        #expect(roundedToAddUp([0.29, 0.71], total: 1, decimals: 2) == [0.29, 0.71])
        #expect(roundedToAddUp([], total: 0, decimals: 1) == [])
    }

    @Test("It refuses what rounding can't explain")
    func refuses() {
        #expect(roundedToAddUp([10, 10, 10], total: 31, decimals: 0) == nil)
        #expect(roundedToAddUp([.nan], total: 1, decimals: 0) == nil)
        #expect(roundedToAddUp([.infinity], total: .infinity, decimals: 0) == nil)
        #expect(roundedToAddUp([1e300], total: 1e300, decimals: 0) == nil)
        #expect(roundedToAddUp([1], total: 1, decimals: -1) == nil)
    }

    @Test("For 10,000 random columns the sum is exact and no value moves by a whole place")
    func property() throws {
        var generator = TextTestGenerator(seed: 3)
        for round in 0..<10_000 {
            let decimals = round % 4
            let scale = [1.0, 10, 100, 1000][decimals]
            let count = Int.random(in: 1...12, using: &generator)
            let values = (0..<count).map { _ in generator.double(exponents: -4...5) }
            let total = values.reduce(0, +)
            let rounded = try #require(roundedToAddUp(values, total: total, decimals: decimals))
            let places = rounded.map { Int(($0 * scale).rounded()) }
            let whole = Int((total * scale).rounded(.toNearestOrAwayFromZero))
            #expect(places.reduce(0, +) == whole)
            for (value, result) in zip(values, rounded) {
                #expect((value - result).magnitude * scale < 1.000_001)
            }
        }
    }
}
