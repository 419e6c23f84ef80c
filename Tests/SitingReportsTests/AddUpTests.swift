import Siting
import SitingReports
import Testing
import Typesetting

/// What is printed, read back: rows add up to their total, or the report says that they don't.
@Suite("Printed figures add up, or are said not to")
struct AddUpTests {
    /// SplitMix64, so that a failure can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        /// At or above zero, with magnitudes spread over powers of ten; some are zero, some round.
        mutating func amount(_ exponents: ClosedRange<Double>) -> Double {
            switch Int.random(in: 0..<8, using: &self) {
            case 0: 0
            case 1: Double(Int.random(in: 1...9, using: &self)) * tenTo(exponents.upperBound - 1)
            default:
                Double.random(in: 1..<10, using: &self)
                    * tenTo(Double.random(in: exponents, using: &self))
            }
        }

        private func tenTo(_ exponent: Double) -> Double {
            (0..<abs(Int(exponent))).reduce(1) { power, _ in exponent < 0 ? power / 10 : power * 10
            }
        }
    }

    /// A figure as printed, in a whole number of its smallest decimals.
    private struct Printed: Equatable {
        let places: Int
        let decimals: Int

        init?(_ text: String) {
            let bare = text.filter { $0 != "," && $0 != "+" }
            guard Double(bare) != nil else { return nil }
            decimals = bare.split(separator: ".").dropFirst().first?.count ?? 0
            places = Int(bare.filter { $0 != "." }) ?? 0
        }
    }

    /// The cells of Markdown's tables: every figure that the terminal has, too.
    private static func rows(_ text: String, section: String) throws -> [[String]] {
        let parts = text.split(separator: "\n## ")
        let part = try #require(parts.first { $0.hasPrefix(section) }, "no section \(section)")
        return part.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
                .map { $0.filter { $0 != "*" }.trimmingSpaces }
        }
    }

    private static func addUp(_ parts: [String], to total: String) throws -> Bool {
        let whole = try #require(Printed(total), "\(total)")
        let figures = try parts.map { try #require(Printed($0), "\($0)") }
        #expect(figures.allSatisfy { $0.decimals == whole.decimals }, "\(parts) of \(total)")
        return figures.reduce(0) { $0 + $1.places } == whole.places
    }

    /// A plan of random amounts whose totals are the sums of its parts, or, if `isOff`, are not.
    private static func plan(_ generator: inout Generator, isOff: Bool) -> Plan {
        var plan = PlanFixtures.optimal
        let count = Int.random(in: 1...45, using: &generator)
        plan.sites = (0..<count).map { index in
            let capacity = generator.amount(-3...3)
            return PlanFixtures.site(
                "s\(index)", "Site \(index)", "XX", capacity: capacity,
                training: 8760 * generator.amount(-3...2),
                inference: 8760 * generator.amount(-3...2), emissions: generator.amount(-1...6),
                cost: generator.amount(2...8), carbon: 30, price: 40)
        }
        let off = isOff ? 1.01 : 1
        func sum(_ value: (SitePlan) -> Double) -> Double {
            plan.sites.reduce(0) { $0 + value($1) }
        }
        var totals = PlanFixtures.totals
        totals.costParts = ["hardware", "shell", "fixed", "electricity", "water"].map {
            CostPart(name: $0, cost: generator.amount(0...9))
        }
        let parts = totals.costParts.reduce(0) { $0 + $1.cost }
        totals.cost = parts * off
        totals.controllableCost = parts - (totals.costParts.first?.cost ?? 0)
        totals.capacity = sum(\.capacity) * off
        totals.trainingEnergy = sum(\.training)
        totals.inferenceEnergy = sum(\.inference)
        totals.idleEnergy = generator.amount(0...5)
        totals.itEnergy =
            (totals.trainingEnergy + totals.inferenceEnergy + totals.idleEnergy) * off
        totals.emissions = sum(\.emissions)
        totals.embodiedEmissions = generator.amount(0...5)
        totals.operationalEmissions = (totals.emissions - totals.embodiedEmissions) * off
        plan.totals = totals
        return plan
    }

    @Test(
        "Sites of 400 random plans add up to the total of each figure, or the report says they don't"
    )
    func sites() throws {
        var generator = Generator(state: 11)
        var said = 0
        for round in 0..<400 {
            let plan = Self.plan(&generator, isOff: round.isMultiple(of: 3))
            let text = PlanMarkdown.render(plan)
            let rows = try Self.rows(text, section: "Sites used")
            let total = try #require(rows.last)
            let note = text.split(separator: "\n").first { $0.hasPrefix("The sites do not add up") }
            let titles = ["Capacity", "Training", "Inference", "CO2e", "Cost"]
            for (column, title) in zip([2, 3, 4, 8, 9], titles) {
                let parts = rows.dropFirst(2).dropLast().map { $0[column] }
                let isSaid = note?.lowercased().contains(title.lowercased()) == true
                #expect(
                    try Self.addUp(parts, to: total[column]) != isSaid,
                    "round \(round), \(title): \(parts) of \(total[column])")
                said += isSaid ? 1 : 0
            }
        }
        #expect(said > 100)
    }

    @Test(
        "Parts of 400 random totals add up to their wholes and to 100 %, or the report says they don't"
    )
    func totals() throws {
        var generator = Generator(state: 12)
        var said = 0
        for round in 0..<400 {
            let plan = Self.plan(&generator, isOff: round.isMultiple(of: 3))
            let text = PlanMarkdown.render(plan)
            let rows = try Self.rows(text, section: "Totals")
            for (whole, name) in [
                ("Cost", "cost"), ("Emissions", "emissions"), ("IT energy", "IT energy"),
            ] {
                let start = try #require(rows.firstIndex { $0[0].hasPrefix(whole) })
                let parts = rows[(start + 1)...].prefix { $0[0].hasPrefix("– ") }
                guard !parts.isEmpty else { continue }
                let note = text.split(separator: "\n").first { $0.contains("Parts do not add up") }
                let isSaid = note.map { Self.names(in: $0).contains(name) } ?? false
                let shares = parts.map { $0[3] }.filter { !$0.isEmpty }
                let isSum = try Self.addUp(parts.map { $0[1] }, to: rows[start][1])
                let isWhole = try shares.isEmpty || Self.addUp(shares, to: "100.0")
                #expect((isSum && isWhole) != isSaid, "round \(round), \(name): \(parts)")
                said += isSaid ? 1 : 0
            }
            try Self.checkControllable(rows, text, round)
        }
        #expect(said > 100)
    }

    private static func names(in note: Substring) -> [String] {
        let list = note.split(separator: "total of: ").dropFirst().first ?? ""
        return list.prefix { $0 != "." }.split(separator: ", ").map(String.init)
    }

    /// Cost less hardware is the controllable cost, or is said not to be as printed.
    private static func checkControllable(_ rows: [[String]], _ text: String, _ round: Int) throws {
        let cost = try #require(rows.first { $0[0] == "Cost" })
        let controllable = try #require(rows.first { $0[0].hasPrefix("Controllable") })
        guard let hardware = rows.first(where: { $0[0] == "– hardware" }) else { return }
        let isSaid = text.contains("cost less hardware is not the controllable cost as printed")
        #expect(
            try addUp([hardware[1], controllable[1]], to: cost[1]) != isSaid, "round \(round)")
    }

    @Test("Differences of 300 random comparisons are those of the figures printed above them")
    func differences() throws {
        var generator = Generator(state: 13)
        for round in 0..<300 {
            var comparison = ComparisonFixtures.comparison
            for index in [0, 1, 3] {
                comparison.columns[index].plan.totals = Self.plan(&generator, isOff: false).totals
            }
            // Neighbours, whose differences vanish in the last decimal.
            if round.isMultiple(of: 2), let cost = comparison.columns[0].plan.totals?.cost {
                comparison.columns[1].plan.totals?.cost = cost * (1 + generator.amount(-6 ... -3))
            }
            let text = ComparisonText.markdown(comparison)
            let measures = try Self.rows(text, section: "Measures")
            let changes = try Self.rows(text, section: "Differences")
            for change in changes.dropFirst(2) {
                let row = try #require(measures.first { $0[0] == change[0] })
                // Columns: measure, unit, then plans, of which the first is the baseline.
                for (printed, value) in [(change[2], row[3]), (change[4], row[5])] {
                    guard value != "–", row[2] != "–" else { continue }
                    let difference = String(printed.split(separator: " ").first ?? "")
                    let (left, right) = (Printed(value), Printed(row[2]))
                    let shown = try #require(Printed(difference), "\(printed)")
                    #expect(
                        shown.places == (left?.places ?? 0) - (right?.places ?? 0),
                        "round \(round), \(change[0]): \(value) less \(row[2]) as \(printed)")
                    #expect(
                        !difference.hasPrefix("+0.0")
                            || difference.contains { "123456789".contains($0) })
                }
            }
        }
    }

    @Test("Capacities of 200 random comparisons add up to each plan's total")
    func comparedSites() throws {
        var generator = Generator(state: 14)
        for round in 0..<200 {
            var comparison = ComparisonFixtures.comparison
            for index in [0, 1, 3] {
                comparison.columns[index].plan.sites = Self.plan(&generator, isOff: false).sites
            }
            let text = ComparisonText.markdown(comparison)
            let rows = try Self.rows(text, section: "Sites opened")
            let total = try #require(rows.last)
            for column in [2, 3, 5] {
                let parts = rows.dropFirst(2).dropLast().map { $0[column] }
                #expect(try Self.addUp(parts, to: total[column]), "round \(round): \(parts)")
            }
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
