public import Typesetting

/// What stands around a drawing and in its place.
public struct ChartCaption: Sendable, Equatable {
    /// Tells the charts of a page apart; becomes part of ids in the markup.
    public var id: String
    /// What the chart shows or, better, says: one sentence or less.
    public var title: String
    /// What someone who can't see the drawing should learn from it: a few sentences.
    public var description: String
    /// Where the figures come from; the line below the drawing. Empty for none.
    public var source: String

    /// All four, since every chart has them.
    public init(id: String, title: String, description: String, source: String) {
        self.id = id
        self.title = title
        self.description = description
        self.source = source
    }
}

/// A table behind a chart: the same figures for those who read, hear or copy them.
public struct ChartTable: Sendable, Equatable {
    /// What the rows are: `Sites`.
    public let title: String
    /// Cells hold values in full beside their text; render as HTML, CSV or Markdown.
    public let table: TextTable
}
