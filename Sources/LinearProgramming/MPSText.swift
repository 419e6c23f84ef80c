extension LinearModel {
    /// The whole model in free MPS format, as GLPK and HiGHS read it.
    ///
    /// For models of any size use `writeMPSText(to:)`.
    public func mpsText() -> String {
        var bytes: [UInt8] = []
        writeMPSText { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the whole model in free MPS format, as GLPK and HiGHS read it, chunk by chunk.
    ///
    /// The model is minimised and unscaled; columns and rows have the names that they have in LP
    /// files. An objective constant is the cost of a column `constant` fixed at 1. A row without
    /// sides is left out. Fractional bounds of integer columns are rounded inwards.
    ///
    /// - Parameter sink: Takes UTF-8 in chunks of about 64 kB; what it throws ends the writing.
    public func writeMPSText<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var writer = MPSWriter(model: self)
        try writer.writeRows(to: sink)
        try writer.writeColumns(to: sink)
        try writer.writeSides(to: sink)
        try writer.writeBounds(to: sink)
        try writer.finish(to: sink)
    }
}
