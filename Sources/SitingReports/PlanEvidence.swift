package import Siting
import Typesetting

/// What a plan rests on: figures assumed, left out and found, and the proof.
package enum PlanEvidence {
    static let exclusionLimit = 5
    package static let provenanceLimit = 12

    package static func assumptions(of plan: Plan) -> PlanSection? {
        guard !plan.assumptions.isEmpty else { return nil }
        var table = TextTable(columns: [
            .init("Key"), .init("Value", alignment: .decimal), .init("Unit"),
            .init("Sites", alignment: .right), .init("Source"),
        ])
        for assumption in plan.assumptions {
            table.append([
                .text(assumption.key), .text(NumberText.plain(assumption.value, digits: 6)),
                .text(assumption.unit), assumption.siteCount.map { .count($0) } ?? "",
                .text(assumption.source),
            ])
        }
        return PlanSection(title: "Assumptions in force", blocks: [.table(table)])
    }

    /// Such as `2 sites left out: no carbon figure (kiruna, lulea)`.
    package static func exclusions(of plan: Plan) -> PlanSection? {
        guard !plan.exclusions.isEmpty else { return nil }
        let items = plan.exclusions.map { exclusion in
            let ids = exclusion.siteIDs
            let more = ids.count - exclusionLimit
            var list = ids.prefix(exclusionLimit).joined(separator: ", ")
            if more > 0 { list += " and \(NumberText.count(more)) more" }
            let count = counted(ids.count, "site", "sites")
            let names = ids.isEmpty ? "" : " (\(list))"
            return PlanBlock.Item(text: "\(count) left out: \(exclusion.reason)\(names)")
        }
        return PlanSection(title: "Sites left out", blocks: [.list(items)])
    }

    /// Without what the table of assumptions already says.
    ///
    /// - Parameter limit: Of rows; nil for all.
    package static func provenance(
        of plan: Plan, limit: Int? = provenanceLimit
    ) -> PlanSection? {
        let rows = plan.provenance.filter { $0.basis != Provenance.Basis.assumption.rawValue }
        guard !rows.isEmpty else { return nil }
        var table = TextTable(columns: [
            .init("Figure"), .init("Basis"), .init("Sites", alignment: .right),
            .init("Range", alignment: .right), .init("Years"), .init("Source"),
        ])
        let shown = rows.prefix(limit ?? rows.count)
        for row in shown {
            table.append([
                .text(row.field), .text(row.basis), .count(row.siteCount), .text(range(of: row)),
                .text(years(of: row)), .text(row.source),
            ])
        }
        var blocks: [PlanBlock] = [.table(table)]
        let more = rows.count - shown.count
        if more > 0 {
            let note = "… and \(NumberText.count(more)) more (all in --format json)"
            blocks.append(.paragraph(note))
        }
        return PlanSection(title: "Where the figures come from", blocks: blocks)
    }

    package static func certificate(of plan: Plan) -> PlanSection? {
        guard plan.hasPlacement, let proof = plan.proof else { return nil }
        let residuals = [
            ("primal", proof.primalResidual), ("dual", proof.dualResidual),
            ("complementarity", proof.complementarity), ("gap", proof.gap),
        ]
        let list = residuals.map { "\($0.0) \(NumberText.scientific($0.1))" }.joined(
            separator: ", ")
        let tolerance = NumberText.scientific(proof.tolerance)
        let large = residuals.filter { !($0.1 <= proof.tolerance) }.map(\.0)
        let misses = "NOT within \(tolerance): \(large.joined(separator: ", "))"
        let claim = large.isEmpty ? "each at most \(tolerance)" : misses
        let size =
            counted(proof.columnCount, "column", "columns") + ", "
            + counted(proof.rowCount, "row", "rows")
        let text = "\(list); \(claim); \(size). Recomputed from the whole model."
        let lead = PlanBlock.Lead(
            word: "Certificate:", tone: large.isEmpty ? .plain : .attention)
        return PlanSection(title: nil, blocks: [.paragraph(text, lead: lead)])
    }

    private static func range(of row: ProvenanceRow) -> String {
        let ends = [row.lowest, row.highest].compactMap { $0 }
        let texts = ends.map { NumberText.plain($0, digits: 4) }
        // A dash would read as a minus before a negative price.
        let separator = ends.contains { $0 < 0 } ? " to " : "–"
        return texts.first == texts.last ? texts.first ?? "" : texts.joined(separator: separator)
    }

    private static func years(of row: ProvenanceRow) -> String {
        guard let years = row.years else { return "" }
        let first = String(years.lowerBound)
        return years.count == 1 ? first : "\(first)–\(years.upperBound)"
    }
}
