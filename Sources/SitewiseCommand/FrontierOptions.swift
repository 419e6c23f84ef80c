public import ArgumentParser
public import Siting
import SitingSolve

/// Which trade-off curve or surface, and how much of it.
struct FrontierOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The measure that rises along the curve.", valueName: "measure"))
    var x: Measure = .cost

    @Option(help: ArgumentHelp("The measure that falls.", valueName: "measure"))
    var y: Measure = .emissions

    @Option(
        help: ArgumentHelp(
            "A third measure that falls: the answer is then a surface.", valueName: "measure"))
    var z: Measure?

    @Option(
        help: ArgumentHelp(
            "Stop where no plan improves on what is found by more than this share of all ranges.",
            discussion: "0% finds every vertex. If not given, 0% for a curve and 1% for a surface.",
            valueName: "share"))
    var within: Tolerance?

    @Option(help: ArgumentHelp("Stop at so many vertices.", valueName: "n"))
    var limitPoints: Int?

    var measures: [Measure] { [x, y] + [z].compactMap { $0 } }

    var extent: FrontierSearch.Extent {
        let usual = z == nil ? 0 : FrontierSurfaceSearch.usualGap
        return FrontierSearch.Extent(
            within: within?.share ?? usual, pointLimit: limitPoints)
    }

    func validate() throws {
        guard x != y else { throw ValidationError("--x and --y must be two measures") }
        guard z != x, z != y else {
            throw ValidationError("--z must be another measure than --x and --y")
        }
        if let within, !(within.share >= 0 && within.share < 1) {
            throw ValidationError("--within must be at least 0% and below 100%")
        }
        if let limitPoints, limitPoints < measures.count {
            throw ValidationError(
                z == nil
                    ? "--limit-points must be at least 2: the curve has two ends"
                    : "--limit-points must be at least 3: the surface has three ends")
        }
    }

    /// Refuses measures that mean nothing in a scenario.
    func check(_ scenario: Scenario) throws {
        if let obstacle = measures.compactMap(scenario.obstacle(toTrading:)).first {
            throw ValidationError(obstacle)
        }
    }
}

extension Measure: ExpressibleByArgument {
    /// What help and errors list; burdens are too many, and one stands for them.
    public static var allValueStrings: [String] {
        (ofWhole + [.largest(Burden(.water, of: .country))]).map(\.rawValue)
    }
}
