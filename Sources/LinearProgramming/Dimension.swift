/// An index set of a block, such as the sites: its name and the label of each member.
public struct Dimension: Sendable, Equatable {
    /// The set's name in the singular, such as `site`.
    public let name: String
    /// One label a member; unique, in index order.
    public let labels: [String]

    public init(_ name: String, labels: [String]) {
        self.name = name
        self.labels = labels
    }

    public var count: Int { labels.count }
}
