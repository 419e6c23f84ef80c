/// A label that should stand beside a point.
struct LabelRequest: Sendable, Equatable {
    var text: String
    var anchor: PlanePoint
    /// How far the label keeps from the point, in pixels: the radius of what is drawn there.
    var clearance: Double
    /// The larger, the earlier it is placed.
    var priority: Double
    var style = TextStyle.body
}

/// A label that found a place.
struct PlacedLabel: Sendable, Equatable {
    /// Which of the requests.
    let index: Int
    /// What it covers.
    let box: Box
    /// Where its first letter stands.
    let baseline: PlanePoint
}

/// Places labels beside their points such that none covers another, an obstacle or the border.
///
/// Greedy: the most important first, each at the first of eight positions that is free; what finds
/// none is left out.
///
/// - Complexity: O(n · (n + m)) boxes compared, for n labels and m obstacles.
struct LabelPlacer: Sendable {
    /// Labels stay inside.
    var bounds: Box
    /// What labels must not cover.
    var obstacles: [Box] = []

    /// The labels that found a place, in the order in which they were placed.
    func place(_ requests: [LabelRequest]) -> [PlacedLabel] {
        let order = requests.indices.sorted { left, right in
            let (a, b) = (requests[left].priority, requests[right].priority)
            return a == b ? left < right : a > b
        }
        var placed: [PlacedLabel] = []
        for index in order where !requests[index].text.isEmpty {
            let free = candidates(requests[index]).first { box in
                bounds.contains(box) && !obstacles.contains { $0.intersects(box) }
                    && !placed.contains { $0.box.intersects(box) }
            }
            guard let free else { continue }
            let style = requests[index].style
            let middle = free.minY + free.height / 2
            let baseline = PlanePoint(free.minX, middle + style.baselineDrop)
            placed.append(PlacedLabel(index: index, box: free, baseline: baseline))
        }
        return placed
    }

    /// Right, left, above, below, then the corners.
    private func candidates(_ request: LabelRequest) -> [Box] {
        let width = TextMeasure.width(request.text, request.style)
        let height = request.style.lineHeight
        let gap = request.clearance + 3
        let near = request.clearance * 0.7 + 2
        let (x, y) = (request.anchor.x, request.anchor.y)
        let corners = [
            (x + gap, y - height / 2), (x - gap - width, y - height / 2),
            (x - width / 2, y - gap - height), (x - width / 2, y + gap),
            (x + near, y - near - height), (x - near - width, y - near - height),
            (x + near, y + near), (x - near - width, y + near),
        ]
        return corners.map { Box(minX: $0.0, minY: $0.1, width: width, height: height) }
    }
}

extension SVGElement {
    /// The labels that found a place.
    static func labels(
        _ placed: [PlacedLabel], of requests: [LabelRequest], halo: PaletteRole
    ) -> [SVGElement] {
        placed.map { label in
            let request = requests[label.index]
            return .text(request.text, baseline: label.baseline, request.style, halo: halo)
        }
    }
}
