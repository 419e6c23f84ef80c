import Foundation
import Testing

@testable import Charting

/// Whole charts as they are written, one file each.
@Suite("Whole charts")
struct ChartGoldenTests {
    @Test("Every kind of chart is drawn as its golden file shows", arguments: names)
    func matchesGolden(name: String) throws {
        let sample = try #require(ChartFixtures.all.first { $0.name == name })
        // One tag a line, so that a difference can be read.
        let text = sample.chart.document(width: sample.width)
            .replacingOccurrences(of: "><", with: ">\n<")
        let file = Self.folder.appendingPathComponent("\(name).svg")
        guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("no golden file for \(name): written now, look at it before you commit it")
            return
        }
        #expect(text == golden)
    }

    @Test("No golden file is left without a chart")
    func noStrayGolden() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        // Files that another test is writing under a temporary name don't count.
        let drawings = files.filter { $0.hasSuffix(".svg") }
        #expect(Set(drawings).subtracting(Self.names.map { "\($0).svg" }).isEmpty)
    }

    static let names = ChartFixtures.all.map(\.name)

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
}
