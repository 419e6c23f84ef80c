/// A day that every year has, 29 February left out.
public struct YearDay: Sendable, Hashable {
    public let month: Int
    public let day: Int

    /// `nil` unless every year has that day.
    public init?(month: Int, day: Int) {
        // 2001 was no leap year.
        guard CalendarDate(year: 2001, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// Days since 1 January of a year of 365 days.
    public var number: Int { Self.number(month: month, day: day) }

    fileprivate static func number(month: Int, day: Int) -> Int {
        let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return daysBefore[month - 1] + day - 1
    }
}

extension YearDay: CustomStringConvertible {
    /// `MM-DD`.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(month))-\(padded(day))"
    }
}

extension CalendarDate {
    /// Days since 1 January of a year of 365 days: 29 February has the number of the 28th.
    public var numberInYear: Int {
        YearDay.number(month: month, day: month == 2 ? min(day, 28) : day)
    }

    /// `nil` after the last day of the year 9999.
    public var nextDay: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1)
            ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }
}
