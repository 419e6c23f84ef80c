import Siting
import Typesetting

/// Where a market's requests, or a job, run and what other sites would cost.
struct ExplainedWork {
    private let work: WorkExplanation
    private let amount: StageAmount

    init(_ work: WorkExplanation, in plan: Plan) {
        self.work = work
        amount = StageAmount(of: plan)
    }

    var section: PlanSection {
        var blocks: [PlanBlock] = [.paragraph(summary), .list(work.places.map(place))]
        if !work.alternatives.isEmpty {
            blocks.append(.paragraph(note))
            blocks.append(.table(alternatives))
        }
        blocks += nearer
        return PlanSection(title: title, blocks: blocks)
    }

    private var title: String {
        switch work.subject {
        case .requests(let service, _, let name): "\(service) for \(name)"
        case .job(let job): job
        }
    }

    private var summary: String {
        let load = NumberText.text(work.load, in: .megawatts)
        let exclusions = work.exclusions.map {
            "\(NumberText.count($0.siteCount)) \(Self.words($0.obstacle))"
        }
        let shut =
            exclusions.isEmpty ? "" : " (of the others, \(exclusions.joined(separator: ", ")))"
        let allowed = NumberText.count(work.allowedCount)
        let all = counted(work.siteCount, "site", "sites")
        return
            "It needs \(load) on average; \(allowed) of \(all) may do it\(shut). One more mean MW "
            + "of it would add \(amount.text(work.marginalCost)) to \(amount.noun). It runs at:"
    }

    /// Such as `ruled out by eu_data`.
    private static func words(_ obstacle: WorkObstacle) -> String {
        switch obstacle {
        case .rule(let rule): "ruled out by \(rule)"
        case .roundTrip(let limit):
            "beyond a round trip of \(NumberText.text(limit, in: .milliseconds))"
        case .latency(let limit):
            "beyond a latency of \(NumberText.text(limit, in: .milliseconds))"
        }
    }

    private func place(_ place: WorkExplanation.Place) -> PlanBlock.Item {
        let power = NumberText.text(place.power, in: .megawatts)
        let trip = place.roundTrip.map { ", \(NumberText.text($0, in: .milliseconds)) away" } ?? ""
        return .init(text: "\(place.name) (\(place.site)): \(power)\(trip)")
    }

    private var note: String {
        "The cheapest other sites, one a position. A first mean MW is priced at the optimum's prices; "
            + "all of it there was solved (\(NumberText.missing): it does not fit, or was not solved). "
            + "Both are what \(amount.noun) would rise by."
    }

    private var alternatives: TextTable {
        let hasTrips = work.alternatives.contains { $0.roundTrip != nil }
        var columns: [TextTable.Column] = [.init("Site"), .init("Id")]
        if hasTrips { columns.append(.init("Round trip", alignment: .right)) }
        columns += [
            .init("A first mean MW", alignment: .right), .init("All of it", alignment: .right),
        ]
        var table = TextTable(columns: columns)
        for option in work.alternatives {
            var cells: [TextTable.Cell] = [.text(option.name), .text(option.site)]
            if hasTrips {
                cells.append(.text(NumberText.text(option.roundTrip, in: .milliseconds)))
            }
            cells += [
                .text(amount.text(option.firstMegawatt)),
                .text(option.whole.map { amount.text($0) } ?? NumberText.missing),
            ]
            table.append(cells)
        }
        return table
    }

    private var nearer: [PlanBlock] {
        guard !work.nearer.isEmpty else { return [] }
        let items = work.nearer.map { site -> PlanBlock.Item in
            let trip = NumberText.text(site.roundTrip, in: .milliseconds)
            let reason =
                site.firstMegawatt.map { "\(amount.text($0)) more for a first mean MW" }
                ?? site.obstacles.map(Self.words).joined(separator: ", ")
            return .init(text: "\(site.name) (\(site.site)), \(trip): \(reason)")
        }
        return [.paragraph("The nearest sites, nearer than those that do it:"), .list(items)]
    }
}
