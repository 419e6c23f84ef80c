import Siting

/// What the solves of a search come to.
struct FrontierTally {
    private(set) var solveCount = 0
    /// The worst residuals of all.
    private(set) var proof: Proof?

    /// Takes note of a solve.
    mutating func count(_ proof: Proof) {
        solveCount += 1
        include(proof)
    }

    /// Takes note of a proof whose solve does not count.
    mutating func include(_ other: Proof) { proof = proof?.worst(with: other) ?? other }
}

extension Proof {
    /// The larger of each residual, of programs of one size.
    fileprivate func worst(with other: Proof) -> Proof {
        Proof(
            primalResidual: max(primalResidual, other.primalResidual),
            dualResidual: max(dualResidual, other.dualResidual),
            complementarity: max(complementarity, other.complementarity),
            gap: max(gap, other.gap), tolerance: tolerance, columnCount: columnCount,
            rowCount: rowCount, nonzeroCount: nonzeroCount)
    }
}
