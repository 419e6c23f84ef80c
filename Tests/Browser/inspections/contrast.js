// Labels of charts whose colour is too near to what is behind them (WCAG 2.2, 1.4.3).
const found = [];
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

/** Red, green, blue and opacity of a colour as computed, or nothing for `none` and patterns. */
function channels(colour, opacity) {
  if (!colour || colour === "none" || colour.startsWith("url")) return null;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return { rgb: [r, g, b], alpha: (a / 255) * opacity };
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((v) => v / 255).map(
    (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What an element paints under a point: its fill, or the background of one of HTML. */
function paint(element) {
  const style = getComputedStyle(element);
  let opacity = 1;
  for (let e = element; e; e = e.parentElement) opacity *= parseFloat(getComputedStyle(e).opacity);
  // Lines have a fill by default that never shows.
  const isShape = element instanceof SVGGeometryElement && element.localName !== "line";
  if (isShape) return channels(style.fill, opacity * parseFloat(style.fillOpacity));
  return element instanceof HTMLElement ? channels(style.backgroundColor, opacity) : null;
}

/** The colour behind a point, from the nearest opaque paint up. */
function behind(text, x, y) {
  const layers = [];
  const stack = document.elementsFromPoint(x, y);
  for (const element of stack.slice(stack.indexOf(text) + 1)) {
    const layer = paint(element);
    if (layer && layer.alpha > 0) layers.push(layer);
    if (layer && layer.alpha > 0.99) break;
  }
  const white = [255, 255, 255];
  return layers.reverse().reduce(
    (rgb, { rgb: top, alpha }) => rgb.map((v, i) => v * (1 - alpha) + top[i] * alpha), white);
}

for (const chart of charts()) {
  for (const text of labels(chart)) {
    text.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const style = getComputedStyle(text);
    const ink = channels(style.fill, 1);
    const halo = style.paintOrder.startsWith("stroke") ? channels(style.stroke, 1) : null;
    const shape = letters(text);
    const [x, y] = [(shape[0].x + shape[2].x) / 2, (shape[0].y + shape[2].y) / 2];
    const ratio = contrast(ink.rgb, halo ? halo.rgb : behind(text, x, y));
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight, 10) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      found.push(`${describe(text)} has a contrast of ${ratio.toFixed(2)}`);
    }
  }
}
return found;
