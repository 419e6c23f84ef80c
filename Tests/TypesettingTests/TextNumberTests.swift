import Typesetting
import Testing

/// SplitMix64, so that a failure can be repeated.
struct TextTestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Finite, of either sign, with magnitudes spread evenly over powers of ten.
    mutating func double(exponents: ClosedRange<Int>) -> Double {
        let mantissa = Double.random(in: 1..<10, using: &self)
        let exponent = Int.random(in: exponents, using: &self)
        let value = Double("\(mantissa)e\(exponent)") ?? mantissa
        return Bool.random(using: &self) ? value : -value
    }
}

@Suite("Numbers as text")
struct TextNumberTests {
    @Test(
        "A plain number has three significant digits, separators and no exponent",
        arguments: [
            (1_234_567, "1,230,000"), (1234, "1,230"), (999.6, "1,000"), (999.4, "999"),
            (83.14159, "83.1"), (0.25, "0.25"), (0.1 + 0.2, "0.3"), (12, "12"),
            (12.04, "12.0"), (0.3001, "0.300"), (2.675, "2.68"), (0.000_012_34, "0.0000123"),
            (1e6, "1,000,000"),
            (1e15, "1,000,000,000,000,000"), (0, "0"), (-0.0, "0"), (-1234, "-1,230"),
            (0.000_001, "0.000001"), (3.21e-12, "3.21×10⁻¹²"), (1e-7, "10⁻⁷"), (2.5e22, "2.5×10²²"),
        ] as [(Double, String)])
    func plain(value: Double, text: String) {
        #expect(NumberText.plain(value) == text)
    }

    @Test(
        "A unit takes the prefix that leaves 1 to 999 before it",
        arguments: [
            (0.0005, .megawatts, "0.5 kW"), (0.25, .megawatts, "250 kW"), (12, .megawatts, "12 MW"),
            (999.4, .megawatts, "999 MW"), (999.96, .megawatts, "1.00 GW"),
            (1234, .megawatts, "1.23 GW"), (2.5e9, .megawatts, "2,500 TW"),
            (0, .megawatts, "0 MW"), (876_000, .megawattHours, "876 GWh"),
            (0.0444, .tonnes, "44.4 kg"), (50.53, .tonnes, "50.5 t"), (-3e9, .tonnes, "-3 Gt"),
            (12.34, .dollars, "$12.3"), (412_345, .dollars, "$412,000"),
            (999_499, .dollars, "$999,000"), (999_600, .dollars, "$1.00 M"),
            (1_234_567, .dollars, "$1.23 M"), (4.56e9, .dollars, "$4.56 bn"),
            (7.891e12, .dollars, "$7.89 tn"), (-12, .dollars, "-$12"), (0, .dollars, "$0"),
            (87.24, .dollarsPerMegawattHour, "$87.2/MWh"), (100, .dollarsPerTonne, "$100/t"),
            (12_345, .cubicMetres, "12,300 m³"), (1_234_567, .cubicMetres, "1.23 million m³"),
            (0.25, .milliseconds, "0.25 ms"), (83.14, .milliseconds, "83.1 ms"),
            (1234, .milliseconds, "1,230 ms"), (57, .gramsPerKilowattHour, "57 g/kWh"),
            (0.1234, .share, "12.3 %"), (1, .share, "100 %"), (15_321, .kilometres, "15,300 km"),
            (1_234_567, .count, "1,234,567"), (1.8, .other("L/kWh"), "1.8 L/kWh"),
        ] as [(Double, DisplayUnit, String)])
    func units(value: Double, unit: DisplayUnit, text: String) {
        #expect(NumberText.text(value, in: unit) == text)
    }

    @Test("What is missing or not finite prints as a dash, without a unit")
    func missing() {
        for value in [nil, .nan, .infinity, -.infinity] as [Double?] {
            #expect(NumberText.plain(value) == "–")
            #expect(NumberText.fixed(value, decimals: 1) == "–")
            #expect(NumberText.text(value, in: .dollars) == "–")
            #expect(NumberText.text(value, in: .count) == "–")
        }
    }

