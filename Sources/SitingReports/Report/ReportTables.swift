public import Siting
public import Typesetting

/// All tables of a placement report as data: those of `compare` and of `frontier`, the best sites out,
/// and what the report was made with and from.
public enum ReportTables {
    /// Tables of the curve are left out where there is none; their names begin with `frontier`.
    public static func bundle(of report: PlacementReport) -> TableBundle {
        let curve = report.frontier.map(FrontierTables.tables) ?? []
        return TableBundle(
            ComparisonTables.tables(of: report.comparison)
                + curve.map { $0.name == "frontier" ? $0 : $0.named("frontier_\($0.name)") }
                + [
                    DataTable("sites_out", sitesOut(of: report), rows: report.bestSitesOut),
                    DataTable("break_evens", breakEvens, rows: BreakEvenRow.rows(of: report)),
                    DataTable("report", heads, rows: [report]),
                    DataTable("inputs", inputs, rows: report.scenario.inputFiles),
                ])
    }

    private static func sitesOut(of report: PlacementReport) -> [DataColumn<SiteOut>] {
        let unit = report.plan.stages.last?.unit
        return [
            .init("id", "Identifier of the site.", text: { $0.explanation.id }),
            .init("name", "Name of the site.", text: { $0.explanation.name }),
            .init(
                "country", "Country, ISO 3166-1 alpha-2.", text: { $0.explanation.country }),
            .init(
                "limit_mw", in: "MW", "The most IT power that may stand there.",
                value: { $0.explanation.limit }),
            .init(
                "first_megawatt", in: "see unit",
                "What the first mean MW of work there would make the last objective worse by.",
                value: { $0.firstMegawatt }),
            .init("unit", "Unit of first_megawatt.", text: { _ in unit }),
        ]
    }

    private static var breakEvens: [DataColumn<BreakEvenRow>] {
        [
            .init("site", "Identifier of the site.", text: { $0.site }),
            .init("figure", "What is varied.", text: { $0.breakEven.figure.rawValue }),
            .init("unit", "Unit of current and value.", text: { $0.breakEven.figure.unit }),
            .init(
                "current", in: "see unit", "The figure as the scenario has it.",
                value: { $0.breakEven.current }),
            .init(
                "outcome", "found, always_in, never_in, indispensable or not_examined.",
                text: { $0.breakEven.outcome.key }),
            .init(
                "value", in: "see unit",
                "The break-even: the site has work below it, none above; empty unless found.",
                value: { $0.breakEven.outcome.value }),
        ]
    }

    private static var heads: [DataColumn<PlacementReport>] {
        [
            .init("scenario", "Name of the scenario.", text: { $0.scenario.name }),
            .init("policy", "The policy that the report is about.", text: { $0.plan.policy }),
            .init(
                "baseline", "What it is compared with.", text: { $0.comparison.baselineName }),
            .init("program", "Name and version of what made it.", text: { $0.run.program }),
            .init("command", "The command that made it.", text: { $0.run.commandLine }),
            .init(
                "fingerprint", "SHA-256 of the hashes of all input files.",
                text: { $0.scenario.fingerprint }),
        ]
    }

    private static var inputs: [DataColumn<InputFile>] {
        [
            .init("file", "Name of the input file.", text: { $0.name }),
            .init("sha256", "SHA-256 of its bytes.", text: { $0.sha256 }),
        ]
    }
}

/// A figure of a site that is not used.
private struct BreakEvenRow {
    let site: String
    let breakEven: BreakEven

    static func rows(of report: PlacementReport) -> [BreakEvenRow] {
        report.bestSitesOut.flatMap { site in
            site.explanation.breakEvens.map {
                BreakEvenRow(site: site.explanation.id, breakEven: $0)
            }
        }
    }
}
