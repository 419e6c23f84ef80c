package import Siting
package import SitingReports

/// A page of sections alone, for any report.
package enum SectionPage {
    /// The whole file.
    ///
    /// - Parameters:
    ///   - title: The heading of the page; a title of a section that is the same would repeat it and
    ///     is left out.
    ///   - sections: Those before the first with a title of its own come before the contents.
    package static func html(title: String, sections: [PlanSection], run: Run) -> String {
        let parts = sections.enumerated().map { index, section in
            var section = section
            if section.title == title { section.title = nil }
            let id = "part-\(index + 1)"
            return PageShell.Part(
                id: id, title: section.title, html: SectionHTML.html(of: section, id: id))
        }
        let lead = parts.prefix { $0.title == nil }
        return PageShell(
            title: title, lead: lead.map(\.html),
            parts: parts.dropFirst(lead.count) + [RunHTML.part(of: run)],
            foot: [RunHTML.foot(of: run)]
        ).text
    }
}
