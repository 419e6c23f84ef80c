extension LinearModel {
    /// Refuses a block whose members could not be told apart by name.
    static func checkNames(
        _ name: String, _ dimensions: [Dimension], among blocks: [Block]
    ) throws(ModelError) {
        guard isName(name) else { throw .badName(name) }
        guard !blocks.contains(where: { $0.name == name }) else { throw .duplicateBlock(name) }
        for dimension in dimensions {
            var seen = Set<String>(minimumCapacity: dimension.count)
            for label in dimension.labels {
                guard isName(label) else { throw .badName(label) }
                guard seen.insert(label).inserted else {
                    throw .duplicateLabel(dimension: dimension.name, label: label)
                }
            }
        }
    }

    /// Letters, digits, `_`, `-` and `.`: what every LP and MPS reader takes inside a name.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
