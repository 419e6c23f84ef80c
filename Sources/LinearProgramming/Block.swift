public import Quantities

/// A declared family of columns or rows, such as `serve[service, market, site]`.
///
/// Members need not exist for every combination of indices: each is one index tuple, and tuples
/// rise in lexicographic order, so that a duplicate is seen at once and a member is found by
/// bisection.
public struct Block: Sendable, Equatable {
    /// The family's name: letters, digits and `_`.
    public let name: String
    /// The unit's symbol, for people.
    public let unit: String
    public let dimensions: [Dimension]
    /// The model-wide index of the block's first member; settled when that member is added.
    public internal(set) var first: Int
    /// Members so far.
    public internal(set) var count = 0
    /// Index tuples, flat: `count` times `dimensions.count`.
    @usableFromInline var indices: [Int32] = []

    /// The model-wide indices of the members.
    public var range: Range<Int> { first..<(first + count) }

    /// The index tuple of a member, counted from the block's start.
    public func tuple(_ member: Int) -> ArraySlice<Int32> {
        let arity = dimensions.count
        return indices[(member * arity)..<((member + 1) * arity)]
    }

    /// The member with these indices, counted from the block's start; O(log members).
    public func member(_ tuple: Int...) -> Int? {
        guard tuple.count == dimensions.count else { return nil }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if order(of: middle, to: tuple) < 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && order(of: low, to: tuple) == 0 ? low : nil
    }

    /// `name(label,label)`, made when asked for; a block without dimensions is its name alone.
    public func memberName(_ member: Int) -> String {
        if dimensions.isEmpty { return name }
        var text = name + "("
        for (dimension, index) in zip(dimensions, tuple(member)) {
            if !text.hasSuffix("(") { text += "," }
            text += dimension.labels[Int(index)]
        }
        return text + ")"
    }

    /// Appends a tuple, or says why it can't and stays as it is.
    ///
    /// - Parameter index: The model-wide index of the new member.
    mutating func append(_ tuple: [Int], at index: Int) throws(ModelError) {
        guard count == 0 || first + count == index else { throw .blockClosed(name) }
        guard tuple.count == dimensions.count else {
            throw .wrongIndexCount(block: name, given: tuple.count, declared: dimensions.count)
        }
        for position in tuple.indices
        where tuple[position] < 0 || tuple[position] >= dimensions[position].count {
            throw .indexOutOfRange(
                block: name, dimension: dimensions[position].name, index: tuple[position])
        }
        if count > 0 {
            let order = order(of: count - 1, to: tuple)
            guard order != 0 else { throw .duplicateMember(memberName(count - 1)) }
            guard order < 0 else {
                throw .membersOutOfOrder(block: name, after: memberName(count - 1))
            }
        } else {
            first = index
        }
        for index in tuple { indices.append(Int32(truncatingIfNeeded: index)) }
        count += 1
    }

    /// Takes the last member back.
    mutating func removeLast() {
        indices.removeLast(dimensions.count)
        count -= 1
    }

    /// Below, at or above zero as the member's tuple precedes, equals or follows the given one.
    private func order(of member: Int, to tuple: [Int]) -> Int {
        let start = member * tuple.count
        for position in tuple.indices {
            let index = Int(indices[start + position])
            if index != tuple[position] { return index < tuple[position] ? -1 : 1 }
        }
        return 0
    }
}

/// A handle on a declared family of columns whose values have the unit `Unit`.
public struct ColumnBlock<Unit: UnitOfMeasure>: Sendable, Hashable {
    /// The block's position in `LinearModel.columnBlocks`.
    public let block: Int
}

/// A handle on a declared family of rows whose two sides have the unit `Unit`.
public struct RowBlock<Unit: UnitOfMeasure>: Sendable, Hashable {
    /// The block's position in `LinearModel.rowBlocks`.
    public let block: Int
}
