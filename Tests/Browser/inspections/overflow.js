// What sticks out of the window or is cut off at its own border.
const width = document.documentElement.clientWidth;
const found = [];
const page = document.scrollingElement.scrollWidth;
if (page > width) found.push(`the page is ${page} px wide`);

function scrolls(element) {
  for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(e).overflowX)) return true;
  }
  return false;
}

for (const element of document.body.querySelectorAll("*")) {
  // Inside of charts, labels have an inspection of their own.
  if (element.ownerSVGElement || !isDrawn(element) || isForReadersOnly(element)) continue;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  if ((box.right > width + 0.5 || box.left < -0.5) && !scrolls(element)) {
    found.push(`${describe(element)} reaches from ${box.left} to ${box.right} px`);
  }
  const style = getComputedStyle(element);
  const hides = ["hidden", "clip"].includes(style.overflowX);
  if (hides && element.scrollWidth > element.clientWidth + 1) {
    found.push(`${describe(element)} is cut off`);
  }
  // Words that are wider than what they stand in run into what is beside it.
  const isBlock = style.display !== "inline" && style.overflowX === "visible";
  if (isBlock && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
    found.push(`${describe(element)} holds ${element.scrollWidth} px in ${element.clientWidth}`);
  }
}
return found;
