/// How an MPS file states the sides of a row.
enum MPSRowForm {
    case equal(Double)
    case atMost(Double)
    case atLeast(Double)
    /// At least a side and at most that side plus a width.
    case above(Double, width: Double)
    /// At most a side and at least that side less a width.
    case below(Double, width: Double)

    init(lower: Double, upper: Double) {
        let width = upper - lower
        if lower == upper {
            self = .equal(lower)
        } else if lower == -.infinity {
            self = .atMost(upper)
        } else if upper == .infinity {
            self = .atLeast(lower)
        } else if upper - width == lower, lower + width != upper {
            // A reader recomputes the other side, so state the one from which that is exact.
            self = .below(upper, width: width)
        } else {
            self = .above(lower, width: width)
        }
    }
}
