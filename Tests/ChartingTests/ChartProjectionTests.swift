import Foundation
import Testing

@testable import Charting

@Suite("Equal Earth and great circles")
struct ChartProjectionTests {
    private func project(_ latitude: Double, _ longitude: Double) -> (x: Double, y: Double) {
        EqualEarth.project(GeoPoint(latitude: latitude, longitude: longitude))
    }

    @Test("Published values are met")
    func published() {
        // PROJ's documentation of eqearth: 122° east, 47° north on a sphere of radius 1.
        let example = project(47, 122)
        #expect(abs(example.x - 1.55) < 0.005)
        #expect(abs(example.y - 0.89) < 0.005)
        // A test of mapshaper-proj, a port of PROJ: 2° east, 1° north, radius 6,400,000.
        let near = project(1, 2)
        #expect(abs(near.x * 6_400_000 - 192457.4623920805) < 1e-6)
        #expect(abs(near.y * 6_400_000 - 129648.29470155617) < 1e-6)
        // The limit of y in PROJ's source.
        #expect(abs(project(90, 0).y - 1.3173627591574) < 1e-12)
    }

    @Test("The map is 2.05458 times as wide as high, its poles 0.59 of the equator")
    func shape() {
        #expect(abs(project(0, 180).x / project(90, 0).y - 2.05458) < 5e-6)
        #expect(abs(project(90, 180).x / project(0, 180).x - 0.59247) < 5e-6)
    }

    @Test("It mirrors at the equator and at the middle meridian")
    func symmetric() {
        for latitude in stride(from: -90.0, through: 90, by: 7.5) {
            for longitude in stride(from: -180.0, through: 180, by: 15) {
                let point = project(latitude, longitude)
                let south = project(-latitude, longitude)
                let west = project(latitude, -longitude)
                #expect(south.x == point.x && south.y == -point.y)
                #expect(west.x == -point.x && west.y == point.y)
            }
        }
    }

    @Test("Areas are kept: a cell of the map has the area of its cell on the sphere")
    func equalArea() {
        let size = 0.01 * Double.pi / 180
        for latitude in [0.0, 20, 45, 70, 85] {
            let north = project(latitude + 0.005, 0).y
            let south = project(latitude - 0.005, 0).y
            let area = project(latitude, 0.01).x * (north - south)
            let onSphere = size * size * cos(latitude * .pi / 180)
            #expect(abs(area / onSphere - 1) < 1e-5)
        }
    }

    @Test("A great circle keeps its ends, its length and its step")
    func circle() throws {
        let (london, tokyo) = (
            GeoPoint(latitude: 51.5, longitude: -0.1), GeoPoint(latitude: 35.7, longitude: 139.7)
        )
        let parts = GreatCircle.parts(from: london, to: tokyo)
        let points = try #require(parts.first)
        #expect(parts.count == 1)
        #expect(points.first == london && points.last == tokyo)
        let steps = zip(points, points.dropFirst()).map { UnitVector($0).angle(to: UnitVector($1)) }
        let whole = UnitVector(london).angle(to: UnitVector(tokyo))
        #expect(abs(steps.reduce(0, +) - whole) < 1e-9)
        #expect(steps.allSatisfy { $0 <= 3 * .pi / 180 + 1e-9 })
        #expect(points.contains { $0.latitude > 65 })
    }

    @Test("A way over the 180th meridian ends on one side and goes on from the other")
    func antimeridian() throws {
        let parts = GreatCircle.parts(
            from: GeoPoint(latitude: 35, longitude: 140),
            to: GeoPoint(latitude: 37, longitude: -122))
        try #require(parts.count == 2)
        #expect(parts[0].last?.longitude == 180)
        #expect(parts[1].first?.longitude == -180)
        #expect(parts[0].last?.latitude == parts[1].first?.latitude)
        for part in parts {
            let jumps = zip(part, part.dropFirst()).map { abs($0.longitude - $1.longitude) }
            #expect(jumps.allSatisfy { $0 < 10 })
        }
    }

    @Test("Equal and opposite ends make a line without trouble")
    func degenerate() {
        let here = GeoPoint(latitude: 10, longitude: 20)
        #expect(GreatCircle.parts(from: here, to: here) == [[here, here]])
        let there = GeoPoint(latitude: -10, longitude: -160)
        let points = GreatCircle.parts(from: here, to: there).flatMap { $0 }
        #expect(points.first == here && points.last == there)
        #expect(points.contains { $0.latitude > 89 })
        let poles = GreatCircle.parts(
            from: GeoPoint(latitude: 90, longitude: 0), to: GeoPoint(latitude: -90, longitude: 0))
        #expect(poles.flatMap { $0 }.count >= 2)
    }

    @Test("Positions are taken around the earth and to the poles")
    func positions() {
        #expect(GeoPoint(latitude: 95, longitude: 190) == GeoPoint(latitude: 90, longitude: -170))
        #expect(
            GeoPoint(latitude: .nan, longitude: .infinity) == GeoPoint(latitude: 0, longitude: 0))
        #expect(GeoPoint(latitude: 0, longitude: 180).longitude == 180)
    }
}
