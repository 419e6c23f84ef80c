import Siting

/// The rows of `equivalences.csv` with which plans compare their emissions.
enum Equivalences {
    /// What a row is in words; the table's own are headings.
    private struct Wording {
        let id: String
        /// The unit of the row's value: another one would make the words wrong.
        let rowUnit: String
        let unit: String
        let phrase: String
        let gas: String
    }

    private static let wordings = [
        Wording(
            id: "car_us_mile_2024", rowUnit: "kg_co2e_per_mile", unit: "mile",
            phrase: "miles in a US passenger vehicle emit", gas: "CO2e"),
        Wording(
            id: "flight_new_york_frankfurt", rowUnit: "kg_co2e", unit: "seat",
            phrase: "seats on a flight from New York to Frankfurt, one way, emit", gas: "CO2e"),
        // The source counts the CO2 of power plants alone.
        Wording(
            id: "home_us_electricity_year", rowUnit: "kg_co2_per_home_year", unit: "home",
            phrase: "US homes emit through their electricity in a year", gas: "CO2"),
    ]

    static func read(from files: CatalogueFiles) -> [Equivalence] {
        let rows = files.rows(
            "equivalences.csv", requiring: ["id", "value", "unit", "year", "source"])
        return wordings.compactMap { wording in
            guard let row = rows.first(where: { $0.optionalText("id") == wording.id }) else {
                rows.first?.report("id", "the table has no row \(quoted(wording.id))")
                return nil
            }
            return equivalence(row, wording)
        }
    }

    private static func equivalence(_ row: TableRow, _ wording: Wording) -> Equivalence? {
        guard let value = row.number("value", in: .positive), let unit = row.text("unit"),
            let source = row.text("source")
        else { return nil }
        guard unit == wording.rowUnit else {
            row.report("unit", "unit must be \(quoted(wording.rowUnit)), not \(quoted(unit))")
            return nil
        }
        return Equivalence(
            id: wording.id, unit: wording.unit, phrase: wording.phrase, kilogramsPerUnit: value,
            gas: wording.gas, year: row.optionalInteger("year", in: .between(1900, 2100)),
            source: source)
    }
}
