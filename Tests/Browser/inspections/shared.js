// Put before every inspection.

/** A name for an element that leads a reader to it. */
function describe(element) {
  const parts = [];
  for (let e = element; e && e !== document.body && parts.length < 4; e = e.parentElement) {
    const classes = [...e.classList].map((name) => "." + name).join("");
    parts.unshift(e.localName + (e.id ? "#" + e.id : classes));
    if (e.id) break;
  }
  const text = element.textContent.replace(/\s+/g, " ").trim();
  return parts.join(" > ") + (text ? ` "${text.slice(0, 50)}"` : "");
}

/** Whether an element is drawn at all. */
function isDrawn(element) {
  // Groups of drawings that are not displayed still count as visible, but take no room.
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.getClientRects().length > 0;
}

/** Whether an element is there for screen readers alone: all of it is clipped away. */
function isForReadersOnly(element) {
  for (let e = element; e && e !== document.body; e = e.parentElement) {
    const style = getComputedStyle(e);
    if (style.position === "absolute" && style.clipPath === "inset(50%)") return true;
  }
  return false;
}

/** The drawings that tell something. */
function charts() {
  return [...document.querySelectorAll("svg")].filter(
    (svg) => !svg.ownerSVGElement && !svg.closest("[aria-hidden=true]") && isDrawn(svg));
}

/** The corners of a box of user units on the screen, in px. */
function corners(element, box) {
  const matrix = element.getScreenCTM();
  return [[0, 0], [1, 0], [1, 1], [0, 1]].map(([right, down]) =>
    new DOMPoint(box.x + right * box.width, box.y + down * box.height).matrixTransform(matrix));
}

/** The corners of the letters of a text: its box without the room above and beside them. */
function letters(text) {
  const box = text.getBBox();
  return corners(text, {
    x: box.x + 0.25, width: Math.max(0, box.width - 0.5),
    y: box.y + 0.2 * box.height, height: 0.7 * box.height,
  });
}

/** The texts of a chart that are drawn. */
function labels(chart) {
  return [...chart.querySelectorAll("text")].filter(
    (text) => text.textContent.trim() && isDrawn(text) && text.getBBox().width > 0);
}

/** What may tell that an element has the focus, beside an outline; flows of a map don't. */
function look(element) {
  const parts = [element, ...element.querySelectorAll(":not(.chart-flows, .chart-flows *)")];
  return parts.map((part) => {
    const style = getComputedStyle(part);
    return [style.boxShadow, style.borderColor, style.stroke, style.strokeWidth, style.visibility,
      style.backgroundColor, style.textDecoration].join();
  }).join("|");
}

/** How opaque the flows of a site are, or nothing without any, and at most those of all others. */
function flowsOf(site) {
  const opacity = (flows) => parseFloat(getComputedStyle(flows).opacity);
  const own = site.querySelector(".chart-flows");
  const others = [...document.querySelectorAll(".chart-flows")].filter((flows) => flows !== own);
  return { own: own && opacity(own), others: Math.max(0, ...others.map(opacity)) };
}
