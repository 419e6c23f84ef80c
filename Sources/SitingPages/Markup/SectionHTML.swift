package import SitingReports

/// A section of any report as HTML.
package enum SectionHTML {
    /// The section under a heading, if it has a title.
    ///
    /// - Parameters:
    ///   - level: Of the heading, 2 to 4.
    ///   - id: Where links of the page find it; letters, digits and `-`.
    package static func html(of section: PlanSection, level: Int = 2, id: String) -> HTML {
        let title = section.title ?? ""
        let content = html(of: section.blocks, named: title.isEmpty ? "Table" : title)
        guard !title.isEmpty else { return HTML("div", ["id": id], content) }
        return html(title, level: level, id: id, content)
    }

    /// Any content under a heading.
    static func html(_ title: String, level: Int = 2, id: String, _ content: [HTML]) -> HTML {
        let heading = "\(id)-heading"
        return HTML(
            "section", ["id": id, "aria-labelledby": heading],
            [self.heading(title, level: level, id: heading)] + content)
    }

    /// Paragraphs, lists and tables in their order.
    ///
    /// - Parameter title: Names the tables for screen readers.
    package static func html(of blocks: [PlanBlock], named title: String) -> [HTML] {
        var tableCount = 0
        return blocks.map { block in
            switch block {
            case .paragraph(let text, let lead): return paragraph(text, lead: lead)
            case .list(let items): return ListHTML.html(of: items.map(item))
            case .table(let table):
                tableCount += 1
                let caption = tableCount == 1 ? title : "\(title), part \(tableCount)"
                return TableHTML.html(of: table, caption: caption)
            }
        }
    }

    static func heading(_ title: String, level: Int, id: String? = nil) -> HTML {
        switch level {
        case ...2: HTML("h2", ["id": id], text: title)
        case 3: HTML("h3", ["id": id], text: title)
        default: HTML("h4", ["id": id], text: title)
        }
    }

    static func paragraph(_ text: String, lead: PlanBlock.Lead?) -> HTML {
        guard let lead else { return HTML("p", prose: text) }
        return HTML(
            "p", ["class": lead.tone.styleClass],
            [HTML("strong", text: lead.word), .prose(" \(text)")])
    }

    private static func item(_ item: PlanBlock.Item) -> HTML {
        let detail = item.detail.map { HTML("p", ["class": "detail"], prose: $0) }
        return HTML("li", [:], [.prose(item.text)] + [detail].compactMap(\.self))
    }
}

extension PlanBlock.Lead.Tone {
    /// The word says it already; colour only stresses.
    var styleClass: String? {
        switch self {
        case .good: "lead good"
        case .attention: "lead attention"
        case .bad: "lead bad"
        case .plain: nil
        }
    }
}
