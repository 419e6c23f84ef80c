import Typesetting

/// A list that shows its first items, and the others on demand.
enum ListHTML {
    private static let itemLimit = 12

    /// - Parameter items: Elements `li`.
    static func html(of items: [HTML]) -> HTML {
        // A fold around one or two would take their place.
        let count = items.count <= itemLimit + 2 ? items.count : itemLimit
        let first = whole(Array(items.prefix(count)))
        let rest = Array(items.dropFirst(count))
        guard !rest.isEmpty else { return first }
        let summary = HTML("summary", text: "\(NumberText.count(rest.count)) more")
        let more = HTML("details", [:], [summary, whole(rest)])
        return HTML("div", [:], [first, more])
    }

    /// All items, in two columns where there are many and the page is wide.
    static func whole(_ items: [HTML]) -> HTML {
        HTML("ul", ["class": items.count > 5 ? "long" : nil], items)
    }
}
