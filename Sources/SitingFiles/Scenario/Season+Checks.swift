import Siting

extension Season {
    static let capacityFactorHelp =
        "it is that of the whole year: a plant gives its MW in its season at most"

    /// What is wrong with a capacity factor that the season leaves no room for.
    func problem(ofCapacityFactor factor: Double) -> String? {
        // Written with three decimals, a full season's share must pass; a whole number of thousandths
        // must not be raised by its last binary digit.
        let most = (share * 1000 - 1e-9).rounded(.up) / 1000
        guard factor > most + 1e-9 else { return nil }
        return "capacity_factor \(plain(factor)) is above \(plain(most)), the share of the year"
            + " from \(self) (\(dayCount) of 365 days)"
    }
}
