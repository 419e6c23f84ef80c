import Siting
import Testing

@testable import SitingFiles

@Suite struct ReadingCalendarTests {
    @Test(
        "Days are counted from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("2026-02-01", 20_485), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func dayNumbers(text: String, number: Int) throws {
        #expect(try #require(CalendarDate(text)).dayNumber == number)
    }

    @Test("Each day has the number after the day before")
    func consecutiveDays() {
        var previous: Int?
        for year in 1896...2104 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else {
                        continue
                    }
                    if let previous { #expect(date.dayNumber == previous + 1) }
                    previous = date.dayNumber
                }
            }
        }
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1",
            "26-01-01", "2026-01-01T00:00", "2026/01/01", "0000-01-01", "+026-01-01", "", "today",
        ])
    func notDays(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("Dates are ordered and print as they are written")
    func orderAndText() throws {
        let early = try #require(CalendarDate("0987-06-05"))
        let late = try #require(CalendarDate("2026-02-01"))
        #expect(early < late)
        #expect(early.description == "0987-06-05")
        #expect(late.description == "2026-02-01")
    }
}
