public import Quantities

/// An inference service: requests from every market, each with an energy and a limit on its time.
public struct Service: Sendable, Equatable {
    public let id: String
    /// IT energy of one request, Wh.
    public let itWattHoursPerRequest: Double
    /// Requests a day from each market, by market index; zero where it is not offered.
    public var requestsPerDay: [Double]
    /// The ratio of the yearly peak to the mean, at least 1.
    public let peakToMean: Double
    /// The longest round trip allowed.
    public var maxRoundTrip: Latency?
    /// The longest `trips * round trip + service time` allowed.
    public var maxLatency: Latency?
    /// Round trips that one request needs.
    public let trips: Double
    /// Time of the computation itself.
    public let serviceTime: Latency
    /// Data sent to the user by one request, kB (10^3 bytes).
    public let egressKilobytesPerRequest: Double
    /// The home jurisdiction of whoever runs it, ISO 3166-1 alpha-2.
    public let operatorCountry: String?
    public let location: SourceLocation?

    public init(
        id: String, itWattHoursPerRequest: Double, requestsPerDay: [Double],
        peakToMean: Double = 1, maxRoundTrip: Latency? = nil, maxLatency: Latency? = nil,
        trips: Double = 1, serviceTime: Latency = 0, egressKilobytesPerRequest: Double = 0,
        operatorCountry: String? = nil, location: SourceLocation? = nil
    ) {
        self.id = id
        self.itWattHoursPerRequest = itWattHoursPerRequest
        self.requestsPerDay = requestsPerDay
        self.peakToMean = peakToMean
        self.maxRoundTrip = maxRoundTrip
        self.maxLatency = maxLatency
        self.trips = trips
        self.serviceTime = serviceTime
        self.egressKilobytesPerRequest = egressKilobytesPerRequest
        self.operatorCountry = operatorCountry
        self.location = location
    }

    /// Mean IT power that a market's requests need.
    public func load(market: Int) -> Power {
        Power(requestsPerDay[market] * itWattHoursPerRequest / 24 / 1e6)
    }

    /// `trips * round trip + service time`.
    public func latency(roundTrip: Latency) -> Latency { trips * roundTrip + serviceTime }

    /// Whether a round trip keeps every limit of the service.
    public func allows(roundTrip: Latency) -> Bool {
        // Three trips of 1.1 ms keep a limit of 3.3 ms, whatever binary arithmetic says.
        func isBeyond(_ time: Latency, _ limit: Latency?) -> Bool {
            limit.map { time.value > $0.value * (1 + 1e-12) } ?? false
        }
        return !isBeyond(roundTrip, maxRoundTrip)
            && !isBeyond(latency(roundTrip: roundTrip), maxLatency)
    }
}

/// A training job: an amount of IT energy to spend in a window of time.
public struct Job: Sendable, Equatable {
    public let id: String
    /// IT energy of the accelerators, overhead apart.
    public let energy: Energy
    /// Power beyond the accelerators' own while it runs, as a ratio to theirs.
    public let overhead: Double
    /// The most power its accelerators may draw at once, over all sites.
    public let peak: Power
    public let start: CalendarDate
    /// The last day of the window.
    public let end: CalendarDate
    /// Embodied carbon of the accelerators' hours, where it is counted by the hours used and not by the
    /// capacity that stands.
    public let embodied: CarbonIntensity
    public let operatorCountry: String?
    public let location: SourceLocation?

    /// - Parameter embodied: Per IT energy of the accelerators.
    public init(
        id: String, energy: Energy, overhead: Double, peak: Power, start: CalendarDate,
        end: CalendarDate, embodied: CarbonIntensity = 0, operatorCountry: String? = nil,
        location: SourceLocation? = nil
    ) {
        self.id = id
        self.energy = energy
        self.overhead = overhead
        self.peak = peak
        self.start = start
        self.end = end
        self.embodied = embodied
        self.operatorCountry = operatorCountry
        self.location = location
    }

    /// The length of the window, both days included.
    public var window: Duration { Duration(Double(end.dayNumber - start.dayNumber + 1) * 24) }

    /// The power of the accelerators averaged over the planning year.
    public var meanOverYear: Power { Power(energy.value / Period.hours.value) }

    /// The mean power of the accelerators over the window: the least peak that can do the work.
    public var meanPower: Power { Power(energy.value / window.value) }
}
