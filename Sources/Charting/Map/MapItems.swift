import Typesetting

/// A site of a map: a circle whose area is its power, cut into training and inference.
public struct MapSite: Sendable, Equatable {
    public var name: String
    /// What stands beside the circle, where a name is long.
    public var label: String
    public var position: GeoPoint
    /// In MW; what is negative or not finite counts as 0.
    public var trainingMegawatts: Double
    /// In MW; what is negative or not finite counts as 0.
    public var inferenceMegawatts: Double

    /// A site.
    ///
    /// - Parameter label: What stands beside the circle; nil for the name.
    public init(
        _ name: String, label: String? = nil, at position: GeoPoint, trainingMegawatts: Double,
        inferenceMegawatts: Double
    ) {
        self.name = name
        self.label = label ?? name
        self.position = position
        self.trainingMegawatts = Self.power(trainingMegawatts)
        self.inferenceMegawatts = Self.power(inferenceMegawatts)
    }

    var total: Double { trainingMegawatts + inferenceMegawatts }

    private static func power(_ value: Double) -> Double {
        value.isFinite ? max(0, value) : 0
    }
}

/// A market of a map: a dot shaded by its round trip.
public struct MapMarket: Sendable, Equatable {
    public var name: String
    public var position: GeoPoint
    /// The mean over what it asks for, in ms; nil where it has none.
    public var roundTripMilliseconds: Double?

    public init(_ name: String, at position: GeoPoint, roundTripMilliseconds: Double?) {
        self.name = name
        self.position = position
        self.roundTripMilliseconds = roundTripMilliseconds
    }
}

/// What a site serves a market: a line along the great circle.
public struct MapFlow: Sendable, Equatable {
    /// The index of the site in the map's list.
    public var site: Int
    /// The index of the market in the map's list.
    public var market: Int
    /// Mean IT power, in MW; the line is thicker where it is more.
    public var megawatts: Double

    public init(site: Int, market: Int, megawatts: Double) {
        self.site = site
        self.market = market
        self.megawatts = megawatts
    }
}

/// Classes of round trips, each with a shade of the ramp.
struct RoundTripClasses: Sendable, Equatable {
    /// Upper ends of all classes but the last, in ms, ascending; at most one less than shades.
    let limits: [Double]

    /// The class of a round trip; one that is at a limit belongs above it.
    func index(of milliseconds: Double) -> Int {
        limits.firstIndex { milliseconds < $0 } ?? limits.count
    }

    /// `below 50 ms`, `50 to 100 ms`, …, `150 ms and more`.
    var labels: [String] {
        guard let first = limits.first, let last = limits.last else { return ["any round trip"] }
        let inner = zip(limits, limits.dropFirst()).map {
            "\(Self.text($0)) to \(Self.text($1)) ms"
        }
        return ["below \(Self.text(first)) ms"] + inner + ["\(Self.text(last)) ms and more"]
    }

    private static func text(_ value: Double) -> String { NumberText.plain(value) }
}
