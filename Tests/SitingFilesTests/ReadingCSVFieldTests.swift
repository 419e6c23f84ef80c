import Siting
import SitingFiles
import Testing

@Suite struct ReadingCSVFieldTests {
    /// What one accessor gives for one field, and what it reports.
    private func read<Value>(
        _ field: String, column: String = "limit_mw", _ use: (CSVTable) -> Value?
    ) throws -> (value: Value?, problems: [String], helps: [String?]) {
        let diagnostics = DiagnosticCollector()
        let table = try table("id,\(column)\na,\(field)\n", into: diagnostics)
        let value = use(table)
        return (value, headlines(diagnostics), helps(diagnostics))
    }

    @Test("Texts must not be empty unless they are optional")
    func strings() throws {
        #expect(try read("x") { $0.string(0, 1) }.value == "x")
        let empty = try read("") { $0.string(0, 1) }
        #expect(empty.value == nil)
        #expect(empty.problems == ["2:3: error: limit_mw must not be empty"])
        let optional = try read("") { $0.optionalString(0, 1) }
        #expect(optional.value == nil && optional.problems.isEmpty)
        #expect(try read("x") { $0.optionalString(0, nil) }.problems.isEmpty)
    }

    @Test("Identifiers are lower-case words", arguments: ["a", "yaan", "eu_west_1"])
    func identifiers(text: String) throws {
        #expect(try read(text) { $0.id(0, 1) }.value == text)
    }

    @Test("Other identifiers are refused", arguments: ["Yaan", "1a", "_a", "a-b", "a b", "貴安"])
    func badIdentifiers(text: String) throws {
        let result = try read(text, column: "site") { $0.id(0, 1) }
        #expect(result.value == nil)
        #expect(result.problems == ["2:3: error: site must be an identifier, not '\(text)'"])
    }

    @Test("A number of the wrong form is reported with the column's unit")
    func numbers() throws {
        #expect(try read("26e6") { $0.double(0, 1) }.value == 26e6)
        let wrong = try read("abc") { $0.double(0, 1) }
        #expect(wrong.value == nil)
        #expect(
            wrong.problems == ["2:3: error: limit_mw must be a number of MW, not 'abc'"])
        let empty = try read("", column: "pue") { $0.double(0, 1) }
        #expect(empty.problems == ["2:3: error: pue must be a number, not empty"])
        let grouped = try read("\"1,000\"") { $0.double(0, 1) }
        #expect(grouped.value == nil)
        #expect(grouped.helps == ["write digits without ',' or '_', and '.' before decimals"])
    }

    @Test("An optional number may be empty or without a column, but not wrong")
    func optionalNumbers() throws {
        let empty = try read("") { $0.optionalDouble(0, 1) }
        #expect(empty.value == nil && empty.problems.isEmpty)
        #expect(try read("1") { $0.optionalDouble(0, nil) }.value == nil)
        #expect(try read("1.5") { $0.optionalDouble(0, 1) }.value == 1.5)
        #expect(try read("x") { $0.optionalDouble(0, 1) }.problems.count == 1)
    }

    @Test("A number outside its range is reported with the range")
    func ranges() throws {
        let high = try read("95", column: "latitude") { table in
            table.double(0, 1, in: .between(-90, 90))
        }
        #expect(high.value == nil)
        #expect(
            high.problems == ["2:3: error: latitude must lie between -90 and 90, not 95"])
        let zero = try read("0") { $0.double(0, 1, in: .positive) }
        #expect(zero.problems == ["2:3: error: limit_mw must be greater than 0, not 0"])
        let negative = try read("-1e-3") { $0.optionalDouble(0, 1, in: .notNegative) }
        #expect(negative.problems == ["2:3: error: limit_mw must be at least 0, not -1e-3"])
        #expect(try read("0") { $0.double(0, 1, in: .notNegative) }.value == 0)
    }

    @Test("Integers are whole numbers that a double holds exactly")
    func integers() throws {
        #expect(try read("1e3") { $0.integer(0, 1) }.value == 1_000)
        #expect(try read("-7") { $0.integer(0, 1) }.value == -7)
        for text in ["1.5", "9007199254740993", "x", "1e30"] {
            let result = try read(text, column: "n") { $0.integer(0, 1) }
            #expect(result.value == nil)
            #expect(result.problems == ["2:3: error: n must be a whole number, not '\(text)'"])
        }
        let few = try read("0", column: "n") { $0.integer(0, 1, in: .atLeast(1)) }
        #expect(few.problems == ["2:3: error: n must be at least 1, not 0"])
    }

    @Test("Truth values are 0, 1, true and false")
    func bools() throws {
        #expect(try read("1") { $0.bool(0, 1) }.value == true)
        #expect(try read("true") { $0.bool(0, 1) }.value == true)
        #expect(try read("0") { $0.bool(0, 1) }.value == false)
        #expect(try read("false") { $0.bool(0, 1) }.value == false)
        let wrong = try read("yes", column: "open") { $0.bool(0, 1) }
        #expect(
            wrong.problems == ["2:3: error: open must be 0, 1, true or false, not 'yes'"])
    }

    @Test("A field's column counts characters and begins at its quote")
    func fieldColumns() throws {
        let diagnostics = DiagnosticCollector()
        let table = try table("id,name,x\n貴安,\"岩,手\",\"y\"\n", into: diagnostics)
        _ = table.double(0, 2)
        #expect(headlines(diagnostics) == ["2:10: error: x must be a number, not 'y'"])
        let underline = diagnostics.render().split(separator: "\n").last
        #expect(underline == "      |              ^~~")
    }
}
