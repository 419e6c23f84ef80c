import Typesetting

/// The sections of a report as text for a terminal.
enum SectionText {
    /// Lines are at most `width` columns wide, unless a single word or a row of figures is wider.
    static func render(_ sections: [PlanSection], style: TerminalStyle, width: Int) -> String {
        sections.map { text(of: $0, style: style, width: width) }.joined(separator: "\n")
    }

    private static func text(of section: PlanSection, style: TerminalStyle, width: Int) -> String {
        var text = ""
        if let title = section.title {
            let lines = WrappedText.lines(title, width: width, style: style)
            text += lines.map { style.bold($0) + "\n" }.joined()
        }
        for block in section.blocks {
            switch block {
            case .paragraph(let body, let lead):
                text += paragraph(body, lead: lead, style: style, width: width)
            case .list(let items):
                text += items.map { item($0, style: style, width: width) }.joined()
            case .table(let table):
                text += table.plain(style: style, maxWidth: width)
            }
        }
        return text
    }

    private static func paragraph(
        _ body: String, lead: PlanBlock.Lead?, style: TerminalStyle, width: Int
    ) -> String {
        guard let lead else { return WrappedText.text(body, width: width, style: style) }
        // Styled after wrapping, as escape sequences have no width.
        let text = WrappedText.text("\(lead.word) \(body)", width: width, style: style)
        guard text.hasPrefix(lead.word) else { return text }
        return styled(lead, style: style) + text.dropFirst(lead.word.count)
    }

    private static func styled(_ lead: PlanBlock.Lead, style: TerminalStyle) -> String {
        switch lead.tone {
        case .good: style.green(lead.word)
        case .attention: style.yellow(lead.word)
        case .bad: style.red(lead.word)
        case .plain: lead.word
        }
    }

    private static func item(
        _ item: PlanBlock.Item, style: TerminalStyle, width: Int
    ) -> String {
        let indent = "  "
        let detailIndent = "      "
        let text = WrappedText.text(
            item.text, width: width, indent: indent, hangingIndent: indent + indent, style: style)
        let detail = WrappedText.text(
            item.detail ?? "", width: width, indent: detailIndent, hangingIndent: detailIndent,
            style: style)
        return text + detail
    }
}
