"""A small page by hand in which all is well, and its parts to spoil."""

from __future__ import annotations

CHART = """<svg class="chart" id="power" role="group" aria-labelledby="power-title"
 aria-describedby="power-desc" viewBox="0 0 300 120" width="300" height="120">
<title id="power-title">Power by site</title><desc id="power-desc">Two bars.</desc>
<rect width="300" height="120" fill="#fff"/>
<text x="10" y="20" font-size="14" fill="#111">Power by site</text>
<g class="chart-site" tabindex="0" role="img" aria-label="Oslo, 40 MW">
<g class="chart-flows"><path d="M10 40H200" stroke="#d55e00"/></g>
<circle cx="30" cy="50" r="14" fill="#0072b2"/></g>
<text x="60" y="55" font-size="12" fill="#111">Oslo</text>
<text x="10" y="110" font-size="12" fill="#555">Source: the plan</text>
</svg>"""

TABLE = """<details><summary>Figures</summary><table><thead><tr><th>Site</th><th>MW</th></tr>
</thead><tbody><tr><td>Oslo</td><td>40.5</td></tr></tbody></table></details>"""

STYLE = """
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: #fff; color: #111;
  font-family: sans-serif; }
svg { max-width: 100%; height: auto; }
figure { margin: 0; break-inside: avoid; }
summary { min-height: 24px; }
.chart-flows { opacity: .3 }
.chart-site:hover .chart-flows, .chart-site:focus .chart-flows { opacity: 1 }
:focus-visible { outline: 2px solid #111; }
@media print { details::details-content { content-visibility: visible; display: block; } }
@media screen and (prefers-color-scheme: dark) { body { background: #111; color: #eee; } }
"""

POLICY = ("default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
          "form-action 'none'; base-uri 'none'")


def page(body: str = "", chart: str = CHART, style: str = "", head: str = "") -> str:
    """The page with its chart replaced, or with more in its body, its style or its head."""
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>A sample</title>{head}<style>{STYLE}{style}</style></head>
<body><main><h1>A sample</h1><h2>Power</h2>
<figure><figcaption>Power by site</figcaption>{chart}{TABLE}</figure>
<p>A page of a few words and one chart, long enough not to look like what was left over.</p>
{body}</main></body></html>
"""
