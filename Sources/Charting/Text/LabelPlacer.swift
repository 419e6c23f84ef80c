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
struct PlacedLabel: Sendable {
    /// Which of the requests.
    let index: Int
    /// What it covers.
    let box: Box
    /// Where its first letter stands.
    let baseline: PlanePoint
    /// From the point to the label, where that stands too far off to be seen as its own; nil for
    /// one beside it.
    let leader: (start: PlanePoint, end: PlanePoint)?
}

/// Places labels beside their points such that none covers another, an obstacle or the border.
///
/// Greedy: the most important first, each at the first of eight positions around its point that is
/// free, or further off with a line that leads to it; what finds none is left out.
///
/// - Complexity: O(n · (n + m)) boxes compared, for n labels and m obstacles.
struct LabelPlacer: Sendable {
    /// Labels stay inside.
    var bounds: Box
    /// What labels must not cover.
    var obstacles: [Box] = []

    /// How much further from their points labels may stand, nearest first, in pixels.
    var detours: [Double] = [0]

    /// The labels that found a place, in the order in which they were placed.
    func place(_ requests: [LabelRequest]) -> [PlacedLabel] {
        let order = requests.indices.sorted { left, right in
            let (a, b) = (requests[left].priority, requests[right].priority)
            return a == b ? left < right : a > b
        }
        var placed: [PlacedLabel] = []
        for index in order where !requests[index].text.isEmpty {
            let request = requests[index]
            for detour in detours {
                let free = candidates(request, detour).first { box in
                    bounds.contains(box) && !obstacles.contains { $0.intersects(box) }
                        && !placed.contains { $0.box.intersects(box) }
                }
                guard let free else { continue }
                placed.append(Self.label(index, request, in: free, isNear: detour == 0))
                break
            }
        }
        return placed
    }

    private static func label(
        _ index: Int, _ request: LabelRequest, in box: Box, isNear: Bool
    ) -> PlacedLabel {
        let middle = box.minY + box.height / 2
        let baseline = PlanePoint(box.minX, middle + request.style.baselineDrop)
        let end = box.nearest(to: request.anchor)
        let length = end.distance(to: request.anchor)
        guard !isNear, length > request.clearance else {
            return PlacedLabel(index: index, box: box, baseline: baseline, leader: nil)
        }
        let share: Double = request.clearance / length
        let start = PlanePoint(
            request.anchor.x + share * (end.x - request.anchor.x),
            request.anchor.y + share * (end.y - request.anchor.y))
        return PlacedLabel(index: index, box: box, baseline: baseline, leader: (start, end))
    }

    /// Right, left, above, below, then the corners.
    private func candidates(_ request: LabelRequest, _ detour: Double) -> [Box] {
        let width = TextMeasure.width(request.text, request.style)
        let height = request.style.lineHeight
        let gap = request.clearance + 3 + detour
        let near = (request.clearance + detour) * 0.7 + 2
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
        placed.flatMap { label in
            let request = requests[label.index]
            let leader = label.leader.map {
                SVGElement.line(from: $0.start, to: $0.end, stroke: .axis)
            }
            let text = SVGElement.text(
                request.text, baseline: label.baseline, request.style, halo: halo)
            return [leader, text].compactMap { $0 }
        }
    }
}
