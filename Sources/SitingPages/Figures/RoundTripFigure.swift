import Charting
import Siting
import SitingReports
import Typesetting

/// How long requests travel.
struct RoundTripFigure {
    let report: PlacementReport

    var figure: Figure? {
        let traffic = PlanTraffic(plan: report.plan, scenario: report.scenario)
        guard let totals = report.plan.totals, !traffic.flows.isEmpty else { return nil }
        let chart = DistributionChart(
            caption(totals), axis: ChartAxis("Round trip", unit: .milliseconds),
            weightName: "requests", kind: .histogram, samples: samples, marks: marks(totals))
        return Figure(
            FigureName.roundTrips, chart,
            note: "Over requests, of typical round trips; not a forecast of single ones.")
    }

    private var samples: [DistributionChart.Sample] {
        let energies = report.scenario.wattHoursPerRequest
        return report.plan.inference.compactMap { row in
            energies[row.service].map { energy in
                .init(row.roundTrip, weight: row.requests(wattHoursEach: energy))
            }
        }
    }

    private func marks(_ totals: Totals) -> [DistributionChart.Mark] {
        var marks = [
            Self.mark(totals.meanRoundTrip, "mean"),
            Self.mark(totals.p95RoundTrip, "95th percentile"),
        ]
        if report.comparison.baseline != report.chosen,
            let mean = report.baseline.totals?.known(.roundTrip)
        {
            let name = report.comparison.columns[report.comparison.baseline].name
            marks.append(Self.mark(mean, "mean of \(name)"))
        }
        return marks
    }

    private static func mark(_ value: Double, _ name: String) -> DistributionChart.Mark {
        .init(value, "\(name) \(NumberText.text(value, in: .milliseconds))")
    }

    private func caption(_ totals: Totals) -> ChartCaption {
        let mean = NumberText.text(totals.meanRoundTrip, in: .milliseconds)
        let p95 = NumberText.text(totals.p95RoundTrip, in: .milliseconds)
        let longest = NumberText.text(totals.maxRoundTrip, in: .milliseconds)
        return ChartCaption(
            id: FigureName.roundTrips, title: "Round trips of requests: \(mean) on average",
            description:
                "A histogram of requests by round trip. The mean is \(mean), 95 % take at most "
                + "\(p95), the longest \(longest).",
            source: "Requests under \(report.plan.policy).")
    }
}
