/// Wall-clock times of repeated work.
enum Stopwatch {
    /// The last answer and the median time, in seconds.
    static func median<Answer>(
        of runs: Int, _ body: () throws -> Answer
    ) rethrows -> (answer: Answer, seconds: Double) {
        try median(of: runs, prepare: {}, { try body() })
    }

    /// The same with something made anew before each run, which does not count.
    static func median<Prepared, Answer>(
        of runs: Int, prepare: () throws -> Prepared, _ body: (Prepared) throws -> Answer
    ) rethrows -> (answer: Answer, seconds: Double) {
        var times: [Double] = []
        let clock = ContinuousClock()
        while true {
            let prepared = try prepare()
            let start = clock.now
            let answer = try body(prepared)
            times.append(start.duration(to: clock.now) / .seconds(1))
            if times.count >= runs { return (answer, times.sorted()[times.count / 2]) }
        }
    }

    /// The same of work that waits.
    static func median<Answer>(
        of runs: Int, _ body: () async throws -> Answer
    ) async rethrows -> (answer: Answer, seconds: Double) {
        var times: [Double] = []
        let clock = ContinuousClock()
        while true {
            let start = clock.now
            let answer = try await body()
            times.append(start.duration(to: clock.now) / .seconds(1))
            if times.count >= runs { return (answer, times.sorted()[times.count / 2]) }
        }
    }
}
