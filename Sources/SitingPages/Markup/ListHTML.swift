import SitingReports

/// A list that shows its first items, and the others on demand.
enum ListHTML {
    private static let itemLimit = 12

    /// - Parameter items: Elements `li`.
    static func html(of items: [HTML], styleClass: String? = nil) -> HTML {
        // A fold around one or two would take their place.
        let count = items.count <= itemLimit + 2 ? items.count : itemLimit
        let first = HTML("ul", ["class": styleClass], Array(items.prefix(count)))
        let rest = Array(items.dropFirst(count))
        guard !rest.isEmpty else { return first }
        let summary = HTML("summary", text: "\(counted(rest.count, "more", "more"))")
        let more = HTML("details", [:], [summary, HTML("ul", ["class": styleClass], rest)])
        return HTML("div", [:], [first, more])
    }
}
