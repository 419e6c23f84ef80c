import Testing

@testable import Charting

@Suite("Colours of charts")
struct ChartPaletteTests {
    private static let modes: [@Sendable (PaletteRole) -> Colour] = [{ $0.light }, { $0.dark }]

    @Test("The contrast of known pairs is what WCAG gives")
    func contrast() {
        let (black, white) = (Colour(hex: 0), Colour(hex: 0xFFFFFF))
        #expect(abs(black.contrast(with: white) - 21) < 1e-9)
        #expect(white.contrast(with: black) == black.contrast(with: white))
        #expect(white.contrast(with: white) == 1)
        // The grey that just passes for text on white, and the next lighter one that doesn't.
        #expect(Colour(hex: 0x767676).contrast(with: white) >= 4.5)
        #expect(Colour(hex: 0x777777).contrast(with: white) < 4.5)
    }

    @Test("Text stands out by 4.5 from every background in both modes")
    func text() {
        for colour in Self.modes {
            for role in [PaletteRole.text, .muted] {
                for back in [PaletteRole.surface, .sea, .land] {
                    let contrast = colour(role).contrast(with: colour(back))
                    #expect(contrast >= 4.5, "\(role) on \(back)")
                }
            }
        }
    }

    @Test("What carries a value stands out by 3 from what it is drawn on in both modes")
    func graphics() {
        let charts = PaletteRole.series + [.axis, .text]
        let maps = [PaletteRole.series1, .series2, .muted] + PaletteRole.ramp
        for colour in Self.modes {
            for role in charts {
                #expect(colour(role).contrast(with: colour(.surface)) >= 3, "\(role)")
            }
            for role in maps {
                for back in [PaletteRole.surface, .sea, .land] {
                    #expect(colour(role).contrast(with: colour(back)) >= 3, "\(role) on \(back)")
                }
            }
        }
    }

    @Test("Figures on a part of a bar stand out by 4.5 from it in both modes")
    func figures() {
        for colour in Self.modes {
            for look in SeriesLook.all {
                guard case .solid(let onIt) = look.texture else { continue }
                #expect(colour(onIt).contrast(with: colour(look.role)) >= 4.5, "\(look.role)")
            }
        }
    }

    @Test("Areas without lines differ threefold in luminance, so that they read in grey")
    func grey() {
        for colour in Self.modes {
            let plain = SeriesLook.all.filter {
                if case .solid = $0.texture { true } else { false }
            }
            #expect(plain.count == 2)
            let contrast = colour(plain[0].role).contrast(with: colour(plain[1].role))
            #expect(contrast >= 3)
        }
    }

    @Test("The ramp moves away from the background, class by class")
    func ramp() {
        for colour in Self.modes {
            let contrasts = PaletteRole.ramp.map { colour($0).contrast(with: colour(.land)) }
            #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $1 > 1.35 * $0 })
        }
    }

    @Test("The style sheet sets every colour in each mode, and the light one on paper")
    func style() {
        let css = ChartStyle.css
        for role in PaletteRole.allCases {
            #expect(css.contains("--\(role.rawValue):\(role.light.css)"))
            #expect(css.contains("--\(role.rawValue):\(role.dark.css)"))
        }
        let dark = css.split(separator: "\n").filter { $0.contains(PaletteRole.surface.dark.css) }
        #expect(dark.count == 2)
        #expect(dark.allSatisfy { $0.hasPrefix("@media screen") })
        #expect(Colour(hex: 0x00A0).css == "#0000a0")
    }
}
