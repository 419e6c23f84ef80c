// Where the focus is: its place among what it should reach, and whether it can be seen there.
const element = document.activeElement;
const index = window.reachable.indexOf(element);
if (!element || element === document.body) return null;
const style = getComputedStyle(element);
const now = [style.boxShadow, style.borderColor, style.stroke, style.strokeWidth,
  style.backgroundColor, style.textDecoration].join();
const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
const box = element.getBoundingClientRect();
const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
const opacity = (flows) => parseFloat(getComputedStyle(flows).opacity);
const own = element.querySelector(":scope > .chart-flows");
const others = [...document.querySelectorAll(".chart-flows")].filter((flows) => flows !== own);
return {
  index, name: describe(element),
  isVisible: isInside && (hasOutline || now !== window.looks.get(element)),
  flows: own && opacity(own), others: Math.max(0, ...others.map(opacity)),
};
