/// The part of every year in which a supply gives power.
public struct Season: Sendable, Hashable {
    /// The first day.
    public let from: YearDay
    /// The last day; before `from` where the season runs over New Year.
    public let to: YearDay

    public init(from: YearDay, to: YearDay) {
        self.from = from
        self.to = to
    }

    /// Days of a year of 365 days, both ends included.
    public var dayCount: Int { (to.number - from.number + 365) % 365 + 1 }

    /// Part of a year of 365 days, 0 to 1.
    public var share: Double { [self].share }

    /// The part of the days from `start` to `end`, both included, that lies in the season.
    public func overlap(start: CalendarDate, end: CalendarDate) -> Double {
        [self].overlap(start: start, end: end)
    }

    /// By their `YearDay.number`.
    fileprivate var days: [Int] {
        (from.number..<from.number + dayCount).map { $0 % 365 }
    }
}

extension Season: CustomStringConvertible {
    /// `MM-DD to MM-DD`.
    public var description: String { "\(from) to \(to)" }
}

extension Collection<Season> {
    /// The days of a year of 365 days that lie in any of them, by their `YearDay.number`.
    public var days: Set<Int> { Set(flatMap(\.days)) }

    /// The part of a year of 365 days that lies in any of them, 0 to 1.
    public var share: Double { Double(days.count) / 365 }

    /// The part of the days from `start` to `end`, both included, that lies in any of them; 29 February
    /// goes with the 28th.
    public func overlap(start: CalendarDate, end: CalendarDate) -> Double {
        let days = days
        var all = 0
        var inside = 0
        for date in sequence(first: start, next: \.nextDay) {
            guard date <= end else { break }
            all += 1
            if days.contains(date.numberInYear) { inside += 1 }
        }
        return all > 0 ? Double(inside) / Double(all) : 0
    }
}
