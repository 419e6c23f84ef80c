package import Siting
package import SitingReports

/// A page of sections alone, for any report.
package enum SectionPage {
    /// The whole file.
    ///
    /// - Parameters:
    ///   - title: The heading of the page; a title of the first section would repeat it and is left
    ///     out where it is the same.
    package static func html(title: String, sections: [PlanSection], run: Run) -> String {
        let parts = sections.enumerated().map { index, section in
            var section = section
            if section.title == title { section.title = nil }
            let id = "part-\(index + 1)"
            return PageShell.Part(
                id: id, title: section.title, html: SectionHTML.html(of: section, id: id))
        }
        let again = RunHTML.part(of: run)
        return PageShell(title: title, parts: parts + [again], foot: [RunHTML.foot(of: run)]).text
    }
}
