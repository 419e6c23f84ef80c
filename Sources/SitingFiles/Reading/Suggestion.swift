/// The candidate that was probably meant, if one is near enough.
///
/// Near means an edit distance (insert, delete, replace, swap neighbours; case ignored) of at
/// most about a third of the word's length. Of equally near candidates the first in alphabetical
/// order is taken.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    // What is longer than any name is a pasted text, not a slip of the finger.
    guard letters.count <= 80 else { return nil }
    let limit = (letters.count + 1) / 3
    var best: (distance: Int, name: String)?
    for candidate in candidates {
        let others = Array(candidate.lowercased().unicodeScalars)
        guard abs(others.count - letters.count) <= limit else { continue }
        let found = (distance: editDistance(letters, others), name: candidate)
        guard found.distance <= limit else { continue }
        if let current = best, current <= found { continue }
        best = found
    }
    return best?.name
}

/// The optimal string alignment distance (Damerau-Levenshtein without repeated edits).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var current = [i]
        for j in 1...b.count {
            let replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            var least = min(replace, previous[j] + 1, current[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                least = min(least, beforePrevious[j - 2] + 1)
            }
            current.append(least)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
}
