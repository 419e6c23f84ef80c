// Where the focus is: its place among what it should reach, and whether it can be seen there.
const element = document.activeElement;
const index = window.reachable.indexOf(element);
if (!element || element === document.body) return null;
const style = getComputedStyle(element);
const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
const box = element.getBoundingClientRect();
const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
return {
  index, name: describe(element),
  isVisible: isInside && (hasOutline || look(element) !== window.looks.get(element)),
  flows: flowsOf(element),
};
