"""What a policy allows and asks: arcs, hosts, closed sites, shares, limits and stages."""

from __future__ import annotations

from dataclasses import dataclass

from burdens import keys as burden_keys
from catalogue import ScenarioError, known, listed, number
from round_trips import RoundTrips
from scenario_data import Scenario

LIMITS = {
    "cost_usd_per_year": "cost", "emissions_t_per_year": "emissions", "mean_rtt_ms": "rtt",
    "mean_latency_ms": "latency", "energy_mwh_per_year": "energy", "water_m3_per_year": "water",
}
WEIGHTS = {
    "cost": "cost", "emissions_usd_per_t": "emissions", "energy_usd_per_mwh": "energy",
    "latency_usd_per_ms_million_requests": "latency",
    "rtt_usd_per_ms_million_requests": "rtt", "water_usd_per_m3": "water",
}
BURDEN_LIMITS, BURDEN_WEIGHTS = burden_keys()
LIMITS |= BURDEN_LIMITS
WEIGHTS |= BURDEN_WEIGHTS


@dataclass
class Problem:
    """A scenario under one policy."""

    scenario: Scenario
    rtt: dict[tuple[str, str], tuple[float, str]]  # by (market, site): ms and its source
    arcs: list[tuple[str, str, str]]  # (service, market, site) that may serve
    hosts: list[tuple[str, str]]  # (job, site) that may train
    closed: set[str]
    shares: dict[str, tuple[set[str], float]]  # name: its sites and the greatest share
    limits: dict[str, float]  # by measure
    stages: list[dict[str, float]]  # weights by measure; a single measure has weight 1
    tolerance: float
    near: bool = False  # training no larger a share than inference
    green: set[str] | None = None  # fuels of the direct lines that training may draw on
    placed: dict[str, float] | None = None  # shares of all work; other sites do none


def latency_ms(service: dict, rtt: float) -> float:
    return service["trips"] * rtt + service["service_ms"]


def problem(scenario: Scenario, name: str) -> Problem:
    """The problem that a policy of a scenario poses."""
    if name not in scenario.policies:
        raise ScenarioError(f"no policy {name}")
    policy = scenario.policies[name]
    known(policy, ["minimise", "tolerance", "limits", "max_rtt_ms", "rules"], name)
    rules = {rule: scenario.rules[rule] for rule in listed(policy.get("rules", []))}
    trips = RoundTrips(scenario)
    rtt = {(m, s): trips.between(market, site) for m, market in scenario.markets.items()
           for s, site in scenario.sites.items()}
    ban = Bans(scenario, rules)
    most = longest_round_trips(scenario, policy.get("max_rtt_ms"))
    arcs = [(i, m, s) for i, service in scenario.services.items() for m in service["requests"]
            for s in scenario.sites
            if rtt[m, s][0] <= most[i]
            and latency_ms(service, rtt[m, s][0]) <= service["max_latency_ms"]
            and not ban.service(i, m, s)]
    hosts = [(j, s) for j in scenario.jobs for s in scenario.sites if not ban.job(j, s)]
    limits = policy.get("limits") or {}
    known(limits, LIMITS, f"limits of {name}")
    return Problem(scenario, rtt, arcs, hosts, ban.closed, shares(scenario, rules),
                   {LIMITS[key]: number(value) for key, value in limits.items()},
                   stages(policy["minimise"]), number(policy.get("tolerance", 0)),
                   near=any(rule.get("near_users") for rule in rules.values()),
                   green=green_fuels(rules), placed=given_placement(rules))


def longest_round_trips(scenario: Scenario, stated) -> dict[str, float]:
    """Each service's limit, ms; a policy may state another for all, or for some by name."""
    own = {i: service["max_rtt_ms"] for i, service in scenario.services.items()}
    if stated is None:
        return own
    if not isinstance(stated, dict):
        return dict.fromkeys(own, number(stated))
    known(stated, own, "max_rtt_ms")
    return own | {i: number(value) for i, value in stated.items()}


def green_fuels(rules: dict) -> set[str] | None:
    found = [set(listed(rule["training_supply"]["fuels"])) for rule in rules.values()
             if "training_supply" in rule]
    return set.intersection(*found) if found else None


def given_placement(rules: dict) -> dict[str, float] | None:
    found = [rule["placement"]["shares"] for rule in rules.values() if "placement" in rule]
    return {site: number(share) for site, share in found[0].items()} if found else None


def stages(minimise) -> list[dict[str, float]]:
    if isinstance(minimise, dict):
        known(minimise, WEIGHTS, "minimise")
        return [{WEIGHTS[key]: number(value) for key, value in minimise.items()}]
    for measure in listed(minimise):
        if measure not in LIMITS.values():
            raise ScenarioError(f"unknown measure {measure}")
    return [{measure: 1.0} for measure in listed(minimise)]


class Bans:
    """The work that residency, access and closed rules keep away from a site."""

    def __init__(self, scenario: Scenario, rules: dict):
        self.scenario = scenario
        self.select = scenario.catalogue.selects
        self.residencies, self.accesses, self.closed = [], [], set()
        for name, rule in rules.items():
            known(rule, ["residency", "access", "closed", "share", "near_users",
                         "training_supply", "placement"], name)
            (kind, body), = rule.items()
            if kind == "residency":
                known(body, ["services", "jobs", "markets", "sites"], name)
                self.residencies.append(body)
            elif kind == "access":
                known(body, ["operators", "sites"], name)
                self.accesses.append(body)
            elif kind == "closed":
                known(body, ["sites"], name)
                self.closed |= {s for s in scenario.sites if self.inside(body, s)}

    def inside(self, body: dict, site: str) -> bool:
        return self.select(body["sites"], self.scenario.sites[site])

    def service(self, service: str, market: str, site: str) -> bool:
        for body in self.residencies:
            jobs_alone = "jobs" in body and "markets" not in body
            names = listed(body.get("services", [] if jobs_alone else service))
            concerned = service in names and self.select(
                body.get("markets"), self.scenario.markets[market])
            if concerned and not self.inside(body, site):
                return True
        return self.operator(self.scenario.services[service]["operator"], site)

    def job(self, job: str, site: str) -> bool:
        if any(job in listed(body.get("jobs", [])) and not self.inside(body, site)
               for body in self.residencies):
            return True
        return self.operator(self.scenario.jobs[job]["operator"], site)

    def operator(self, home: str | None, site: str) -> bool:
        countries = self.scenario.catalogue.countries
        return site in self.closed or any(
            home is not None and home in countries(body["operators"])
            and not self.inside(body, site) for body in self.accesses)


def shares(scenario: Scenario, rules: dict) -> dict[str, tuple[set[str], float]]:
    """One entry for each group of sites under a share rule; sites without the group are free."""
    found: dict[str, tuple[set[str], float]] = {}
    for name, rule in rules.items():
        if "share" not in rule:
            continue
        body = rule["share"]
        known(body, ["of", "max"], name)
        key = "id" if body["of"] == "site" else body["of"]
        for s, site in scenario.sites.items():
            if site[key] != "":
                label = f"{name}:{site[key]}"
                found.setdefault(label, (set(), number(body["max"])))[0].add(s)
    return found
