import Siting

extension YearDay {
    /// Reads `MM-DD`, and nothing else.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2],
            parts.joined().utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else { return nil }
        self.init(month: month, day: day)
    }

    /// What a text must be, after "must".
    static let requirement = "be a day of every year such as 05-01"

    /// What to write in place of a text that is no such day.
    static func help(for text: String) -> String? {
        text == "02-29" ? "29 February goes with 02-28" : nil
    }
}
