import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Catalogue round trips")
struct CatalogueRoundTripTests {
    /// The round trip between one market and one site, and its source.
    private func roundTrip(
        _ market: String, _ site: String, _ latency: String = "{}"
    ) throws -> (milliseconds: Double, source: RoundTripSource) {
        let scenario = try draft([
            "sites": "{where: {id: \(site)}}", "markets": "{where: {id: \(market)}}",
            "latency": latency,
        ])
        return (scenario.roundTrips[0, 0].value, scenario.roundTrips.source(market: 0, site: 0))
    }

    private func expect(
        _ found: (milliseconds: Double, source: RoundTripSource), _ milliseconds: Double,
        _ source: RoundTripSource, location: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(abs(found.milliseconds - milliseconds) < 1e-3, sourceLocation: location)
        #expect(found.source == source, sourceLocation: location)
    }

    @Test("a measured pair is the mean of both directions and the last mile")
    func measured() throws {
        // aws_eu_central_1 and aws_us_east_1: 92.65 and 93.16 ms.
        try expect(
            roundTrip("frankfurt_am_main", "aws_us_east_1"), (92.65 + 93.16) / 2 + 10, .measured)
        try expect(
            roundTrip("frankfurt_am_main", "aws_us_east_1", "{last_mile_ms: 3}"),
            (92.65 + 93.16) / 2 + 3, .measured)
    }

    @Test("a pair measured in one direction counts as it is")
    func oneDirection() throws {
        // azure_australiaeast to azure_westindia: 140 ms.
        try expect(roundTrip("sydney", "azure_westindia"), 140 + 10, .measured)
    }

    @Test("between a place and a market the fit of their continents holds")
    func continents() throws {
        // 6,229.476 km; AS and EU: 28.65 + 0.018048 km, which is less than 2.98 times light.
        try expect(roundTrip("mumbai", "stockholm"), 28.65 + 112.4296 + 10, .fitContinents)
        // The cautious estimate adds the residual of 55.2 ms.
        try expect(
            roundTrip("mumbai", "stockholm", "{fit: p90}"), 28.65 + 112.4296 + 55.2 + 10,
            .fitContinents)
    }

    @Test("a pair of continents without a fit has the overall one")
    func overall() throws {
        // 4,500.676 km within Africa: 9.09 + 0.015318 km.
        try expect(roundTrip("lagos", "johannesburg"), 9.09 + 68.9414 + 10, .fitOverall)
    }

    @Test("at no distance the last mile is all there is, and a region measures nothing to itself")
    func near() throws {
        try expect(roundTrip("dublin", "aws_eu_west_1"), 10, .fitContinents)
    }

    @Test("without measured pairs, regions are estimated like any site")
    func estimated() throws {
        let region = try roundTrip("frankfurt_am_main", "aws_us_east_1", "{measured: false}")
        #expect(region.source == .fitContinents)
        // 6,548.831 km; EU and NA: 0.015967 km.
        expect(region, 104.5652 + 10, .fitContinents)
    }

    @Test("a planner's own site of an operator has the figures of the region that it lies at")
    func ownRegion() throws {
        // 50.2, 8.7 is 9.5 km from aws_eu_central_1, 27 ms from aws_eu_west_1.
        let header = siteHeader + ",operator"
        let table = "\(header)\nown,Own,DE,50.2,8.7,300,80,aws\nfar,Far,DE,52,8.7,300,80,aws\n"
        let scenario = try draft(
            ["sites": "{from: own.csv}", "markets": "{where: {id: dublin}}"],
            files: ["own.csv": table])
        let pair = try catalogue().latencyPairs.filter {
            Set([$0.from, $0.to]) == ["aws_eu_west_1", "aws_eu_central_1"]
        }
        let mean = pair.reduce(0) { $0 + $1.milliseconds } / Double(pair.count)
        #expect(pair.count == 2)
        #expect(abs(scenario.roundTrips[0, 0].value - mean - 10) < 1e-9)
        #expect(scenario.roundTrips.source(market: 0, site: 0) == .measured)
        #expect(scenario.roundTrips.source(market: 0, site: 1) == .fitContinents)
    }
}
