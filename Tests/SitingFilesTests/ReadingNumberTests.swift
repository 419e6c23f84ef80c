import Testing

@testable import SitingFiles

@Suite struct ReadingNumberTests {
    @Test(
        "Decimal numbers are read to the nearest double",
        arguments: [
            "0", "-0.25", "+3", ".5", "5.", "26e6", "1E-3", "0.1", "1.7976931348623157e308",
            "5e-324", "123456789012345678901234567890", "0.30000000000000004", "9007199254740993",
            "-64.13548", "1e22", "1e23", "3.14159265358979323846264338327950288",
        ])
    func decimals(text: String) throws {
        let expected = try #require(Double(text.hasSuffix(".") ? text + "0" : text))
        #expect(try DecimalNumber.parse(text) == expected)
    }

    @Test("Leading zeros mean nothing")
    func leadingZeros() throws {
        #expect(try DecimalNumber.parse("010") == 10)
        #expect(try DecimalNumber.parse("-007.50") == -7.5)
        #expect(try DecimalNumber.parseInteger("010") == 10)
    }

    @Test(
        "What is no decimal number is refused with its reason",
        arguments: [
            ("", NumberProblem.notANumber), ("abc", .notANumber), ("-", .notANumber),
            (".", .notANumber), ("e5", .notANumber), ("1e", .separators), ("--1", .notANumber),
            ("nan", .notFinite), ("NaN", .notFinite), (".nan", .notFinite), ("inf", .notFinite),
            ("-.inf", .notFinite), ("Infinity", .notFinite), ("1e999", .notFinite),
            ("0x1F", .hexadecimal), ("-0x1p3", .hexadecimal), ("1,000", .separators),
            ("1_000", .separators), ("3,5", .separators), ("1.000.000", .separators),
            ("100 MW", .trailingText), ("100MW", .trailingText), ("15%", .trailingText),
            (" 5", .notANumber), ("5 ", .trailingText), ("０５", .notANumber),
        ])
    func refused(text: String, reason: NumberProblem) {
        #expect(throws: reason) { try DecimalNumber.parse(text) }
    }
}
