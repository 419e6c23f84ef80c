import Siting
import Typesetting

/// What a stress test comes to, in sentences.
struct StressWords {
    let stress: Stress

    /// Such as `20 % (carbon), 20 % (price) and 10 % (round trips)`.
    var noise: String { Self.list(Self.parts(of: stress.noise, in: stress.plan)) }

    /// What becomes of the chosen plan.
    var plan: String? {
        guard !stress.samples.isEmpty else { return nil }
        var parts = ["best in \(NumberText.count(stress.stillBestCount))"]
        if stress.worseCount > 0 { parts.append("worse in \(NumberText.count(stress.worseCount))") }
        if stress.breakingCount > 0 {
            parts.append("not allowed in \(NumberText.count(stress.breakingCount))")
        }
        var text =
            "The chosen plan, its capacity and work kept as they are, is \(Self.list(parts)) of "
            + "\(counted(stress.samples.count, "sample", "samples"))."
        if stress.withoutPlanCount > 0 {
            let count = counted(stress.withoutPlanCount, "sample has", "samples have")
            text += " \(count) no plan at all."
        }
        if stress.failedCount > 0 {
            let count = counted(stress.failedCount, "sample", "samples")
            text += " The solver failed on \(count), which are left out."
        }
        return text
    }

    /// How the chosen sites bear the noise.
    var sites: String? {
        let count = stress.solved.count
        let chosen = stress.sites.filter(\.isChosen)
        guard count > 0, !chosen.isEmpty else { return nil }
        let always = chosen.count { $0.sampleCount == count }
        let mostly = chosen.count { 2 * $0.sampleCount > count && $0.sampleCount < count }
        let rarely = chosen.count - always - mostly
        var parts: [String] = []
        if always > 0 { parts.append("\(NumberText.count(always)) in every best plan") }
        if mostly > 0 { parts.append("\(NumberText.count(mostly)) in more than half of them") }
        if rarely > 0 { parts.append("\(NumberText.count(rarely)) in half or fewer") }
        let others = counted(
            stress.sites.count - chosen.count, "other site comes", "other sites come")
        return "Chosen sites (\(NumberText.count(chosen.count))): \(Self.list(parts)). "
            + "\(others) up."
    }

    /// From what noise on the chosen sites change.
    var change: String? {
        guard let last = stress.steps.last else { return nil }
        let rule = "more than half of the first \(counted(last.sampleCount, "sample", "samples"))"
        if let step = stress.breakingStep {
            let noise = Self.list(
                Self.parts(of: stress.noise.scaled(by: step.scale), in: stress.plan))
            return "The chosen sites change at \(Self.text(step.scale)) of the noise, \(noise): "
                + "the least part tried at which \(rule) have other sites."
        }
        let extent = last.scale == 1 ? "all of" : "up to \(Self.text(last.scale)) of"
        return "The chosen sites hold at \(extent) the noise: at no part tried do \(rule) have "
            + "other sites."
    }

    /// `1/4`, or `all`.
    static func text(_ scale: Double) -> String {
        scale == 1 ? "all" : "1/\(NumberText.count(Int((1 / scale).rounded())))"
    }

    /// Round trips mean nothing without requests.
    private static func parts(of noise: FigureNoise, in plan: Plan) -> [String] {
        let hasRequests = (plan.totals?.inferenceEnergy ?? 0) > 0
        let all = [
            ("carbon", noise.carbon), ("price", noise.price),
            ("round trips", hasRequests ? noise.roundTrip : 0),
        ]
        let some = all.filter { $0.1 > 0 }
        guard !some.isEmpty else { return ["nothing"] }
        return some.map { "\(NumberText.text($0.1, in: .share)) (\($0.0))" }
    }

    private static func list(_ parts: [String]) -> String {
        let first = parts.dropLast().joined(separator: ", ")
        return first.isEmpty ? parts.joined() : "\(first) and \(parts.last ?? "")"
    }
}
