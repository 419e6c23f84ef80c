"""Round trips between markets and sites, from the planner's matrix, measured pairs or fits.

    stated      the matrix's value as it is
    measured    rtt(A, site) + last mile, A the region of the site's operator nearest to the market,
                at most 50 km from it; the mean of both directions where both were measured
    fit         max(light, min(a + b km, stretch_p90 light)) + last mile, for the pair of continents
    fit (p90)   max(light, a + b km + resid_p90) + last mile
"""

from __future__ import annotations

import math

from catalogue import table
from scenario_data import Scenario

EARTH_KM = 6371.0088
LIGHT_MS_PER_KM = 0.009793
NEAR_KM = 50.0


def kilometres(a: dict, b: dict) -> float:
    """Great-circle distance by the haversine formula."""
    lat_a, lat_b = math.radians(a["latitude"]), math.radians(b["latitude"])
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(b["longitude"] - a["longitude"]) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


class RoundTrips:
    """Round trips of one scenario."""

    def __init__(self, scenario: Scenario):
        self.scenario = scenario
        self.last_mile = float(scenario.latency["last_mile_ms"])
        self.cautious = scenario.latency["fit"] == "p90"
        folder = scenario.catalogue.folder
        self.pairs = {(r["from_site"], r["to_site"]): float(r["rtt_ms"])
                      for r in table(folder / "latency_pairs.csv")}
        rows = table(folder / "latency_fits.csv")
        self.fits = {frozenset((r["continent_a"], r["continent_b"])): numeric(r)
                     for r in rows if r["kind"] == "continent_pair"}
        self.overall = next(numeric(r) for r in rows if r["kind"] == "overall")
        # Regions are those of the whole catalogue: a region need not be a candidate.
        self.regions: dict[str, list[dict]] = {}
        for row in table(folder / "sites.csv"):
            if row["kind"] == "cloud_region":
                region = {"id": row["id"], "latitude": float(row["latitude"]),
                          "longitude": float(row["longitude"])}
                self.regions.setdefault(row["operator"], []).append(region)

    def between(self, market: dict, site: dict) -> tuple[float, str]:
        """The round trip in ms, and `stated`, `measured` or `fit`."""
        stated = self.scenario.stated_rtt.get((market["id"], site["id"]))
        if stated is not None:
            return stated, "stated"
        pair = self.measured(market, site)
        if pair is not None:
            return pair + self.last_mile, "measured"
        return self.fitted(market, site) + self.last_mile, "fit"

    def measured(self, market: dict, site: dict) -> float | None:
        if self.scenario.latency["measured"] != "true" or site["kind"] != "cloud_region":
            return None
        regions = self.regions.get(site["operator"], [])
        nearest = min(regions, key=lambda region: kilometres(market, region), default=None)
        if nearest is None or kilometres(market, nearest) > NEAR_KM or nearest["id"] == site["id"]:
            return None
        ways = [(nearest["id"], site["id"]), (site["id"], nearest["id"])]
        found = [self.pairs[way] for way in ways if way in self.pairs]
        return sum(found) / len(found) if found else None

    def fitted(self, market: dict, site: dict) -> float:
        ends = frozenset((market["continent"], site["continent"]))
        fit = self.fits.get(ends, self.overall)
        km = kilometres(market, site)
        light = LIGHT_MS_PER_KM * km
        line = fit["a_ms"] + fit["b_ms_per_km"] * km
        if self.cautious:
            return max(light, line + fit["resid_p90_ms"])
        return max(light, min(line, fit["stretch_p90"] * light))


def numeric(row: dict[str, str]) -> dict[str, float]:
    return {key: float(row[key])
            for key in ("a_ms", "b_ms_per_km", "resid_p90_ms", "stretch_p90")}
