import Charting
import Testing

@testable import SitingPages

@Suite("Colours of pages")
struct PageColourTests {
    private static var modes:
        [(page: KeyPath<PageColour, Colour>, chart: KeyPath<PaletteRole, Colour>)]
    { [(\.light, \.light), (\.dark, \.dark)] }

    @Test("text has a contrast of at least 4.5 with what is behind it, in both modes")
    func text() {
        for mode in Self.modes {
            let behind = [
                PaletteRole.surface[keyPath: mode.chart], PageColour.raised[keyPath: mode.page],
            ]
            let marks: [PageColour] = [.link, .good, .attention, .bad]
            let texts: [PaletteRole] = [.text, .muted]
            let colours =
                marks.map { $0[keyPath: mode.page] } + texts.map { $0[keyPath: mode.chart] }
            for colour in colours {
                for back in behind { #expect(colour.contrast(with: back) >= 4.5, "\(colour.css)") }
            }
        }
    }

    @Test("bars have a contrast of at least 3 with what is behind them, in both modes")
    func bars() {
        for mode in Self.modes {
            let bar = PageColour.bar[keyPath: mode.page]
            #expect(bar.contrast(with: PaletteRole.surface[keyPath: mode.chart]) >= 3)
            #expect(bar.contrast(with: PageColour.raised[keyPath: mode.page]) >= 3)
        }
    }
}
