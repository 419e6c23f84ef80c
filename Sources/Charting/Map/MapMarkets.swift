import Typesetting

/// The dots of markets, those of one class of round trip together.
///
/// A dot that can be pointed at is an element of its own with a tooltip; the others of a class,
/// which lie below a site or on a small map, are one path.
struct MapMarkets {
    let map: WorldMap
    let frame: MapFrame
    /// Where the pointer belongs to sites.
    let sites: [Box]

    /// On smaller maps dots are too small and too close to be pointed at.
    private static let leastWidthOfTooltips: Double = 600
    /// By class, as shares of the largest radius: further markets are larger as well as stronger in
    /// contrast, and so can be told from nearer ones without colour.
    private static let shares: [Double] = [0.65, 0.77, 0.89, 1]
    /// In pixels.
    private static let legendRadius: Double = 5

    static func legendRadius(_ index: Int) -> Double { legendRadius * shares[index] }

    private var radius: Double { min(max(0.0026 * frame.width, 1.3), 2.6) }

    /// The nearest first, so that those that wait longest are on top.
    var elements: [SVGElement] {
        let known = map.markets.filter { $0.roundTripMilliseconds != nil }
        let classes = Dictionary(grouping: known) {
            map.classes.index(of: $0.roundTripMilliseconds ?? 0)
        }
        let shaded = classes.keys.sorted().map { group(classes[$0] ?? [], $0) }
        let unknown = map.markets.filter { $0.roundTripMilliseconds == nil }.map(ring)
        return shaded + (unknown.isEmpty ? [] : [rings(unknown)])
    }

    private func group(_ markets: [MapMarket], _ index: Int) -> SVGElement {
        let radius = radius * Self.shares[index]
        let role = PaletteRole.ramp[index]
        var path = CompactPath()
        var dots: [SVGElement] = []
        for market in markets {
            let place = frame.place(market.position)
            if isPointedAt(place) {
                dots.append(dot(market, at: place, radius: radius))
            } else {
                path.addDot(place)
            }
        }
        let line = path.stroked(role, width: 2 * radius).with("stroke-linecap", "round")
        return SVGElement(
            "g", ["fill": .paint(role)], (path.data.isEmpty ? [] : [line]) + dots)
    }

    private func dot(_ market: MapMarket, at place: PlanePoint, radius: Double) -> SVGElement {
        let trip = NumberText.text(market.roundTripMilliseconds, in: .milliseconds)
        return SVGElement(
            "circle",
            ["cx": .number(place.x), "cy": .number(place.y), "r": .number(radius)],
            [.tooltip("\(market.name): \(trip)")])
    }

    private func isPointedAt(_ place: PlanePoint) -> Bool {
        frame.width >= Self.leastWidthOfTooltips
            && !sites.contains { $0.intersects(.around(place, radius: 0.1)) }
    }

    private func rings(_ rings: [SVGElement]) -> SVGElement {
        SVGElement("g", ["fill": "none", "stroke": .paint(.muted)], rings)
    }

    private func ring(_ market: MapMarket) -> SVGElement {
        let place = frame.place(market.position)
        return SVGElement(
            "circle",
            ["cx": .number(place.x), "cy": .number(place.y), "r": .number(radius)],
            isPointedAt(place) ? [.tooltip("\(market.name): no round trip")] : [])
    }
}
