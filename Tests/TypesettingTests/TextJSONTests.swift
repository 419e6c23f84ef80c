import Foundation
import Typesetting
import Testing

@Suite("JSON as text")
struct TextJSONTests {
    @Test("Members keep their order; arrays of scalars stay on one line")
    func layout() {
        let value: JSONValue = [
            "status": "optimal", "gap": 1e-7, "none": nil, "ok": true, "empty": [:], "list": [],
            "numbers": [1, 2.5, "x", nil],
            "sites": [["id": "yaan", "capacity_mw": 400], ["id": "keflavik"]],
        ]
        #expect(
            JSONText.text(value) == """
                {
                  "status": "optimal",
                  "gap": 1e-07,
                  "none": null,
                  "ok": true,
                  "empty": {},
                  "list": [],
                  "numbers": [1, 2.5, "x", null],
                  "sites": [
                    {
                      "id": "yaan",
                      "capacity_mw": 400
                    },
                    {
                      "id": "keflavik"
                    }
                  ]
                }

                """)
    }

    @Test("On one line a value has no line break, and is the same")
    func line() throws {
        let value: JSONValue = [
            "a": 1, "list": [["b": nil], [1.5, "x\ny"]], "none": [:], "empty": [],
        ]
        let line = JSONText.line(value)
        #expect(line == #"{"a": 1, "list": [{"b": null}, [1.5, "x\ny"]], "none": {}, "empty": []}"#)
    }

    @Test(
        "Doubles are short, whole ones have no point, and nothing is -0 or not finite",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1200, "-1200"), (0.1, "0.1"), (1.5, "1.5"),
            (999_999_999_999_999, "999999999999999"), (123_456_789_012, "123456789012"),
            (1e15, "1000000000000000"), (1e22, "1e+22"), (1e-7, "1e-07"),
            (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
            (.infinity, "null"), (-.infinity, "null"), (0.1 + 0.2, "0.30000000000000004"),
        ] as [(Double, String)])
    func numbers(value: Double, text: String) {
        #expect(JSONText.text(.number(value)) == text + "\n")
    }

    @Test("Strings are escaped such that no control character or line separator is left")
    func strings() {
        let text = JSONText.text(
            "q\" b\\ \n\r\t\u{08}\u{0C}\u{00}\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}é貴</")
        let expected =
            #""q\" b\\ \n\r\t\b\f\u0000\u001b\u007f\u009b\u2028\u2029é貴</""#
        #expect(text == expected + "\n")
        #expect(JSONText.text(["k\"\n": 1]) == "{\n  \"k\\\"\\n\": 1\n}\n")
    }

    @Test("Missing figures and texts become null")
    func missing() {
        #expect(JSONValue(nil as Double?) == .null)
        #expect(JSONValue(2.5) == .number(2.5))
        #expect(JSONValue(nil as Int?) == nil)
        #expect(JSONValue("x" as String?) == "x")
        #expect(JSONValue.object([("a", 1), ("b", 2)]) != ["b": 2, "a": 1])
        #expect(JSONValue.bool(true) != .integer(1))
    }

    @Test("Foundation reads 10,000 random doubles back exactly")
    func doublesRoundTrip() throws {
        var generator = TextTestGenerator(seed: 6)
        let values = (0..<10_000).map { round in
            let value = generator.double(exponents: -300...300)
            return round.isMultiple(of: 3) ? generator.double(exponents: 0...14).rounded() : value
        }
        let bytes = JSONText.bytes(.array(values.map(JSONValue.number)))
        let read = try JSONDecoder().decode([Double].self, from: Data(bytes))
        #expect(read.count == values.count)
        let changed = zip(values, read).filter { $0.0 != $0.1 }
        #expect(changed.isEmpty, "\(changed.prefix(5))")
    }

    @Test("Foundation reads 200 random documents back as they were")
    func documentsRoundTrip() throws {
        var generator = TextTestGenerator(seed: 7)
        for _ in 0..<200 {
            let value = Self.random(depth: 4, using: &generator)
            let data = Data(JSONText.bytes(.array([value])))
            let read = try JSONSerialization.jsonObject(with: data) as? [Any]
            #expect(try Self.matches(value, #require(read?.first)))
        }
    }

    @Test("A large document is written whole, the same each time")
    func large() throws {
        let row: JSONValue = ["site": "Keflavík", "mean_mw": 12.345, "hours": [1, 2, 3]]
        let value = JSONValue.array(Array(repeating: row, count: 20_000))
        let bytes = JSONText.bytes(value)
        #expect(bytes.count > 1_500_000)
        #expect(bytes == JSONText.bytes(value))
        let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [Any]
        #expect(read?.count == 20_000)
    }

    private static func random(depth: Int, using generator: inout TextTestGenerator) -> JSONValue {
        let kind = Int.random(in: 0...(depth == 0 ? 4 : 6), using: &generator)
        let count = Int.random(in: 0...4, using: &generator)
        switch kind {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: -(1 << 53)...(1 << 53), using: &generator))
        case 3: return .number(generator.double(exponents: -20...20))
        case 4:
            let ranges: [ClosedRange<UInt32>] = [0x00...0x2FF, 0x2000...0x2FFF, 0x1F300...0x1F6FF]
            let scalars = (0..<20).compactMap { index in
                Unicode.Scalar(UInt32.random(in: ranges[index % 3], using: &generator))
            }
            return .string(String(String.UnicodeScalarView(scalars)))
        case 5: return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            return .object(
                (0..<count).map { ("key \($0)", random(depth: depth - 1, using: &generator)) })
        }
    }

    private static func matches(_ value: JSONValue, _ read: Any) -> Bool {
        switch value {
        case .null: return read is NSNull
        case .bool(let value): return read as? Bool == value
        case .integer(let value): return read as? Int == value
        case .number(let value):
            // On Linux this reader goes through NSDecimalNumber and loses the last bits of some
            // doubles, which JSONDecoder reads exactly.
            guard let number = read as? Double else { return false }
            return (number - value).magnitude <= 1e-14 * value.magnitude
        case .string(let value):
            guard let text = read as? String else { return false }
            return text.unicodeScalars.elementsEqual(value.unicodeScalars)
        case .array(let values):
            guard let items = read as? [Any], items.count == values.count else { return false }
            return zip(values, items).allSatisfy(matches)
        case .object(let members):
            guard let items = read as? [String: Any], items.count == members.count else {
                return false
            }
            return members.allSatisfy { key, value in
                items[key].map { matches(value, $0) } ?? false
            }
        }
    }
}