    @Test("Counts are exact and fixed decimals never print a negative zero")
    func countsAndDecimals() {
        #expect(NumberText.count(1_234_567) == "1,234,567")
        #expect(NumberText.count(-100) == "-100")
        #expect(NumberText.count(Int.min) == "-9,223,372,036,854,775,808")
        #expect(NumberText.fixed(1234.5, decimals: 2) == "1,234.50")
        #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
        #expect(NumberText.fixed(-0.05, decimals: 1) == "-0.1")
        #expect(NumberText.fixed(999.95, decimals: 1) == "1,000.0")
        #expect(NumberText.fixed(0.004, decimals: 1) == "0.0")
        #expect(NumberText.fixed(.leastNonzeroMagnitude, decimals: 2) == "0.00")
    }

    @Test("The number of digits can be chosen")
    func digits() {
        #expect(NumberText.plain(1234.5678, digits: 6) == "1,234.57")
        #expect(NumberText.plain(1234.5678, digits: 1) == "1,000")
        #expect(NumberText.text(1_234_567, in: .dollars, digits: 5) == "$1.2346 M")
    }

    @Test(
        "Residuals have two digits and a power of ten, from a hundredth on none",
        arguments: [
            (1.23e-12, "1.2×10⁻¹²"), (1e-6, "10⁻⁶"), (9.96e-10, "10⁻⁹"), (-3.4e-5, "-3.4×10⁻⁵"),
            (0.0123, "0.012"), (0, "0"), (-0.0, "0"), (.nan, "–"), (.infinity, "–"),
        ] as [(Double, String)])
    func scientific(value: Double, text: String) {
        #expect(NumberText.scientific(value) == text)
    }

    /// `3.2×10⁻¹²` as programs write it.
    private static func computed(_ text: Substring) -> String {
        let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        var text = text.replacing("×10", with: "e")
        if text.contains("⁻") || text.contains(where: raised.contains), !text.contains("e") {
            text = text.replacing("10", with: "1e", maxReplacements: 1)
        }
        return String(
            text.map { character in
                raised.firstIndex(of: character).map { Character(String($0)) }
                    ?? (character == "⁻" ? "-" : character)
            })
    }

    @Test("10,000 random doubles read back within half a percent, whatever their unit")
    func readsBack() throws {
        let units: [(DisplayUnit, [String: Double])] = [
            (.other(""), ["": 1]),
            (.megawatts, ["kW": 1e-3, "MW": 1, "GW": 1e3, "TW": 1e6]),
            (.tonnes, ["kg": 1e-3, "t": 1, "kt": 1e3, "Mt": 1e6, "Gt": 1e9]),
            (.dollars, ["": 1, "M": 1e6, "bn": 1e9, "tn": 1e12]),
            (.cubicMetres, ["m³": 1, "million m³": 1e6, "billion m³": 1e9]),
            (.share, ["%": 1e-2]),
        ]
        var generator = TextTestGenerator(seed: 1)
        for round in 0..<10_000 {
            let (unit, factors) = units[round % units.count]
            let value = generator.double(exponents: -12...25)
            let text = NumberText.text(value, in: unit)
            #expect(!text.contains("e+") && !text.lowercased().contains("nan"))

            let bare = text.filter { $0 != "," && $0 != "$" }
            let parts = bare.split(separator: " ", maxSplits: 1)
            let number = try #require(Double(Self.computed(parts[0])), "\(text)")
            let factor = try #require(factors[parts.count == 2 ? String(parts[1]) : ""], "\(text)")
            let error = (number * factor - value).magnitude
            #expect(error <= 0.005001 * value.magnitude, "\(value) as \(text)")
        }
    }

    @Test("10,000 random doubles with fixed decimals are right to half a last place, without -0")
    func fixedReadsBack() throws {
        var generator = TextTestGenerator(seed: 2)
        for round in 0..<10_000 {
            let value = generator.double(exponents: -9...9)
            let text = NumberText.fixed(value, decimals: round % 4)
            let number = try #require(Double(text.filter { $0 != "," }), "\(text)")
            let place = [1, 0.1, 0.01, 0.001][round % 4]
            #expect((number - value).magnitude <= 0.5 * place * 1.000_001, "\(value) as \(text)")
            #expect(number != 0 || !text.hasPrefix("-"), "\(value) as \(text)")
        }
    }
}
