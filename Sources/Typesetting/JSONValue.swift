/// A JSON document as a value; objects keep the order of their keys.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Written as null where it is not finite.
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Each key once.
    case object([(String, JSONValue)])
}

extension JSONValue {
    /// A number, or null for a missing one.
    public init(_ value: Double?) { self = value.map(JSONValue.number) ?? .null }

    /// A whole number, or null for a missing one.
    public init(_ value: Int?) { self = value.map(JSONValue.integer) ?? .null }

    /// A string, or null for a missing one.
    public init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }

    var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}

extension JSONValue: Equatable {
    /// Equal where both have the same shape, keys in the same order included.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left.elementsEqual(right, by: ==)
        default: false
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}
