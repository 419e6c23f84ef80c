import Typesetting

/// The geometry of a map: land, markets, sites with their flows, names, the scale of the circles.
struct MapDrawing {
    private let map: WorldMap
    private let frame: MapFrame
    private let symbols: MapSymbols

    init(map: WorldMap, width: Double) {
        self.map = map
        frame = MapFrame(width: width)
        symbols = MapSymbols(largest: map.sites.map(\.total).max() ?? 0, width: width)
    }

    var drawing: ChartDrawing {
        let world = [frame.outline.filled(.sea), frame.land(map.land)]
        let content = world + map.markets.map(market) + sites + labels
        // Ways between southern cities may leave the map; an inner drawing cuts them off.
        let clipped = SVGElement(
            "svg", ["width": .number(frame.width), "height": .number(frame.height)], content)
        let scale = symbols.scale(width: frame.width)
        return ChartDrawing(
            elements: [clipped, .group(right: 0, down: frame.height + 6, scale.elements)],
            height: frame.height + 6 + scale.height)
    }

    private func market(_ market: MapMarket) -> SVGElement {
        let place = frame.place(market.position)
        let radius = symbols.marketRadius
        guard let trip = market.roundTripMilliseconds else {
            return SVGElement(
                "circle",
                [
                    "cx": .number(place.x), "cy": .number(place.y), "r": .number(radius),
                    "fill": "none", "stroke": .paint(.muted),
                ], [.tooltip("\(market.name): no round trip")])
        }
        let role = PaletteRole.ramp[map.classes.index(of: trip)]
        let text = NumberText.text(trip, in: .milliseconds)
        return SVGElement(
            "circle",
            [
                "cx": .number(place.x), "cy": .number(place.y), "r": .number(radius),
                "fill": .paint(role),
            ], [.tooltip("\(market.name): \(text)")])
    }

    /// Sites with power, the largest first, so that small ones stay visible on top.
    private var sites: [SVGElement] {
        let flows = Dictionary(grouping: map.flows, by: \.site)
        let largest = map.flows.map(\.megawatts).max() ?? 0
        let order = map.sites.indices.filter { map.sites[$0].total > 0 }.sorted { left, right in
            let (a, b) = (map.sites[left].total, map.sites[right].total)
            return a == b ? left < right : a > b
        }
        return order.map { site($0, flows[$0] ?? [], largest: largest) }
    }

    private func site(_ index: Int, _ flows: [MapFlow], largest: Double) -> SVGElement {
        let site = map.sites[index]
        let text = summary(site, markets: flows.count)
        let pie = symbols.pie(site, at: frame.place(site.position))
        let lines = flows.map { flow($0, largest: largest) }
        let group = SVGElement("g", ["class": "chart-flows"], lines)
        return SVGElement(
            "g",
            ["class": "chart-site", "tabindex": 0, "role": "img", "aria-label": .text(text)],
            [.tooltip(text)] + (lines.isEmpty ? [] : [group]) + pie)
    }

    private func summary(_ site: MapSite, markets: Int) -> String {
        let total = NumberText.text(site.total, in: .megawatts)
        let training = NumberText.text(site.trainingMegawatts, in: .megawatts)
        let inference = NumberText.text(site.inferenceMegawatts, in: .megawatts)
        let served = markets == 1 ? ", serves 1 market" : ", serves \(markets) markets"
        return "\(site.name): \(total), training \(training), inference \(inference)"
            + (markets > 0 ? served : "")
    }

    private func flow(_ flow: MapFlow, largest: Double) -> SVGElement {
        let (site, market) = (map.sites[flow.site], map.markets[flow.market])
        var path = SVGPath()
        for part in GreatCircle.parts(from: site.position, to: market.position) {
            path.addLine(through: part.map(frame.place))
        }
        let text = NumberText.text(flow.megawatts, in: .megawatts)
        let line = path.stroked(.series2, width: 0.75 + 2 * (flow.megawatts / largest).squareRoot())
        return .group([.tooltip("\(site.name) to \(market.name): \(text)"), line])
    }

    private var labels: [SVGElement] {
        let drawn = map.sites.filter { $0.total > 0 }
        let requests = drawn.map { site in
            LabelRequest(
                text: site.name, anchor: frame.place(site.position),
                clearance: symbols.radius(site.total), priority: site.total, style: .small)
        }
        let circles = requests.map { Box.around($0.anchor, radius: $0.clearance) }
        let bounds = Box(minX: 0, minY: 0, width: frame.width, height: frame.height)
        let placer = LabelPlacer(bounds: bounds, obstacles: circles)
        return SVGElement.labels(placer.place(requests), of: requests, halo: .surface)
    }
}
