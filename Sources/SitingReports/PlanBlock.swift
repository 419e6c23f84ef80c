package import Typesetting

/// A part of a report under one heading, before it becomes text for a terminal or Markdown.
package struct PlanSection: Equatable {
    package var title: String?
    package var blocks: [PlanBlock]

    package init(title: String? = nil, blocks: [PlanBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

/// What a section is made of. Texts may hold names from files: renderers make them harmless.
package enum PlanBlock: Equatable {
    case paragraph(String, lead: Lead? = nil)
    case list([Item])
    case table(TextTable)

    /// The first word of a paragraph, set off from the rest.
    package struct Lead: Equatable {
        package enum Tone { case good, attention, bad, plain }

        /// Without spaces; of our own, never a name.
        package let word: String
        package let tone: Tone

        package init(word: String, tone: Tone) {
            self.word = word
            self.tone = tone
        }
    }

    /// One entry of a list, with what belongs below it.
    package struct Item: Equatable {
        package let text: String
        package var detail: String?

        package init(text: String, detail: String? = nil) {
            self.text = text
            self.detail = detail
        }
    }
}

/// Where a report is shown, as far as its content depends on it.
package struct PlanMedium: Equatable {
    /// The most columns of a line, where lines have a limit.
    package let width: Int?
    package let style: TerminalStyle
    /// Stands before the label of a part below its whole.
    package let partPrefix: String

    /// Heads a column of prices; the shorter one is as sentences write them.
    var priceUnit: String { width == nil ? "USD/MWh" : "$/MWh" }

    /// Heads a column of country codes: in a terminal the longer word would take room from names.
    var countryTitle: String { width == nil ? "Country" : "In" }

    static func terminal(_ style: TerminalStyle, width: Int) -> PlanMedium {
        PlanMedium(width: width, style: style, partPrefix: "  ")
    }

    /// Cells of Markdown lose leading spaces, so parts take a dash.
    package static let markdown = PlanMedium(width: nil, style: .plain, partPrefix: "– ")
}
