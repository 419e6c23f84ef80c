import Typesetting

/// The geometry of a map: land, sites with their flows, markets, names, the scale of the circles.
///
/// What reacts to the pointer lies below what is seen: a site's group holds its flows, its ring and
/// an area to point at, and all pies and names follow on top, free of the pointer, so that the
/// flows of one site never cover another.
struct MapDrawing {
    private let map: WorldMap
    private let frame: MapFrame
    private let symbols: MapSymbols
    private let flows: MapFlows
    private let readout: MapReadout
    /// Indices of sites with power, the largest first, so that small ones stay visible on top.
    private let order: [Int]

    /// A finger or an unsteady hand wants 24 pixels across (WCAG 2.2, 2.5.8).
    private static let leastTargetRadius: Double = 12
    private static let hint = "Point at a site, tap it or reach it with Tab to see what it serves."
    /// In pixels.
    private static let leastWidthOfAllNames: Double = 600
    private static let leastNamedRadius: Double = 4
    /// Between the map and what is below it, in pixels.
    private static let gap: Double = 6

    init(map: WorldMap, width: Double) {
        let frame = MapFrame(width: width)
        let flows = MapFlows(map: map, frame: frame)
        let order = map.sites.indices.filter { map.sites[$0].total > 0 }.sorted { left, right in
            let (a, b) = (map.sites[left].total, map.sites[right].total)
            return a == b ? left < right : a > b
        }
        self.map = map
        self.frame = frame
        self.flows = flows
        self.order = order
        symbols = MapSymbols(largest: map.sites.map(\.total).max() ?? 0, width: width)
        let texts = order.map { Self.summary(map.sites[$0], markets: flows.marketCount(of: $0)) }
        readout = MapReadout(
            order.isEmpty ? [] : texts + [Self.hint], width: width, top: frame.height + Self.gap)
    }

    var drawing: ChartDrawing {
        let world = [frame.outline.filled(.sea), frame.land(map.land)]
        let hint = order.isEmpty ? [] : [readout.hint(Self.hint)]
        let markets = MapMarkets(map: map, frame: frame, sites: order.map(target)).elements
        let top = frame.height + Self.gap + readout.height + Self.gap
        let scale = symbols.scale(width: frame.width)
        let front = SVGElement("g", ["pointer-events": "none"], pies + labels)
        return ChartDrawing(
            elements: world + hint + order.map(site) + markets + [front]
                + [.group(right: 0, down: top, scale.elements)],
            height: top + scale.height)
    }

    private func target(_ index: Int) -> Box {
        let site = map.sites[index]
        let radius = max(symbols.radius(site.total), Self.leastTargetRadius)
        return .around(frame.place(site.position), radius: radius)
    }

    private var pies: [SVGElement] {
        order.flatMap { symbols.pie(map.sites[$0], at: frame.place(map.sites[$0].position)) }
    }

    private func site(_ index: Int) -> SVGElement {
        let site = map.sites[index]
        let text = Self.summary(site, markets: flows.marketCount(of: index))
        let place = frame.place(site.position)
        let ring = SVGElement(
            "circle",
            [
                "class": "chart-ring", "cx": .number(place.x), "cy": .number(place.y),
                "r": .number(symbols.radius(site.total) + 3), "fill": "none",
                "stroke": .paint(.text), "stroke-width": 2,
            ])
        let area = SVGElement(
            "circle",
            [
                "cx": .number(place.x), "cy": .number(place.y),
                "r": .number(target(index).width / 2), "fill": "transparent",
            ])
        return SVGElement(
            "g",
            ["class": "chart-site", "tabindex": 0, "role": "img", "aria-label": .text(text)],
            [.tooltip(text), flows.lines(from: index), ring, area, readout.text(text)]
                .compactMap { $0 })
    }

    private static func summary(_ site: MapSite, markets: Int) -> String {
        let total = NumberText.text(site.total, in: .megawatts)
        let training = NumberText.text(site.trainingMegawatts, in: .megawatts)
        let inference = NumberText.text(site.inferenceMegawatts, in: .megawatts)
        let served = markets == 1 ? ", serves 1 market" : ", serves \(markets) markets"
        return "\(site.name): \(total), training \(training), inference \(inference)"
            + (markets > 0 ? served : "")
    }

    /// Names of sites, of the largest first; on a small map of those alone that are large on it and
    /// have room beside them.
    private var labels: [SVGElement] {
        // A long name must not keep others out.
        let longest = max(100, 0.18 * frame.width)
        let isSmall = frame.width < Self.leastWidthOfAllNames
        let requests = order.map { index in
            let site = map.sites[index]
            let radius = symbols.radius(site.total)
            let isNamed = !isSmall || radius >= Self.leastNamedRadius
            return LabelRequest(
                text: isNamed ? TextMeasure.truncated(site.label, to: longest, .small) : "",
                anchor: frame.place(site.position), clearance: radius, priority: site.total,
                style: .small)
        }
        let circles = requests.map { Box.around($0.anchor, radius: $0.clearance) }
        let bounds = Box(minX: 0, minY: 0, width: frame.width, height: frame.height)
        let placer = LabelPlacer(
            bounds: bounds, obstacles: circles, detours: isSmall ? [0] : [0, 10, 22])
        return SVGElement.labels(placer.place(requests), of: requests, halo: .surface)
    }
}
