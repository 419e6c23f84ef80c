extension Scenario {
    /// The scenario as a policy sees it: with the policy's own limits of round trips.
    public func under(_ policy: Policy) -> Scenario {
        guard !policy.maxRoundTrips.isEmpty else { return self }
        var scenario = self
        for index in services.indices {
            guard let limit = policy.maxRoundTrips[services[index].id] else { continue }
            scenario.services[index].maxRoundTrip = limit
        }
        return scenario
    }
}
