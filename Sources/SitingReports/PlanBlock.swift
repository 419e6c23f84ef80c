import Typesetting

/// A part of a report under one heading, before it becomes text for a terminal or Markdown.
struct PlanSection: Equatable {
    var title: String?
    var blocks: [PlanBlock]
}

/// What a section is made of. Texts may hold names from files: renderers make them harmless.
enum PlanBlock: Equatable {
    case paragraph(String, lead: Lead? = nil)
    case list([Item])
    case table(TextTable)

    /// The first word of a paragraph, set off from the rest.
    struct Lead: Equatable {
        enum Tone { case good, attention, bad, plain }

        /// Without spaces; of our own, never a name.
        let word: String
        let tone: Tone
    }

    /// One entry of a list, with what belongs below it.
    struct Item: Equatable {
        let text: String
        var detail: String?
    }
}

/// Where a report is shown, as far as its content depends on it.
struct PlanMedium: Equatable {
    /// The most columns of a line, where lines have a limit.
    let width: Int?
    let style: TerminalStyle
    /// Stands before the label of a part below its whole.
    let partPrefix: String

    /// Heads a column of country codes: in a terminal the longer word would take room from names.
    var countryTitle: String { width == nil ? "Country" : "In" }

    static func terminal(_ style: TerminalStyle, width: Int) -> PlanMedium {
        PlanMedium(width: width, style: style, partPrefix: "  ")
    }

    /// Cells of Markdown lose leading spaces, so parts take a dash.
    static let markdown = PlanMedium(width: nil, style: .plain, partPrefix: "– ")
}
