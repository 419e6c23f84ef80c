import Foundation
import Testing

@testable import Charting

@Suite("World maps")
struct ChartMapTests {
    private let drawing = ChartFixtures.map.drawing(width: 936)

    @Test("The area of a circle is its site's power")
    func areas() {
        let symbols = MapSymbols(largest: 400, width: 900)
        let ratio = symbols.radius(100) / symbols.radius(400)
        #expect(ratio == 0.5)
        #expect(symbols.radius(400) == symbols.largestRadius)
        #expect(symbols.radius(1e-9) >= 2)
        #expect(MapSymbols(largest: 1234, width: 900).roundPowers == [1000, 200, 20])
    }

    @Test("A site of both is cut at its share of training, one of a single kind is not")
    func slices() throws {
        let symbols = MapSymbols(largest: 400, width: 900)
        let centre = PlanePoint(100, 100)
        let pie = symbols.pie(ChartFixtures.map.sites[0], at: centre)
        try #require(pie.count == 2)
        // Three quarters, clockwise from the top, end at nine o'clock.
        let left = SVGNumber.text(100 - symbols.largestRadius)
        #expect(pie[1].text("d")?.hasSuffix("0,1,1,\(left),100Z") == true)
        let single = symbols.pie(ChartFixtures.map.sites[1], at: centre)
        #expect(single.count == 1)
        #expect(single[0].text("fill") == PaletteRole.series2.css)
    }

    @Test("Markets are shaded by class, a limit counting upwards, and unknown ones are hollow")
    func classes() {
        let classes = RoundTripClasses(limits: [50, 100, 150])
        #expect([0, 49.9, 50, 149, 150, 900].map(classes.index) == [0, 0, 1, 2, 3, 3])
        #expect(
            classes.labels == [
                "below 50 ms", "50 to 100 ms", "100 to 150 ms", "150 ms and more",
            ])
        let groups = drawing.elements.filter { $0.name == "g" }
        for role in [PaletteRole.ramp1, .ramp4] {
            let dots = groups.filter { $0.text("fill") == role.css }.flatMap(\.descendants)
            #expect(dots.filter { $0.name == "circle" }.count == 1)
        }
        let hollow = groups.filter { $0.text("fill") == "none" }.flatMap(\.descendants)
        #expect(hollow.filter { $0.name == "circle" }.count == 1)
        #expect(
            ChartFixtures.map.legend.map(\.label) == [
                "Training", "Inference", "Inference served",
                "Markets, round trip below 50 ms", "150 ms and more", "No round trip",
            ])
    }

    @Test("Markets that can't be pointed at are one path for each class of round trip")
    func joined() {
        let narrow = ChartFixtures.map.drawing(width: 312)
        let dots = narrow.all("path").filter { $0.text("stroke-linecap") == "round" }
        #expect(dots.map { $0.text("stroke") } == [PaletteRole.ramp1.css, PaletteRole.ramp4.css])
        #expect(dots.allSatisfy { $0.text("d")?.hasSuffix("h0") == true })
    }

    @Test("Sites without power are left out; each other one takes the focus and has its flows")
    func sites() {
        let sites = drawing.all("g").filter { $0.text("class") == "chart-site" }
        #expect(
            sites.map { $0.text("aria-label") } == [
                "Keflavík: 400 MW, training 300 MW, inference 100 MW, serves 1 market",
                "Auckland: 40 MW, training 0 MW, inference 40 MW, serves 1 market",
            ])
        #expect(sites.allSatisfy { $0.number("tabindex") == 0 })
        let flows = drawing.all("svg").filter { $0.text("class") == "chart-flows" }
        #expect(flows.count == 2)
        for site in sites {
            let readout = site.descendants.first { $0.text("class") == "chart-readout" }
            let words = readout?.descendants.filter { $0.name == "text" }.map(\.words)
            #expect(words?.joined(separator: " ") == site.text("aria-label"))
        }
    }

    @Test("An area to point at is 24 pixels across, however small the site")
    func targets() {
        let areas = drawing.all("circle").filter { $0.text("fill") == "transparent" }
        #expect(areas.count == 2)
        #expect(areas.allSatisfy { ($0.number("r") ?? 0) >= 12 })
    }

    @Test("A flow over the Pacific leaves the map on one side and comes back on the other")
    func pacific() throws {
        let auckland = try #require(
            drawing.all("path").last { $0.text("stroke") == PaletteRole.series2.css })
        #expect(auckland.text("d")?.filter { $0 == "m" }.count == 2)
    }

    @Test("Land south of the map is not drawn, and the map ends where it says")
    func land() {
        let frame = MapFrame(width: 900)
        let path = frame.land(ChartFixtures.map.land)
        #expect(path.text("d")?.filter { $0 == "z" }.count == 3)
        #expect(path.text("fill-rule") == "evenodd")
        let corner = frame.place(GeoPoint(latitude: MapFrame.southernLimit, longitude: 0))
        #expect(abs(corner.y - frame.height) < 1e-9 && abs(corner.x - 450) < 1e-9)
        #expect(frame.place(GeoPoint(latitude: 90, longitude: 0)).y == 0)
        #expect(abs(frame.place(GeoPoint(latitude: 0, longitude: 180)).x - 900) < 1e-9)
    }

    @Test("A map without sites is one image with an empty list of tables")
    func empty() {
        let map = WorldMap(ChartFixtures.caption("m", "M"), land: [], sites: [])
        #expect(!map.isInteractive)
        #expect(map.tables.isEmpty)
        #expect(map.svg(width: 300).contains("role=\"img\""))
    }
}
