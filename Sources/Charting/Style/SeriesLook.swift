/// What tells a series from others: its colour and, for those who can't tell colours apart, the
/// shape of its points, the dashes of its line and the texture of its areas.
struct SeriesLook: Sendable, Equatable {
    let role: PaletteRole
    let marker: MarkerShape
    /// As `stroke-dasharray` wants them; nil for an unbroken line.
    let dashes: String?
    let texture: AreaTexture

    /// By the place of the series; there are as many as colours of series.
    static let all: [SeriesLook] = [
        SeriesLook(role: .series1, marker: .circle, dashes: nil, texture: .solid(.onSeries1)),
        SeriesLook(role: .series2, marker: .square, dashes: "8 3", texture: .solid(.onSeries2)),
        SeriesLook(role: .series3, marker: .triangle, dashes: "2 3", texture: .hatched(.rising)),
        SeriesLook(
            role: .series4, marker: .diamond, dashes: "8 3 2 3", texture: .hatched(.falling)),
        SeriesLook(role: .series5, marker: .cross, dashes: "4 3", texture: .hatched(.upright)),
    ]

    /// What others leave of a whole: an empty box.
    static let remainder = SeriesLook(
        role: .axis, marker: .circle, dashes: nil, texture: .hollow)

    /// The look of a series by its place; all from the last one on share that.
    static func at(_ index: Int) -> SeriesLook { all[min(max(0, index), all.count - 1)] }
}

/// The shape of a point.
public enum MarkerShape: Sendable, Equatable, CaseIterable {
    case circle
    case square
    case triangle
    case diamond
    case cross
}

/// How an area is filled.
public enum AreaTexture: Sendable, Equatable {
    /// In the series' colour; text on it has the colour given.
    case solid(PaletteRole)
    /// Lines of the series' colour.
    case hatched(HatchDirection)
    /// An outline.
    case hollow
}

/// Which way the lines of a hatched area run.
public enum HatchDirection: Sendable, Equatable, CaseIterable {
    case rising
    case falling
    case upright
}
