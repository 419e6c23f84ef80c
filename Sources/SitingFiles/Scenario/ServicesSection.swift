import Quantities
import Siting

/// Reads `services`: inference services by id.
struct ServicesSection {
    static let keys = [
        "it_wh_per_request", "accelerators", "requests_per_user_per_day", "requests", "markets",
        "peak_to_mean", "max_rtt_ms", "max_latency_ms", "trips", "service_ms",
        "egress_kb_per_request", "operator",
    ]

    let context: ScenarioContext
    let markets: MarketsResult

    func read(_ mapping: YAMLMapping) -> [Service] {
        mapping.idEntries("service", context.diagnostics).compactMap(service)
    }

    private func service(_ entry: YAMLMapping.Entry) -> Service? {
        guard let mapping = entry.value.mapping() else { return nil }
        mapping.checkKeys(allowed: Self.keys)
        let requests = requests(mapping, of: entry)
        let energy = ServiceMachines(context: context)
            .energy(mapping, requestsPerDay: requests.reduce(0, +))
        let peak = mapping.number("peak_to_mean", in: .between(1, 1000)) ?? 1
        let roundTrip = mapping.positive("max_rtt_ms", upTo: 1e6).map { Latency($0) }
        let latency = mapping.positive("max_latency_ms", upTo: 1e9).map { Latency($0) }
        let trips = mapping.number("trips", in: .between(0, 1000)) ?? 1
        let time = mapping.number("service_ms", in: .between(0, 1e9)) ?? 0
        let egress = mapping.number("egress_kb_per_request", in: .between(0, 1e12)) ?? 0
        let home = mapping.value("operator")
            .flatMap(CountryReader(catalogue: context.catalogue).code)
        return Service(
            id: entry.key, itWattHoursPerRequest: energy ?? 1, requestsPerDay: requests,
            peakToMean: peak,
            maxRoundTrip: roundTrip, maxLatency: latency, trips: trips,
            serviceTime: Latency(time), egressKilobytesPerRequest: egress,
            operatorCountry: context.profile?.homeCountry ?? home, location: entry.location)
    }

    /// Requests a day by market; the service must have some.
    private func requests(_ mapping: YAMLMapping, of entry: YAMLMapping.Entry) -> [Double] {
        let reader = SelectionReader.markets(markets.ids, context.catalogue)
        let offered = mapping.value("markets").map { reader.read($0) } ?? .everything
        let rate = mapping.positive("requests_per_user_per_day", upTo: 1e6) ?? 0
        var requests = markets.markets.map { rate * $0.users }
        if let table = mapping.value("requests") {
            if mapping.has("requests_per_user_per_day") {
                table.report(
                    "a service has either requests or requests_per_user_per_day, not both")
            }
            requests = stated(by: table)
        } else if !mapping.has("requests_per_user_per_day") {
            let message = "missing key 'requests_per_user_per_day' in \(mapping.path)"
            mapping.report(message, help: "or give the table 'requests'")
        }
        for (index, market) in markets.markets.enumerated() where !offered.contains(market) {
            requests[index] = 0
        }
        if !context.diagnostics.hasErrors, !requests.contains(where: { $0 > 0 }) {
            context.diagnostics.error(
                "the service \(quoted(entry.key)) has no requests", at: entry.location,
                help: "its markets have no users, or none of them is selected")
        }
        return requests
    }

    private func stated(by value: YAMLValue) -> [Double] {
        var requests = [Double](repeating: 0, count: markets.markets.count)
        guard let table = context.table(namedBy: value) else { return requests }
        let columns = ["market", "requests_per_day"]
        table.checkColumns(allowed: columns)
        let names = NameIndex(known: markets.ids, chosen: markets.markets.map(\.id))
        var seen = UniqueNames()
        var lost: [String] = []
        for row in table.rows(requiring: columns) {
            let number = row.number("requests_per_day", in: .requests)
            guard let id = row.text("market"), seen.insert(id, of: row, column: "market"),
                let place = names.find(id, of: row, column: "market"), let number
            else { continue }
            switch place {
            case .chosen(let index): requests[index] = number
            case .known: if number > 0 { lost.append(id) }
            }
        }
        if !lost.isEmpty {
            value.file.diagnostics.warning(
                "requests of \(counted(lost.count, "market")) are left out, as the scenario does"
                    + " not select them: \(listed(lost))", at: value.location)
        }
        return requests
    }
}
