import Siting
import Testing

@testable import SitingFiles

@Suite("Seasons")
struct SeasonTests {
    private func season(_ from: String, _ to: String) throws -> Season {
        Season(from: try #require(YearDay(from)), to: try #require(YearDay(to)))
    }

    @Test(
        "both ends count, over New Year too",
        arguments: [
            ("05-01", "10-31", 184), ("11-01", "03-31", 151), ("01-01", "12-31", 365),
            ("05-01", "04-30", 365), ("02-28", "03-01", 2), ("07-01", "07-01", 1),
        ])
    func days(_ from: String, _ to: String, _ count: Int) throws {
        let season = try season(from, to)
        #expect(season.dayCount == count)
        #expect(season.share == Double(count) / 365)
        #expect(season.description == "\(from) to \(to)")
    }

    @Test(
        "a window overlaps by its days, 29 February with the 28th",
        arguments: [
            ("2026-05-01", "2026-10-31", 184, 184), ("2026-01-01", "2026-12-31", 184, 365),
            ("2026-10-01", "2027-05-10", 41, 222), ("2026-11-01", "2027-04-30", 0, 181),
            ("2028-01-01", "2028-12-31", 184, 366), ("2026-10-31", "2026-10-31", 1, 1),
        ])
    func overlap(_ start: String, _ end: String, _ inside: Int, _ all: Int) throws {
        let summer = try season("05-01", "10-31")
        let first = try #require(CalendarDate(start))
        let last = try #require(CalendarDate(end))
        #expect(summer.overlap(start: first, end: last) == Double(inside) / Double(all))
    }

    @Test("29 February lies in a season that ends on the 28th, and in none that begins in March")
    func leapDay() throws {
        let day = try #require(CalendarDate("2028-02-29"))
        #expect(try season("12-01", "02-28").overlap(start: day, end: day) == 1)
        #expect(try season("03-01", "11-30").overlap(start: day, end: day) == 0)
    }

    @Test("days that lie in several seasons count once")
    func union() throws {
        let seasons = [try season("05-01", "10-31"), try season("08-01", "12-31")]
        #expect(seasons.share == 245.0 / 365)
        let first = try #require(CalendarDate("2026-04-01"))
        let last = try #require(CalendarDate("2026-08-31"))
        #expect(seasons.overlap(start: first, end: last) == 123.0 / 153)
    }

    @Test("the next day follows over the ends of months and years; after the last there is none")
    func nextDay() throws {
        for (day, next) in [
            ("2026-02-28", "2026-03-01"), ("2028-02-28", "2028-02-29"),
            ("2026-12-31", "2027-01-01"), ("2026-07-04", "2026-07-05"),
        ] {
            #expect(try #require(CalendarDate(day)).nextDay == CalendarDate(next))
        }
        #expect(try #require(CalendarDate("9999-12-31")).nextDay == nil)
    }

    @Test("a supply has the season that is stated, and gives its MW all through it by default")
    func supplies() throws {
        let text = """
            {where: {id: yaan}, set: {yaan: {supply: {
            hydro: {kind: direct_line, mw: 1, usd_per_mwh: 1, season: {from: 05-01, to: 10-31}},
            solar: {kind: contract, mw: 1, usd_per_mwh: 1, capacity_factor: 0.2,
            season: {from: '11-01', to: 03-31}},
            wind: {kind: contract, mw: 1, usd_per_mwh: 1}}}}}
            """.replacing("\n", with: " ")
        let supplies = try #require(try draft(["sites": text]).sites.first).supplies
        #expect(
            supplies.map(\.season) == [
                try season("05-01", "10-31"), try season("11-01", "03-31"), nil,
            ])
        #expect(supplies.map(\.capacityFactor) == [184.0 / 365, 0.2, 1])
    }

    private func slip(_ season: String, factor: String = "") throws -> [String] {
        try problems([
            "sites": "{where: {id: yaan}, set: {yaan: {supply: {hydro: {kind: contract, mw: 1,"
                + " usd_per_mwh: 1, \(factor)season: \(season)}}}}}"
        ])
    }

    @Test(
        "one slip in a season is one error at its place",
        arguments: [
            (
                "{from: 05-01}",
                "s.yaml:3:105: error: missing key 'to' in sites.set.yaan.supply.hydro.season"
            ),
            (
                "{from: 5-1, to: 10-31}",
                "s.yaml:3:112: error: from must be a day of every year such as 05-01, not '5-1'"
            ),
            (
                "{from: 05-01, to: 02-29}",
                "s.yaml:3:123: error: to must be a day of every year such as 05-01, not '02-29'"
                    + " | 29 February goes with 02-28"
            ),
            (
                "{from: 05-01, to: 2026-10-31}",
                "s.yaml:3:123: error: to must be a day of every year such as 05-01,"
                    + " not '2026-10-31'"
            ),
            (
                "{from: 05-01, to: 10-31, till: 10-31}",
                "s.yaml:3:130: error: unknown key 'till' | known here: from, to"
            ),
            (
                "summer",
                "s.yaml:3:105: error: season must be a mapping of keys to values, not 'summer'"
            ),
        ])
    func slips(_ season: String, _ expected: String) throws {
        #expect(try slip(season) == [expected])
    }

    @Test("a capacity factor may not be above the season's share of the year")
    func capacityFactor() throws {
        let summer = "{from: 05-01, to: 10-31}"
        #expect(try slip(summer, factor: "capacity_factor: 0.504, ").isEmpty)
        #expect(try slip(summer, factor: "capacity_factor: 50.5%, ").isEmpty)
        // 73 days are a fifth of the year: binary digits must not raise it to 0.201.
        let fifth = "{from: 01-01, to: 03-14}"
        #expect(try slip(fifth, factor: "capacity_factor: 0.2, ").isEmpty)
        #expect(try slip(fifth, factor: "capacity_factor: 0.2005, ").count == 1)
        #expect(
            try slip(summer, factor: "capacity_factor: 0.6, ") == [
                "s.yaml:3:114: error: capacity_factor 0.6 is above 0.505, the share of the year"
                    + " from 05-01 to 10-31 (184 of 365 days)"
                    + " | it is that of the whole year: a plant gives its MW in its season at most"
            ])
    }

    @Test("a site has at most four seasons")
    func tooManySeasons() throws {
        func found(_ months: [Int]) throws -> [String] {
            let header = "id,site,kind,fuel,mw,usd_per_mwh,season_from,season_to\n"
            let rows = months.map { "m\($0),yaan,contract,hydro,1,1,0\($0)-01,0\($0)-28\n" }
            return try problems(
                ["sites": "{where: {id: yaan}, supplies: own.csv}"],
                files: ["own.csv": header + rows.joined()])
        }
        #expect(try found([1, 2, 3, 4]).isEmpty)
        #expect(
            try found([1, 2, 3, 4, 5]) == [
                "own.csv:6:1: error: supplies of 'yaan' have more than 4 seasons"
                    + " | let those that are much alike have the same season"
            ])
    }
}
