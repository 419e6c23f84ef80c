/// A value of a JSON text and where it begins.
struct JSONNode {
    indirect enum Content {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSONNode])
        /// Each key once, in the order of the text.
        case object([(key: String, value: JSONNode)])
    }

    let content: Content
    /// The place of its first byte in the text.
    let offset: Int

    /// What it is, in a message.
    var kind: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
