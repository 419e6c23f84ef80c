public import Siting
import SitingReports

/// What changed between two runs, as a page.
public enum DifferencePage {
    /// The whole file, which loads nothing.
    public static func html(of difference: RunDifference, run: Run) -> String {
        let report = DifferenceReport(difference: difference, medium: .markdown)
        return SectionPage.html(title: report.title, sections: report.sections, run: run)
    }
}
