/// Which directions to ask for.
extension SurfaceShape {
    /// A part of a direction that is smaller may be lost in the solver's tolerances.
    static let faintShare = 5e-6
    /// What faint parts of a direction are raised to, so that its best plan has nothing to spare in
    /// them: first enough to tell, then less, where the plan so found lies aside.
    static let tilts = [1e-3, 1e-5]

    /// Whether the best plan of a direction has nothing to spare in any measure.
    static func isTelling(_ shares: SIMD3<Double>) -> Bool { shares.min() >= faintShare }

    /// What is asked for on behalf of a facet.
    struct Question: Sendable {
        /// By shares of the frame's units.
        let direction: SIMD3<Double>
        /// Whether the best plan becomes a vertex.
        let isForVertex: Bool
    }

    /// Facets that may hide plans farther below them than `gap` and have questions left to ask,
    /// widest first, at most so many.
    mutating func widest(_ count: Int, beyond gap: Double) -> [Int] {
        while true {
            let (gaps, areSettled) = (self.gaps, self.areSettled)
            let open = facets.indices.filter { index in
                gaps[index] > gap && !areSettled[index]
                    && facets[index].askedCount < Self.questions(about: facets[index]).count
            }
            let first = open.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }.prefix(count)
            // Later cuts can only narrow a gap: what is widest by all of them is the widest.
            let stale = first.filter { facets[$0].cutCount < cuts.count }
            if stale.isEmpty { return Array(first) }
            for index in stale { measure(index) }
        }
    }

    /// The next question to ask on behalf of a facet.
    mutating func nextQuestion(about index: Int) -> Question {
        let question = Self.questions(about: facets[index])[facets[index].askedCount]
        facets[index].askedCount += 1
        return question
    }

    /// A facet's own direction proves what lies below it. Where that counts a measure for next to
    /// nothing, directions close by find plans; the least of one measure is known from the start.
    /// What gains too little for those is taken as it is at last: facets around it then lead to the
    /// plan that spares what it does not need.
    private static func questions(about facet: Facet) -> [Question] {
        let shares = facet.shares
        let isFaint = shares .< SIMD3(repeating: faintShare)
        guard any(isFaint) else { return [Question(direction: shares, isForVertex: true)] }
        let proof = Question(direction: shares, isForVertex: false)
        let near = tilts.map {
            Question(direction: shares.replacing(with: $0, where: isFaint), isForVertex: true)
        }
        return (shares.max() == 1 ? [] : [proof]) + near
            + [Question(direction: shares, isForVertex: true)]
    }
}
