import Siting
import SitingFiles
import Testing

@Suite struct ReadingCSVTests {
    @Test(
        "Rows end with LF or CR LF, with or without a byte order mark and a last line break",
        arguments: [
            "id,n\na,1\nb,2\n", "id,n\r\na,1\r\nb,2\r\n", "id,n\na,1\nb,2",
            "\u{FEFF}id,n\r\na,1\r\nb,2", "\n\nid,n\n\na,1\r\n\r\nb,2\n\n",
        ])
    func lineEnds(text: String) throws {
        let diagnostics = DiagnosticCollector()
        let table = try table(text, into: diagnostics)
        #expect(table.columns == ["id", "n"])
        #expect(table.rowCount == 2)
        #expect((0..<2).map { table[$0, 0] + table[$0, 1] } == ["a1", "b2"])
        #expect(headlines(diagnostics).isEmpty)
    }

    @Test("Quoted fields hold commas, line breaks and doubled quotes")
    func quotes() throws {
        let diagnostics = DiagnosticCollector()
        let text = "id,name\na,\"Québec, \"\"QC\"\"\"\nb,\"two\r\nlines\"\nc,\"\"\nd,\"\"\"\"\"\"\n"
        let table = try table(text, into: diagnostics)
        let names = (0..<4).map { table[$0, 1] }
        #expect(names == ["Québec, \"QC\"", "two\r\nlines", "", "\"\""])
        #expect(table.isEmpty(2, 1))
        // A line break inside a field moves what follows down.
        #expect(table.location(row: 2) == SourceLocation(file: "t.csv", line: 5, column: 1))
        #expect(table.location(row: 0, column: 1).column == 3)
    }

    @Test("Empty fields are fields, also at the end of a row and of the file")
    func emptyFields() throws {
        let table = try table("a,b,c\n,,\n1,,", into: DiagnosticCollector())
        #expect(table.rowCount == 2)
        #expect((0..<3).map { table[1, $0] } == ["1", "", ""])
    }

    @Test("A row with too few or too many fields is reported at the row and left out")
    func raggedRows() throws {
        let diagnostics = DiagnosticCollector()
        let table = try table("a,b\n1,2\n3\n4,5,6\n7,8\n", into: diagnostics)
        #expect(
            headlines(diagnostics) == [
                "3:1: error: row has 1 field, the header has 2",
                "4:1: error: row has 3 fields, the header has 2",
            ])
        #expect((0..<table.rowCount).map { table[$0, 0] } == ["1", "7"])
    }

    @Test("A quote that is never closed is reported where it opens")
    func openQuote() {
        #expect(tableProblems("a,b\n1,\"2\n3,4\n") == ["2:3: error: this quote is never closed"])
    }

    @Test("Text after a closing quote and a quote inside a plain field are errors")
    func strayQuotes() {
        #expect(
            tableProblems("a,b\n\"1\"x,2\n5\" rack,6\n") == [
                "2:4: error: text after the closing quote",
                "3:2: error: quote inside a field that does not begin with one",
            ])
    }

    @Test("A carriage return of its own is an error")
    func loneCarriageReturn() {
        #expect(
            tableProblems("a,b\n1,2\r\n3,4\r5\n")
                == ["3:4: error: carriage return without a line feed"])
    }

    @Test("Header names are neither empty nor repeated")
    func headerNames() {
        #expect(
            tableProblems("a,,b,a\n1,2,3,4\n") == [
                "1:3: error: column 2 has no name",
                "1:6: error: duplicate column 'a'",
            ])
    }

    @Test("A table without rows or without anything is reported", arguments: ["", "\n\r\n"])
    func emptyTable(text: String) {
        #expect(tableProblems(text) == ["1:1: error: the table is empty"])
        #expect(
            tableProblems("a,b\n") == ["1:1: error: the table has a header and no rows"])
    }

    @Test("Columns are found by name; a missing one is reported with what is similar")
    func columnsByName() throws {
        let diagnostics = DiagnosticCollector()
        let table = try table("id,lattitude\na,1\n", into: diagnostics)
        #expect(table.column("id") == 0)
        #expect(table.column("latitude") == nil)
        #expect(table.requiredColumn("latitude") == nil)
        #expect(headlines(diagnostics) == ["1:1: error: the table has no column 'latitude'"])
        #expect(helps(diagnostics) == ["is 'lattitude' meant?"])
    }

    @Test("Unknown columns are reported with a suggestion or with the unit that is used")
    func unknownColumns() throws {
        let diagnostics = DiagnosticCollector()
        let table = try table("id,lattitude,limit_kw\na,1,2\n", into: diagnostics)
        table.checkColumns(allowed: ["id", "latitude", "limit_mw"])
        #expect(
            headlines(diagnostics) == [
                "1:4: error: unknown column 'lattitude'",
                "1:14: error: unknown column 'limit_kw': this quantity is given in MW",
            ])
        #expect(helps(diagnostics) == ["did you mean 'latitude'?", "write 'limit_mw'"])
    }

    @Test("A table falls silent after 100 errors, and says so")
    func errorLimit() throws {
        let ragged = "a,b\n" + String(repeating: "1\n", count: 1_000)
        #expect(tableProblems(ragged).count == 101)

        let diagnostics = DiagnosticCollector()
        let text = "n\n" + String(repeating: "x\n", count: 1_000)
        let table = try table(text, into: diagnostics)
        for row in 0..<table.rowCount where !table.hasTooManyErrors { _ = table.double(row, 0) }
        #expect(table.errorCount == 100)
        #expect(diagnostics.errorCount == 100)
        #expect(
            headlines(diagnostics).last
                == "101:1: warning: 100 errors in this table, the rest of it is not reported")
    }

    @Test("A table of 50 MB is read whole")
    func largeTable() throws {
        let row = "site_abcdefgh,\"Name, of a place\",64.1355,-21.8954,26e6,0.0285,IS,hydro\n"
        let rowCount = 50_000_000 / row.utf8.count + 1
        var bytes = Array("id,name,latitude,longitude,cost,carbon,country,source\n".utf8)
        bytes.reserveCapacity(51_000_000)
        for _ in 0..<rowCount { bytes += row.utf8 }

        let diagnostics = DiagnosticCollector()
        let source = try #require(SourceText(file: "t.csv", bytes: bytes, into: diagnostics))
        let table = try #require(CSVTable(source, into: diagnostics))
        #expect(headlines(diagnostics).isEmpty)
        #expect(table.rowCount == rowCount)
        #expect(table[rowCount - 1, 1] == "Name, of a place")
        #expect(table.double(rowCount - 1, 3) == -21.8954)
        #expect(table.location(row: rowCount - 1).line == rowCount + 1)
    }
}
