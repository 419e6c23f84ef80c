"""Refits sites/pue_climate.csv from sites/sites.csv: `python3 -m unittest` in this folder."""

from __future__ import annotations

import math
import unittest

from catalogue import DEFAULT_FOLDER, table

KNOTS = range(5, 26)  # degrees C that the hinge may start at
LOCAL = ("region", "campus")


def line(xs, ys):
    """Intercept and slope of the least-squares line, from the normal equations."""
    x_mean, y_mean = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    square = math.fsum((x - x_mean) ** 2 for x in xs)
    product = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys))
    return y_mean - product / square * x_mean, product / square


def hinge(temperature, knot):
    return max(temperature - knot, 0.0)


def squares(residuals):
    return math.fsum(r * r for r in residuals)


class Constant:
    """The mean PUE."""

    parameters = 1

    def __init__(self, temperatures, pues):
        self.intercept = math.fsum(pues) / len(pues)

    def at(self, temperature):
        return self.intercept

    def terms(self):
        return {"intercept": self.intercept}


class Linear(Constant):
    """PUE = intercept + slope * temperature."""

    parameters = 2

    def __init__(self, temperatures, pues):
        self.intercept, self.slope = line(temperatures, pues)

    def at(self, temperature):
        return self.intercept + self.slope * temperature

    def terms(self):
        return {"intercept": self.intercept, "per_c_mean": self.slope}


class Hinge(Constant):
    """PUE = intercept + slope * max(0, temperature - knot), the knot with the least squares."""

    parameters = 3

    def __init__(self, temperatures, pues):
        fits = []
        for knot in KNOTS:
            xs = [hinge(t, knot) for t in temperatures]
            intercept, slope = line(xs, pues)
            rest = squares(y - intercept - slope * x for x, y in zip(xs, pues))
            fits.append((rest, knot, intercept, slope))
        _, self.knot, self.intercept, self.slope = min(fits)

    def at(self, temperature):
        return self.intercept + self.slope * hinge(temperature, self.knot)

    def terms(self):
        return {"intercept": self.intercept, "knot_c": float(self.knot),
                "per_c_above_knot": self.slope}


MODELS = {"hinge": Hinge, "linear": Linear, "constant": Constant}


def without(values, index):
    return values[:index] + values[index + 1:]


class PUEClimate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sites = table(DEFAULT_FOLDER / "sites.csv")
        cls.mean_temp_c = {s["id"]: float(s["mean_temp_c"]) for s in sites if s["mean_temp_c"]}
        local = [s for s in sites if s["pue"] and s["pue_scope"] in LOCAL]
        cls.pues = [float(s["pue"]) for s in local]
        cls.means = [float(s["mean_temp_c"]) for s in local]
        cls.warmest = [float(s["warmest_month_c"]) for s in local]
        cls.published: dict[str, dict[str, float]] = {}
        for row in table(DEFAULT_FOLDER / "pue_climate.csv"):
            cls.published.setdefault(row["model"], {})[row["term"]] = float(row["value"])

    def folds(self, model):
        """The model fitted without each site in turn, and its error there."""
        for index, (temperature, pue) in enumerate(zip(self.means, self.pues)):
            fit = model(without(self.means, index), without(self.pues, index))
            yield fit, pue - fit.at(temperature)

    def refitted(self, name):
        model = MODELS[name]
        fit, count = model(self.means, self.pues), len(self.pues)
        rest = squares(y - fit.at(t) for t, y in zip(self.means, self.pues))
        errors = [error for _, error in self.folds(model)]
        return fit.terms() | {
            "n": float(count),
            "residual_sd": math.sqrt(rest / (count - fit.parameters)),
            "loo_rmse": math.sqrt(squares(errors) / count),
            "mean_temp_c_min": min(self.means), "mean_temp_c_max": max(self.means),
            "warmest_month_c_min": min(self.warmest), "warmest_month_c_max": max(self.warmest),
        }

    def test_the_table_is_what_a_refit_gives(self):
        self.assertEqual(set(self.published), set(MODELS))
        for name, terms in self.published.items():
            expected = self.refitted(name)
            self.assertEqual(set(terms), set(expected), name)
            for term, value in terms.items():
                self.assertTrue(math.isclose(value, expected[term], rel_tol=1e-9), (name, term))

    def test_the_hinge_predicts_unseen_sites_best(self):
        error = {name: terms["loo_rmse"] for name, terms in self.published.items()}
        self.assertLess(error["hinge"], error["linear"])
        self.assertLess(error["linear"], error["constant"])

    def test_no_single_site_decides_the_prediction(self):
        whole = Hinge(self.means, self.pues)
        for fit, _ in self.folds(Hinge):
            self.assertLess(abs(fit.at(self.mean_temp_c["keflavik"]) - whole.intercept), 0.02)
            singapore = self.mean_temp_c["singapore"]
            self.assertLess(abs(fit.at(singapore) - whole.at(singapore)), 0.04)

    def test_every_site_gets_a_plausible_pue(self):
        fit = Hinge(self.means, self.pues)
        at = {site: fit.at(min(t, max(self.means))) for site, t in self.mean_temp_c.items()}
        self.assertGreaterEqual(min(at.values()), 1.05)
        self.assertLessEqual(max(at.values()), 1.40)
        self.assertGreater(at["singapore"] - at["keflavik"], 0.1)


if __name__ == "__main__":
    unittest.main()
