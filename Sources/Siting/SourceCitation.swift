/// Where figures were published, and under which terms they may be used.
public struct SourceCitation: Sendable, Hashable {
    /// As provenance and assumptions name it.
    public let key: String
    public let title: String
    public let publisher: String
    public let licence: String
    /// How to cite it; nil where title and publisher say it all.
    public let citation: String?

    public init(
        key: String, title: String, publisher: String, licence: String, citation: String? = nil
    ) {
        self.key = key
        self.title = title
        self.publisher = publisher
        self.licence = licence
        self.citation = citation
    }
}
