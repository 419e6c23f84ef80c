import ArgumentParser
import Siting

/// How far figures may be off, and how often they are drawn.
struct StressOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How far the carbon intensity of grids may be off.", valueName: "share"))
    var carbon = Tolerance(share: 0.2)

    @Option(
        help: ArgumentHelp("How far the price of grid power may be off.", valueName: "share"))
    var price = Tolerance(share: 0.2)

    @Option(help: ArgumentHelp("How far round trips may be off.", valueName: "share"))
    var rtt = Tolerance(share: 0.1)

    @Option(help: ArgumentHelp("How often the figures are drawn.", valueName: "n"))
    var samples = 200

    @Option(
        help: ArgumentHelp("Another seed gives other draws.", valueName: "number"))
    var seed = 1

    /// Valid once the options are.
    var noise: FigureNoise {
        FigureNoise(carbon: carbon.share, price: price.share, roundTrip: rtt.share)
    }

    func validate() throws {
        let widths = [("--carbon", carbon), ("--price", price), ("--rtt", rtt)]
        for (option, width) in widths where !(width.share >= 0 && width.share < 1) {
            throw ValidationError("\(option) must be at least 0% and below 100%")
        }
        guard widths.contains(where: { $0.1.share > 0 }) else {
            throw ValidationError("one of --carbon, --price and --rtt must be above 0%")
        }
        guard (1...100_000).contains(samples) else {
            throw ValidationError("--samples must lie between 1 and 100000")
        }
        guard seed >= 0 else { throw ValidationError("--seed must be at least 0") }
    }
}
