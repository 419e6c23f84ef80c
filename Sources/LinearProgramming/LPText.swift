extension LinearModel {
    /// The whole model in CPLEX LP format, as GLPK and HiGHS read it.
    ///
    /// For models of any size use `writeLPText(to:)`.
    public func lpText() -> String {
        var bytes: [UInt8] = []
        writeLPText { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the whole model in CPLEX LP format, as GLPK and HiGHS read it, chunk by chunk.
    ///
    /// The model is minimised and unscaled. An objective constant is the cost of a column
    /// `constant` fixed at 1. A row with two different sides is written twice, as `name(lower)` and
    /// `name(upper)`, for GLPK reads no row between two numbers. A row without sides is left out.
    /// Fractional bounds of integer columns are rounded inwards, for GLPK refuses them.
    ///
    /// - Parameter sink: Takes UTF-8 in chunks of about 64 kB; what it throws ends the writing.
    public func writeLPText<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var writer = LPWriter(model: self)
        try writer.writeObjective(to: sink)
        try writer.writeRows(to: sink)
        try writer.writeBounds(to: sink)
        try writer.writeIntegers(to: sink)
        try writer.finish(to: sink)
    }
}
