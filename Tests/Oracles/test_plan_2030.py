"""The bundled plan for 2030 against its table of campuses and the projection it is derived from."""

import unittest

from catalogue import table
from program import SCENARIOS, SITES, read

SCENARIO = read(SCENARIOS / "plan_2030.yaml")
CAMPUSES = table(SCENARIOS / "plan_2030_campuses.csv")
FACILITY_PER_IT = {"stands": 1426.88 / 1275, "announced": 1.16}
ASSUMED_HUBS = {"zhangjiakou", "hohhot", "zhongwei", "qingyang", "guiyang"}
USERS = float(SCENARIO["markets"]["users_total"])


class PlanTests(unittest.TestCase):
    """Each test names what holds."""

    def stated(self, figure: str) -> dict[str, float]:
        return {site: figures[figure] for site, figures in SCENARIO["sites"]["set"].items()
                if figure in figures}

    def summed(self, state: str) -> dict[str, float]:
        sums: dict[str, float] = {}
        for row in CAMPUSES:
            if row["state"] == state:
                sums[row["site"]] = sums.get(row["site"], 0) + float(row["it_mw"])
        return sums

    def test_it_power_of_a_campus_is_what_is_published_without_what_the_facility_adds(self):
        for row in CAMPUSES:
            per_it = {"it": 1, "facility": FACILITY_PER_IT[row["state"]]}[row["power"]]
            with self.subTest(row["campus"]):
                self.assertAlmostEqual(float(row["it_mw"]), float(row["published_mw"]) / per_it,
                                       delta=0.1)

    def test_existing_power_is_the_sum_of_the_campuses_that_stand(self):
        stated, summed = self.stated("existing_mw"), self.summed("stands")
        self.assertEqual(set(stated), set(summed))
        for site, power in stated.items():
            self.assertAlmostEqual(power, summed[site], 6, site)

    def test_limits_are_the_sums_of_announced_campuses_to_ten_megawatts(self):
        stated, summed = self.stated("limit_mw"), self.summed("announced")
        self.assertEqual(set(stated), set(summed) | ASSUMED_HUBS)
        for site, power in summed.items():
            self.assertLessEqual(abs(stated[site] - power), 5, site)

    def test_every_campus_has_a_source_of_the_catalogue(self):
        keys = {row["key"] for row in table(SITES / "sources.csv")}
        self.assertLessEqual({row["source"] for row in CAMPUSES}, keys)

    def test_its_work_is_250_twh_two_thirds_of_it_inference(self):
        inference = sum(USERS * service["requests_per_user_per_day"] * 365
                        * service["it_wh_per_request"]
                        for service in SCENARIO["services"].values()) / 1e12
        training = sum(float(job["it_mwh"]) for job in SCENARIO["jobs"].values()) / 1e6
        self.assertAlmostEqual(inference + training, 250, delta=2.5)
        self.assertAlmostEqual(inference / (inference + training), 2 / 3, delta=0.01)


if __name__ == "__main__":
    unittest.main()
