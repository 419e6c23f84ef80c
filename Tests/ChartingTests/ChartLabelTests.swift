import Testing

@testable import Charting

@Suite("Labels that do not collide")
struct ChartLabelTests {
    @Test(
        "No label covers another, an obstacle or the border, whatever the points", arguments: 1...40
    )
    func random(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed))
        let bounds = Box(minX: 0, minY: 0, width: 400, height: 300)
        let requests = (0..<60).map { index in
            LabelRequest(
                text: String(repeating: "Åx", count: Int.random(in: 1...9, using: &numbers)),
                anchor: PlanePoint(
                    Double.random(in: 0...400, using: &numbers),
                    Double.random(in: 0...300, using: &numbers)),
                clearance: Double.random(in: 0...12, using: &numbers), priority: Double(index % 7))
        }
        let obstacles = requests.map { Box.around($0.anchor, radius: $0.clearance) }
        let placer = LabelPlacer(
            bounds: bounds, obstacles: obstacles, detours: seed.isMultiple(of: 2) ? [0] : [0, 15])
        let placed = placer.place(requests)
        #expect(placed.count > 5)
        for (index, label) in placed.enumerated() {
            #expect(bounds.contains(label.box))
            #expect(!obstacles.contains { $0.intersects(label.box) })
            #expect(!placed.dropFirst(index + 1).contains { $0.box.intersects(label.box) })
            #expect(
                label.box.contains(
                    Box(
                        minX: label.baseline.x, minY: label.baseline.y, width: 0, height: 0)))
        }
    }

    @Test("The most important label wins the place, and what does not fit is left out")
    func priority() {
        let point = PlanePoint(50, 10)
        let requests = [
            LabelRequest(text: "small", anchor: point, clearance: 2, priority: 1),
            LabelRequest(text: "large", anchor: point, clearance: 2, priority: 2),
            LabelRequest(text: "", anchor: point, clearance: 2, priority: 3),
        ]
        let strip = Box(minX: 50, minY: 0, width: 60, height: 20)
        let placed = LabelPlacer(bounds: strip).place(requests)
        #expect(placed.map(\.index) == [1])
        let room = Box(minX: 0, minY: 0, width: 200, height: 100)
        #expect(LabelPlacer(bounds: room).place(requests).map(\.index) == [1, 0])
    }

    @Test("Wide letters count double, accents nothing, and bold more")
    func measure() {
        let size = TextMeasure.width("ee", .body)
        #expect(TextMeasure.width("ée\u{301}", .body) == size)
        #expect(TextMeasure.width("貴安", .body) == 24)
        #expect(TextMeasure.width("ee", .heading) > size)
        #expect(TextMeasure.width("", .body) == 0)
    }

    @Test("Lines and cut texts are no wider than they may be")
    func lines() {
        let text = "A title that says more than one line of a narrow chart can hold, Kangerlussuaq"
        let lines = TextMeasure.lines(text, width: 120, .title)
        #expect(lines.count > 4)
        #expect(lines.allSatisfy { TextMeasure.width($0, .title) <= 120 })
        #expect(lines.joined(separator: " ").hasPrefix("A title that says"))
        let cut = TextMeasure.truncated("Kangerlussuaq", to: 50, .body)
        #expect(cut.hasSuffix("…") && TextMeasure.width(cut, .body) <= 50)
        #expect(TextMeasure.truncated("Oslo", to: 50, .body) == "Oslo")
    }
}
