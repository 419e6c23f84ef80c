import Foundation
import Testing

@Suite("Stress tests from the command line")
struct StressCommandTests {
    @Test("stress reports in every format, the same again for the same seed")
    func formats() throws {
        let options = ["--samples", "6", "--seed", "3"]
        func run(_ more: String...) throws -> Outcome {
            try withFolder(Draft.files()) { folder in
                try Program.run(["stress", "plan.yaml"] + options + more, in: folder)
            }
        }
        let table = try run()
        #expect(table.status == 0, "\(table.stderr)")
        #expect(table.stdout.contains("\nComplete under cheapest: 6 samples of figures off by up"))
        #expect(table.stdout.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
        let json = try run("--format", "json")
        let again = try run("--format", "json")
        #expect(json.stdout == again.stdout)
        let samples = try #require(try json.json()["samples"] as? [[String: Any]])
        #expect(samples.count == 6)
        let steps = try #require(try json.json()["steps"] as? [[String: Any]])
        #expect(steps.map { $0["scale"] as? Double } == [0.0625, 0.125, 0.25, 0.5, 1])
        #expect(try run("--format", "csv").stdout.split(separator: "\n").count == 7)
        let markdown = try run("--format", "markdown").stdout
        #expect(markdown.contains("\n## Regret of the chosen plan\n"))
    }

    @Test(
        "mistakes in what is asked for are told",
        arguments: [
            (["--carbon", "100%"], "--carbon must be at least 0% and below 100%"),
            (
                ["--carbon", "0", "--price", "0", "--rtt", "0"],
                "one of --carbon, --price and --rtt"
            ),
            (["--samples", "0"], "--samples must lie between 1 and 100000"),
            (["--seed=-1"], "--seed must be at least 0"),
        ])
    func mistakes(options: [String], message: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["stress", "plan.yaml"] + options, in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains(message), "\(run.stderr)")
        }
    }

    @Test("where no placement is possible it exits with 1 and says why")
    func impossible() throws {
        for (word, changes) in Draft.impossible {
            let run = try Draft.run("stress", "--format", "json", changes: changes)
            #expect(run.status == 1, "\(word)")
            #expect(try run.json()["diagnosis"] is [String: Any])
            #expect((try run.json()["samples"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("a limit of time reports the samples done and exits with 2")
    func stopped() throws {
        let run = try Program.run(
            ["stress", "bitcoin", "--samples", "20000", "--time-limit", "4", "--format", "json"])
        #expect(run.status == 2)
        let counts = try #require(try run.json()["counts"] as? [String: Int])
        let done = try #require(counts["done"])
        #expect((1..<20_000).contains(done))
        #expect(try run.json()["complete"] as? Bool == false)
    }
}
