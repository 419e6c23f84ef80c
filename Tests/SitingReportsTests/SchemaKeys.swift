/// Names of keys, in documents and in schemas.
enum SchemaKeys {
    /// - Parameter foreign: Keys whose values are described elsewhere, or are the planner's own.
    static func emitted(by value: Any, without foreign: Set<String>) -> Set<String> {
        if let list = value as? [Any] {
            return list.reduce(into: []) { $0.formUnion(emitted(by: $1, without: foreign)) }
        }
        guard let object = value as? [String: Any] else { return [] }
        return object.reduce(into: []) { found, member in
            found.insert(member.key)
            guard !foreign.contains(member.key) else { return }
            found.formUnion(emitted(by: member.value, without: foreign))
        }
    }

    static func described(by schema: Any) -> Set<String> {
        if let list = schema as? [Any] {
            return list.reduce(into: []) { $0.formUnion(described(by: $1)) }
        }
        guard let node = schema as? [String: Any] else { return [] }
        let own = (node["properties"] as? [String: Any]).map { Set($0.keys) } ?? []
        return node.reduce(into: own) { found, member in
            if let children = member.value as? [String: Any], member.key == "properties" {
                for child in children.values { found.formUnion(described(by: child)) }
            } else {
                found.formUnion(described(by: member.value))
            }
        }
    }
}
