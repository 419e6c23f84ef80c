import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Work stated in accelerators")
struct ScenarioAcceleratorTests {
    private static let window = "start: 2026-03-11, end: 2026-07-06"
    private static let bloom = "accelerators: {type: a100_sxm4_80gb, count: 384, hours: 1082990}"
    private static let sites =
        "{where: {id: [aws_eu_north_1, aws_us_east_1]}, assume: {embodied_t_per_mw: 0}}"

    private func job(_ text: String) throws -> Job {
        let jobs = "{j: {\(text), \(Self.window)}}"
        return try #require(try draft(["sites": Self.sites, "jobs": jobs]).jobs.first)
    }

    @Test("the twin of a job in MW has its energy, peak and overhead")
    func twin() throws {
        let twin = try job(Self.bloom)
        let plain = try job("it_mwh: 433.196, peak_mw: 0.1536, overhead: 1.03125")
        #expect(twin.energy == plain.energy)
        #expect(twin.peak == plain.peak)
        #expect(twin.overhead == plain.overhead)
        #expect(twin.embodied == .zero)
        #expect(try job("\(Self.bloom), overhead: 0.6").overhead == 0.6)
        #expect(try job("\(Self.bloom), overhead: 0").overhead == 0)
    }

    @Test("the hours of BLOOM carry 11.2 t of the making of its machines")
    func embodied() throws {
        let text = "embodied: {kg_per_accelerator: 462.5, lifetime_years: 6, use: 85%}"
        let job = try job("\(Self.bloom), \(text)")
        let mass: Mass = job.embodied * job.energy
        #expect(abs(mass.value - 11.2113) < 0.001)
        let usual = try self.job("\(Self.bloom), embodied: {lifetime_years: 6, use: 0.85}")
        let ratio = usual.embodied / job.embodied
        #expect(abs(ratio - 150 / 462.5) < 1e-12)
    }

    @Test("power and utilisation scale energy and peak, and a stated power needs no type")
    func power() throws {
        let module = try job(
            "accelerators: {type: gh200_grace_hopper, count: 1000, hours: 1e6, power_w: 1000}")
        #expect(module.energy == 1000)
        #expect(module.peak == 1)
        #expect(module.overhead == 0)
        let own = try job("accelerators: {count: 1000, hours: 1e6, power_w: 500, utilisation: 50%}")
        #expect(own.energy == 250)
        #expect(own.peak == 0.25)
    }

    @Test("a service's accelerators are its mean power, spread over markets by requests")
    func service() throws {
        func load(_ service: String, files: [String: String] = [:]) throws -> [Double] {
            let scenario = try draft(["services": "{s: {\(service)}}"], files: files)
            let service = try #require(scenario.services.first)
            return scenario.markets.indices.map { service.load(market: $0).value }
        }
        let machines = "accelerators: {type: h100_sxm5_80gb, count: 1000, utilisation: 0.5}"
        let loads = try load("\(machines), requests_per_user_per_day: 3")
        let watts = 0.5 * (700 + 575.0)
        #expect(abs(loads.reduce(0, +) - watts / 1000) < 1e-12)
        let twice = try load("\(machines), requests_per_user_per_day: 6")
        for (first, second) in zip(loads, twice) { #expect(abs(first - second) < 1e-12) }
        let stated = try load(
            "\(machines), requests: q.csv",
            files: ["q.csv": "market,requests_per_day\nmumbai,30\ntokyo,10\n"])
        #expect(stated.count { $0 > 0 } == 2)
        #expect(abs((stated.max() ?? 0) - 0.75 * watts / 1000) < 1e-12)
        let module = "accelerators: {type: gh200_grace_hopper, count: 2000, power_w: 1000}"
        let whole = try load("\(module), requests_per_user_per_day: 3")
        #expect(abs(whole.reduce(0, +) - 2) < 1e-12)
    }

    @Test("embodied carbon is not counted by hours and by what stands at once")
    func twice() throws {
        let job = "{j: {\(Self.bloom), embodied: {lifetime_years: 6, use: 85%}, \(Self.window)}}"
        let column = 14 + Self.bloom.count
        #expect(
            try problems(["jobs": job]) == [
                "s.yaml:6:\(column): error: embodied carbon would be counted twice: by the hours of"
                    + " the job 'j' here and by embodied_t_per_mw of the site 'aws_eu_central_1'"
                    + " (luccioni_2023) and 2 more"
                    + " | let sites.assume.embodied_t_per_mw be 0, or leave out embodied here"
            ])
    }

    @Test(
        "one slip is one error at its place",
        arguments: [
            Slip(
                "{it_mwh: 5, accelerators: {type: b300, count: 1, hours: 9}",
                "s.yaml:6:20: error: a job has either accelerators or it_mwh and peak_mw,"
                    + " not both"),
            Slip(
                "{accelerators: {type: b301, count: 1, hours: 9}",
                "s.yaml:6:33: error: unknown accelerator 'b301' | did you mean 'b300'?"),
            Slip(
                "{accelerators: {count: 1, hours: 9}",
                "s.yaml:6:26: error: missing key 'type' in jobs.j.accelerators | or give power_w"),
            Slip(
                "{accelerators: {type: b300, count: 1}",
                "s.yaml:6:26: error: missing key 'hours' in jobs.j.accelerators"),
            Slip(
                "{accelerators: {type: b300, count: 1, hours: 9, utilisation: 0}",
                "s.yaml:6:72: error: utilisation must be greater than 0, not '0'"),
            Slip(
                "{it_mwh: 5, peak_mw: 1, embodied: {lifetime_years: 6, use: 1}",
                "s.yaml:6:45: error: embodied is counted by the hours of accelerators, and the job"
                    + " states none | state accelerators instead of it_mwh and peak_mw"),
            Slip(
                "{accelerators: {type: b300, count: 1, hours: 9},"
                    + " embodied: {lifetime_years: 6, use: 1}",
                "s.yaml:6:70: error: missing key 'kg_per_accelerator' in jobs.j.embodied"
                    + " | the catalogue has no published figure of this accelerator"),
            Slip(
                "{accelerators: {type: b300, count: 1, hours: 9e6}",
                "s.yaml:6:8: warning: the job 'j' cannot be done: its window needs at least"
                    + " 3.496 MW, and its accelerators draw 0.0011 MW"),
        ])
    func slips(_ slip: Slip) throws {
        let jobs = "{j: \(slip.text), \(Self.window)}}"
        #expect(try problems(["sites": Self.sites, "jobs": jobs]) == [slip.expected])
    }

    @Test("a service has its energy from one place")
    func serviceSlips() throws {
        func found(_ service: String) throws -> [String] {
            try problems(["services": "{s: {\(service), requests_per_user_per_day: 1}}"])
        }
        #expect(
            try found("it_wh_per_request: 1, accelerators: {type: b300, count: 1}") == [
                "s.yaml:5:35: error: a service has either accelerators or it_wh_per_request,"
                    + " not both"
            ])
        #expect(
            try found("trips: 2") == [
                "s.yaml:5:15: error: missing key 'it_wh_per_request' in services.s"
                    + " | or give accelerators"
            ])
    }
}

extension Slip {
    /// A slip in the one job of a scenario.
    fileprivate init(_ job: String, _ expected: String) {
        self.init("jobs", job, expected)
    }
}
