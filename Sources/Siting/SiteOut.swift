/// A site that a plan does not use, and what would bring it in.
public struct SiteOut: Sendable, Equatable {
    public let explanation: SiteExplanation
    /// What the first mean MW of work there would make the last stage worse by, in its unit: of the work
    /// that suits the site best, at the margin.
    public let firstMegawatt: Double

    public init(explanation: SiteExplanation, firstMegawatt: Double) {
        self.explanation = explanation
        self.firstMegawatt = firstMegawatt
    }
}
