/// The names of a model's columns or rows as LP and MPS files write them.
///
/// They are the model's own, `serve(chat,paris,yaan)`, except that `-` becomes `_` (an LP reader
/// takes it for a minus sign), that a block's name which a reader could take for a number or a
/// keyword gets a `_` in front, and that a block whose names could pass 248 bytes shows indices in
/// place of labels. A name that such a change makes equal to another ends in `_2`, `_3` and so on.
struct ExportNames {
    /// One block's share of the names.
    private struct Family {
        let range: Range<Int>
        /// The block's name.
        let name: [UInt8]
        /// The labels of each dimension.
        let labels: [[[UInt8]]]
        /// Index tuples, flat.
        let indices: [Int32]
    }

    private let families: [Family]
    /// GLPK refuses names over 255 bytes, and a row with two sides adds `(lower)` or `(upper)`.
    private static let longest = 248

    /// - Parameter reserved: The name that the file needs for itself.
    init(_ blocks: [Block], reserved: String) {
        let members = blocks.filter { $0.count > 0 }
        let names = Self.distinct(members.map(\.name), reserved: reserved) { name, mapped in
            Self.needsPrefix(name) ? "_" + mapped : mapped
        }
        families = zip(members, names).map { block, name in
            var labels = block.dimensions.map { dimension in
                Self.distinct(dimension.labels) { $1 }.map { Array($0.utf8) }
            }
            let length = labels.reduce(name.utf8.count + 1) { length, labels in
                length + 1 + (labels.lazy.map(\.count).max() ?? 0)
            }
            if length > Self.longest {
                labels = block.dimensions.map { dimension in
                    dimension.labels.indices.map { Array($0.description.utf8) }
                }
            }
            return Family(
                range: block.range, name: Array(name.utf8), labels: labels, indices: block.indices)
        }
    }

    /// Writes the name of a column or row; a handful of copies.
    func write(_ index: Int, to text: inout LineText) {
        var low = 0
        var high = families.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if families[middle].range.lowerBound <= index {
                low = middle
            } else {
                high = middle - 1
            }
        }
        let family = families[low]
        text.append(family.name)
        let arity = family.labels.count
        guard arity > 0 else { return }
        let start = (index - family.range.lowerBound) * arity
        for position in 0..<arity {
            text.append(position == 0 ? "(" : ",")
            text.append(family.labels[position][Int(family.indices[start + position])])
        }
        text.append(")")
    }

    /// Maps texts so that they stay distinct; those that need no change keep their names.
    private static func distinct(
        _ texts: [String], reserved: String? = nil,
        adapt: (_ text: String, _ mapped: String) -> String
    ) -> [String] {
        let mapped = texts.map { text in
            adapt(text, text.utf8.contains(UInt8(ascii: "-")) ? underscored(text) : text)
        }
        var taken = Set(zip(texts, mapped).lazy.filter { $0 == $1 && $0 != reserved }.map(\.0))
        if let reserved { taken.insert(reserved) }
        return zip(texts, mapped).map { text, mapped in
            if text == mapped, text != reserved { return text }
            var candidate = mapped
            var number = 2
            while !taken.insert(candidate).inserted {
                candidate = "\(mapped)_\(number)"
                number += 1
            }
            return candidate
        }
    }

    private static func underscored(_ text: String) -> String {
        String(text.map { $0 == "-" ? "_" : $0 })
    }

    /// Whether an LP reader could take a name for a number or a keyword, whatever follows it.
    private static func needsPrefix(_ name: String) -> Bool {
        let lowered = name.lowercased()
        let bytes = Array(lowered.utf8.prefix(2))
        func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        if isDigit(bytes[0]) || bytes[0] == UInt8(ascii: ".") { return true }
        if bytes[0] == UInt8(ascii: "e"), bytes.count == 1 || isDigit(bytes[1]) { return true }
        return keywords.contains(lowered)
    }

    /// What GLPK's and HiGHS's readers take for a section, a sense or an infinite bound.
    private static let keywords: Set<String> = [
        "bin", "binaries", "binary", "bound", "bounds", "end", "free", "gen", "general",
        "generals", "inf", "infinity", "int", "integer", "integers", "max", "maximize", "maximum",
        "min", "minimize", "minimum", "nan", "s.t.", "semi", "semis", "sos", "st", "subject",
        "such",
    ]
}
