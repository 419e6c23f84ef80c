import Typesetting

/// The sections of a report as Markdown (GitHub's); every name is escaped.
enum SectionMarkdown {
    /// The first section has a heading of the first level, the others of the second.
    static func render(_ sections: [PlanSection]) -> String {
        sections.enumerated()
            .map { index, section in text(of: section, level: index == 0 ? 1 : 2) }
            .joined(separator: "\n")
    }

    private static func text(of section: PlanSection, level: Int) -> String {
        var parts: [String] = []
        if let title = section.title {
            let marks = String(repeating: "#", count: level)
            parts.append("\(marks) \(TextTable.markdownEscaped(title))\n")
        }
        for block in section.blocks {
            switch block {
            case .paragraph(let body, nil): parts.append(escapedLine(body) + "\n")
            case .paragraph(let body, let lead?):
                parts.append("**\(lead.word)** \(TextTable.markdownEscaped(body))\n")
            case .list(let items): parts.append(items.map(item).joined())
            case .table(let table): parts.append(table.markdown())
            }
        }
        return parts.joined(separator: "\n")
    }

    private static func item(_ item: PlanBlock.Item) -> String {
        let detail = item.detail.map { "\n  \(escapedLine($0))\n" } ?? ""
        return "- \(escapedLine(item.text))\n\(detail)"
    }

    /// Escaped at its start too, where a mark would make a heading, a list or a rule of the line.
    private static func escapedLine(_ text: String) -> String {
        let escaped = TextTable.markdownEscaped(text)
        let number = escaped.prefix { $0.isASCII && $0.isNumber }
        let rest = escaped.dropFirst(number.count)
        // By scalar: a mark with a combining accent is another character, yet the same byte.
        guard let mark = rest.unicodeScalars.first else { return escaped }
        let marks: [Unicode.Scalar] = number.isEmpty ? ["#", "+", "-", "="] : [".", ")"]
        return marks.contains(mark) ? "\(number)\\\(rest)" : escaped
    }
}
