import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

@Suite struct DiagnosisTests {
    private func diagnosis(_ scenario: Scenario, _ policy: Policy) throws -> [Diagnosis.Finding] {
        let plan = try Placement.plan(scenario, under: policy)
        #expect(plan.status == .infeasible)
        #expect(plan.totals == nil)
        #expect(plan.proof == nil)
        return try #require(plan.diagnosis).findings
    }

    @Test("A market out of reach is named with the nearest site and its round trip")
    func unreachable() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("near"), Fixtures.site("far")],
            markets: [Fixtures.market("suva", country: "FJ")],
            services: [Fixtures.service(loads: [1], maxRoundTrip: 60)], roundTrips: [[71, 90]])
        let finding = try #require(try diagnosis(scenario, Fixtures.policy(.cost)).first)
        #expect(finding.kind == "unreachable_market")
        #expect(
            finding.message == "chat: no site reaches suva (FJ) within max_rtt_ms 60;"
                + " the nearest allowed, near, is 71 ms away")
        #expect(finding.remedy.hasPrefix("raise max_rtt_ms to 71"))
    }

    @Test("Short capacity is stated in megawatts at peak")
    func capacityShort() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a", limit: 10) { $0.headroom = 0.2 }],
            markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10], peakToMean: 1.5)])
        let finding = try #require(try diagnosis(scenario, Fixtures.policy(.cost)).first)
        #expect(finding.kind == "capacity_short")
        // 15 MW at peak, of which 8 fit.
        #expect(finding.message.hasPrefix("7 MW of IT power is short"))
    }

    @Test("A job too large for its window is named with the power it needs")
    func jobTooLarge() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a")],
            jobs: [Fixtures.job(energy: 2400, peak: 5, lastDay: 10)])
        let finding = try #require(try diagnosis(scenario, Fixtures.policy(.cost)).first)
        #expect(finding.kind == "job_too_large")
        #expect(finding.message.contains("10 MW"))
    }

    @Test("A limit out of reach is stated with the best value there is")
    func limitTooTight() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a") { $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100) }],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])])
        let policy = Fixtures.policy(.cost, limits: [.emissions: 5000])
        let finding = try #require(try diagnosis(scenario, policy).first)
        #expect(finding.kind == "limit_too_tight")
        #expect(finding.message.contains("8,760"))
        #expect(finding.remedy == "raise emissions_t_per_year to at least 8,760")
    }

    @Test("Limits that hold one by one but not together are named, and the remedy is enough")
    func jointConflict() throws {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("near") { $0.carbon = CarbonIntensity(gramsPerKilowattHour: 500) },
                Fixtures.site("far") { $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100) },
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[10, 100]])
        let policy = Fixtures.policy(.cost, limits: [.emissions: 9000, .roundTrip: 20])
        let finding = try #require(try diagnosis(scenario, policy).first)
        #expect(finding.kind == "limits_conflict")
        #expect(finding.message.contains("emissions_t_per_year, mean_rtt_ms"))
        #expect(finding.remedy.contains("raise"))
    }

    @Test("Rules that leave no site say so")
    func rulesLeaveNothing() throws {
        var scenario = Fixtures.scenario(
            sites: [Fixtures.site("a", country: "US")], markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [1])], jobs: [Fixtures.job(energy: 100)])
        scenario.rules = [
            Rule(
                name: "eu",
                content: .residency(
                    services: nil, jobs: ["llm"], markets: .everything,
                    sites: Selection(countries: ["FR"])))
        ]
        let findings = try diagnosis(scenario, Fixtures.policy(.cost, rules: ["eu"]))
        #expect(findings.map(\.kind) == ["unreachable_market", "job_without_site"])
    }
}
