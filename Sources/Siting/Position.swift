public import Quantities

/// Candidate sites at one place, which share one limit: two clouds in Dublin draw on one grid.
public struct Position: Sendable, Equatable {
    /// The id of its first site.
    public let id: String
    /// Indices of its sites, rising.
    public let sites: [Int]
    /// The largest limit of its sites.
    public let limit: Power

    /// Groups sites whose coordinates agree to 1e-4 degrees (11 m), in order of first appearance.
    public static func grouping(_ sites: [Site]) -> [Position] {
        var order: [Key] = []
        var members: [Key: [Int]] = [:]
        for (index, site) in sites.enumerated() {
            let key = Key(
                latitude: (site.coordinate.latitude * 1e4).rounded(),
                longitude: (site.coordinate.longitude * 1e4).rounded())
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(index)
        }
        return order.map { key in
            let indices = members[key] ?? []
            let limit = indices.map { sites[$0].limit }.max() ?? .zero
            return Position(id: sites[indices[0]].id, sites: indices, limit: limit)
        }
    }

    private struct Key: Hashable {
        let latitude: Double
        let longitude: Double
    }
}
