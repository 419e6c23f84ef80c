extension Character {
    /// The terminal columns the character takes: 2 for East Asian wide forms and emoji.
    ///
    /// Source: Unicode Standard Annex 11, classes W and F, as blocks.
    var displayWidth: Int {
        guard let scalar = unicodeScalars.first, scalar.value >= 0x300 else { return 1 }
        if Self.wideBlocks.contains(where: { $0.contains(scalar.value) }) { return 2 }
        let properties = scalar.properties
        if properties.isEmojiPresentation { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// Whether a terminal would act on the character instead of showing it.
    var isTerminalControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private static let wideBlocks: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul Jamo
        0x2E80...0x303E, 0x3041...0x33FF,  // radicals, kana and CJK symbols
        0x3400...0x4DBF, 0x4E00...0x9FFF,  // CJK ideographs
        0xA000...0xA4CF, 0xA960...0xA97F,  // Yi, Hangul Jamo extended
        0xAC00...0xD7A3, 0xF900...0xFAFF,  // Hangul syllables, CJK compatibility
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
        0x1F300...0x1F64F, 0x1F900...0x1F9FF,  // pictographs
        0x20000...0x3FFFD,  // further CJK ideographs
    ]
}
