// Labels of charts that leave their drawing, stand on each other or are too small to read.
const smallest = arguments[0];
const found = [];

/** How far two convex shapes are apart along the sides of the first; negative where they meet. */
function gap(one, other) {
  let widest = -Infinity;
  for (let i = 0; i < one.length; i += 1) {
    const [a, b] = [one[i], one[(i + 1) % one.length]];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length === 0) continue;
    const along = (p) => ((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length;
    const [near, far] = [one.map(along), other.map(along)];
    widest = Math.max(widest, Math.min(...far) - Math.max(...near),
      Math.min(...near) - Math.max(...far));
  }
  return widest;
}

/** The part of the screen that a drawing, or one inside of it, shows. */
function frame(svg) {
  const box = svg.viewBox.baseVal;
  const own = box && box.width > 0 ? box
    : { x: 0, y: 0, width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  const [first, , third] = corners(svg, own);
  return { left: first.x, top: first.y, right: third.x, bottom: third.y };
}

for (const chart of charts()) {
  const texts = labels(chart).map((text) => ({ text, shape: letters(text) }));
  for (const { text, shape } of texts) {
    for (let svg = text.ownerSVGElement; svg; svg = svg.ownerSVGElement) {
      const { left, top, right, bottom } = frame(svg);
      const isOut = shape.some((p) =>
        p.x < left - 0.5 || p.x > right + 0.5 || p.y < top - 0.5 || p.y > bottom + 0.5);
      if (isOut) found.push(`${describe(text)} leaves its drawing`);
    }
    const matrix = text.getScreenCTM();
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
    if (size < smallest) found.push(`${describe(text)} is ${size.toFixed(1)} px high`);
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const apart = Math.max(gap(one.shape, other.shape), gap(other.shape, one.shape));
      if (apart < -0.5) {
        const depth = (-apart).toFixed(1);
        found.push(`${describe(one.text)} and ${describe(other.text)} overlap by ${depth} px`);
      }
    }
  }
}
return found;
