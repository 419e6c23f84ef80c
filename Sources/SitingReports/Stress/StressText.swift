public import Siting
public import Typesetting

/// A stress test as text for a terminal, as Markdown or as CSV.
public enum StressText {
    /// Lines are at most `width` columns wide, as far as words and rows of figures allow.
    public static func render(
        _ stress: Stress, style: TerminalStyle, width: Int = 100
    ) -> String {
        SectionText.render(
            StressReport(stress: stress, medium: .terminal(style, width: width)).sections,
            style: style, width: width)
    }

    public static func markdown(_ stress: Stress) -> String {
        SectionMarkdown.render(StressReport(stress: stress, medium: .markdown).sections)
    }

    /// One row a sample with exact values: the best plan's measures, each stage of the policy, what the
    /// chosen plan breaks, and the best plan's sites.
    public static func csv(_ stress: Stress) -> String {
        let stages = stress.plan.stages.indices
        let columns =
            ["sample", "status"] + Measure.ofWhole.map(\.limitKey)
            + stages.flatMap { stage in
                ["optimum", "value", "regret"].map { "stage_\(stage + 1)_\($0)" }
            } + ["breaks", "still_best", "sites"]
        var table = TextTable(columns: columns.map { .init($0) })
        for sample in stress.samples {
            let measures = Measure.ofWhole.map { sample.totals?.known($0) }
            let outcomes = stages.flatMap { stage -> [Double?] in
                guard sample.outcomes.indices.contains(stage) else { return [nil, nil, nil] }
                let outcome = sample.outcomes[stage]
                return [outcome.optimum, outcome.value, outcome.regret]
            }
            let start: [TextTable.Cell] = [.count(sample.number), .text(sample.status.rawValue)]
            let end: [TextTable.Cell] = [
                .text(sample.breaches.map(\.rule).joined(separator: " ")),
                .text(sample.isStillBest ? "true" : "false"),
                .text(sample.sites.map(\.id).joined(separator: " ")),
            ]
            table.append(start + (measures + outcomes).map { .number("", value: $0) } + end)
        }
        return table.csv()
    }
}
