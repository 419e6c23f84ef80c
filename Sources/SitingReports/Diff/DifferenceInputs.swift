import Siting
import Typesetting

/// What differs in what plans were made from.
struct DifferenceInputs {
    let inputs: InputsDifference
    let title: String
    /// Sites named one by one.
    private static let namedSites = 6
    /// Different changes of one figure that are listed one by one.
    private static let listedChanges = 4

    /// `nil` where nothing differs.
    var section: PlanSection? {
        guard !inputs.isEmpty else { return nil }
        var table = TextTable(columns: [.init("Input"), .init("First"), .init("Second")])
        for figure in inputs.figures { append(figure.key, figure.first, figure.second, to: &table) }
        for key in merged(inputs.siteFigures.map(\.key)) { append(sitesOf: key, to: &table) }
        let blocks: [PlanBlock] = table.rows.isEmpty ? [] : [.table(table)]
        let items =
            sites(inputs.added, "is a candidate", "are candidates", "now")
            + sites(inputs.removed, "is no candidate", "are no candidates", "any more") + files
        return PlanSection(title: title, blocks: blocks + (items.isEmpty ? [] : [.list(items)]))
    }

    private func append(
        _ name: String, _ first: InputValue?, _ second: InputValue?, to table: inout TextTable
    ) {
        let texts = DifferenceFigures.texts(first, second)
        table.append([.text(name), .text(texts.first), .text(texts.second)])
    }

    /// Each change of a figure of sites, or the range of all where there are many.
    private func append(sitesOf key: String, to table: inout TextTable) {
        let changes = inputs.siteFigures.filter { $0.key == key }
        guard changes.count > Self.listedChanges else {
            for change in changes {
                append("\(key) at \(names(change.sites))", change.first, change.second, to: &table)
            }
            return
        }
        let count = Set(changes.flatMap(\.sites)).count
        table.append([
            .text("\(key) at \(counted(count, "site", "sites"))"),
            .text(range(changes.map(\.first))), .text(range(changes.map(\.second))),
        ])
    }

    /// `30 to 120`.
    private func range(_ values: [InputValue?]) -> String {
        let numbers = values.compactMap { value -> Double? in
            if case .number(let number, _) = value { return number }
            return nil
        }
        guard let least = numbers.min(), let most = numbers.max() else { return "various" }
        let ends = DifferenceFigures.texts(.number(least, unit: ""), .number(most, unit: ""))
        return ends.first == ends.second ? ends.first : "\(ends.first) to \(ends.second)"
    }

    private func names(_ ids: [String]) -> String {
        guard ids.count > Self.namedSites else { return listed(ids) }
        return counted(ids.count, "site", "sites")
    }

    private func sites(
        _ sites: [InputsDifference.Site], _ singular: String, _ plural: String, _ when: String
    ) -> [PlanBlock.Item] {
        merged(sites.map { $0.reason ?? "" }).map { reason in
            let group = sites.filter { ($0.reason ?? "") == reason }
            let verb = group.count == 1 ? singular : plural
            return PlanBlock.Item(
                text: "\(names(group.map(\.id))) \(verb) \(when)"
                    + (reason.isEmpty ? "" : ": \(reason)"))
        }
    }

    private var files: [PlanBlock.Item] {
        inputs.files.map { file in
            let what =
                switch (file.first, file.second) {
                case (nil, _): "was read for the second alone"
                case (_, nil): "was read for the first alone"
                default: "holds other bytes"
                }
            return PlanBlock.Item(text: "\(file.name) \(what)")
        }
    }
}

/// Each name once, in the order of its first place.
private func merged(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
}
