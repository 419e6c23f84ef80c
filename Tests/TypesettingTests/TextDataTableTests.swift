import Testing
import Typesetting

@Suite("Tables of data")
struct TextDataTableTests {
    private struct Row {
        let name: String
        let mass: Double?
    }

    private let columns: [DataColumn<Row>] = [
        .init("name", "Who it is.", text: { $0.name }),
        .init("mass_kg", in: "kg", "How heavy, or not known.", value: { $0.mass }),
        .init("letters", "Letters of the name.", count: { $0.name.count }),
        .init("is_known", "Whether it was weighed.", flag: { $0.mass != nil }),
    ]

    private var table: DataTable {
        DataTable(
            "people", columns,
            rows: [Row(name: "=Ann", mass: 60.123456789012), Row(name: "Bo, B", mass: nil)])
    }

    @Test("A table has its columns' names as header, exact figures, and harmless words")
    func csv() {
        #expect(
            table.csv() == """
                name,mass_kg,letters,is_known
                '=Ann,60.123456789012,4,true
                "Bo, B",,5,false

                """)
    }

    @Test("A bundle ends with a dictionary of every column, its own included")
    func dictionary() {
        let files = TableBundle([table, DataTable("none", [columns[1]], rows: [])]).files
        #expect(files.map(\.name) == ["people.csv", "none.csv", "dictionary.csv"])
        #expect(files[1].text == "mass_kg\n")
        #expect(
            files[2].text == """
                file,column,unit,meaning
                people.csv,name,,Who it is.
                people.csv,mass_kg,kg,"How heavy, or not known."
                people.csv,letters,,Letters of the name.
                people.csv,is_known,,Whether it was weighed.
                none.csv,mass_kg,kg,"How heavy, or not known."
                dictionary.csv,file,,Name of the file.
                dictionary.csv,column,,"Name of the column, as in the file's header."
                dictionary.csv,unit,,Unit of its figures; empty where they have none.
                dictionary.csv,meaning,,What stands in the column.

                """)
    }

    @Test("A column can be read over rows that hold its own")
    func over() {
        let outer = columns.map { column in column.over { (pair: (Int, Row)) in pair.1 } }
        let table = DataTable("pairs", outer, rows: [(1, Row(name: "Cy", mass: 70))])
        #expect(table.csv() == "name,mass_kg,letters,is_known\nCy,70,2,true\n")
    }
}
