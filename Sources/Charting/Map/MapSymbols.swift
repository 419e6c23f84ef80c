import Foundation
import Typesetting

/// Circles whose area is a site's power.
struct MapSymbols {
    /// The power of the largest circle, in MW.
    let largest: Double
    /// In pixels.
    let largestRadius: Double

    /// Below this a circle can't be seen or pointed at, in pixels.
    private static let smallestRadius: Double = 2.5

    init(largest: Double, width: Double) {
        self.largest = largest
        largestRadius = min(max(0.021 * width, 9), 24)
    }

    /// The radius for a power in MW, in pixels.
    func radius(_ megawatts: Double) -> Double {
        guard largest > 0 else { return Self.smallestRadius }
        return max(Self.smallestRadius, largestRadius * (megawatts / largest).squareRoot())
    }

    /// Two slices: training clockwise from the top, then inference.
    func pie(_ site: MapSite, at centre: PlanePoint) -> [SVGElement] {
        let radius = radius(site.total)
        let share = site.total > 0 ? site.trainingMegawatts / site.total : 0
        // A slice thinner than a hair is left to the table.
        let isCut = share > 0.002 && share < 0.998
        // The ring in the colour of the background tells neighbours apart.
        let back = SVGElement.circle(
            centre, radius: radius, fill: isCut || share < 0.5 ? .series2 : .series1
        ).with("stroke", .paint(.surface)).with("stroke-width", 1)
        guard isCut else { return [back] }
        let angle: Double = 2 * .pi * share
        var slice = SVGPath()
        slice.move(to: centre)
        slice.line(to: PlanePoint(centre.x, centre.y - radius))
        slice.arc(
            to: PlanePoint(centre.x + radius * sin(angle), centre.y - radius * cos(angle)),
            radius: radius, isLarge: share > 0.5)
        slice.close()
        return [
            back,
            slice.filled(.series1).with("stroke", .paint(.surface))
                .with("stroke-width", 0.75),
        ]
    }

    /// Circles of round powers with their values, beside each other.
    func scale(width: Double) -> (elements: [SVGElement], height: Double) {
        guard largest > 0 else { return ([], 0) }
        let middle = max(largestRadius, TextStyle.small.lineHeight / 2) + 1
        let title = "Mean IT power"
        var x = TextMeasure.width(title, .small) + 12
        var elements = [SVGElement.text(title, middle: PlanePoint(0, middle), .small)]
        for power in roundPowers {
            let radius = radius(power)
            let label = NumberText.text(power, in: .megawatts)
            let size = 2 * radius + 6 + TextMeasure.width(label, .small)
            guard x + size <= width else { break }
            let circle = SVGElement.circle(
                PlanePoint(x + radius + 1, middle), radius: radius, fill: .surface)
            elements.append(circle.with("stroke", .paint(.axis)).with("stroke-width", 1.25))
            elements.append(
                .text(
                    label, middle: PlanePoint(x + 2 * radius + 7, middle), .small, fill: .muted))
            x += size + 18
        }
        return (elements, 2 * middle)
    }

    /// Up to three powers of 1, 2 or 5 times a power of ten: the largest drawn, then about a fifth
    /// of it and a twenty-fifth.
    var roundPowers: [Double] {
        guard largest > 0 else { return [] }
        return [1, 0.2, 0.04].map { Self.floored(largest * $0) }
    }

    private static func floored(_ value: Double) -> Double {
        let power = pow(10, log10(value).rounded(.down))
        let mantissa = value / power
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power
    }
}
