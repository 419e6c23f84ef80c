/// The lines of flows: one path for each site and thickness, as a world has thousands of flows.
struct MapFlows {
    private let map: WorldMap
    private let frame: MapFrame
    private let bySite: [Int: [MapFlow]]
    private let largest: Double

    /// In pixels; a flow's class is by the root of its share of the largest flow.
    private static let thicknesses: [Double] = [0.6, 1.2, 2.4]
    /// How far a line may lie from the great circle, in pixels.
    private static let tolerance: Double = 0.3

    init(map: WorldMap, frame: MapFrame) {
        self.map = map
        self.frame = frame
        bySite = Dictionary(grouping: map.flows, by: \.site)
        largest = map.flows.map(\.megawatts).max() ?? 0
    }

    /// How many markets a site serves.
    func marketCount(of site: Int) -> Int { Set((bySite[site] ?? []).map(\.market)).count }

    /// The lines from a site, cut off at the edges of the map, since ways between southern cities
    /// lead around Antarctica; nil without any.
    func lines(from site: Int) -> SVGElement? {
        guard let flows = bySite[site] else { return nil }
        let classes = Dictionary(grouping: flows, by: thickness)
        let paths = classes.keys.sorted().map { index in
            path(classes[index] ?? []).stroked(.series2, width: Self.thicknesses[index])
        }
        return SVGElement(
            "svg",
            [
                "class": "chart-flows", "width": .number(frame.width),
                "height": .number(frame.height),
            ], paths)
    }

    private func thickness(_ flow: MapFlow) -> Int {
        let count = Self.thicknesses.count
        let root: Double = (flow.megawatts / largest).squareRoot()
        return min(Int(root * Double(count)), count - 1)
    }

    private func path(_ flows: [MapFlow]) -> CompactPath {
        var path = CompactPath()
        for flow in flows {
            let (site, market) = (map.sites[flow.site], map.markets[flow.market])
            for part in GreatCircle.parts(from: site.position, to: market.position) {
                path.addLine(
                    through: part.map(frame.place).simplified(tolerance: Self.tolerance))
            }
        }
        return path
    }
}
