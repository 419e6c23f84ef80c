// Notes what the keyboard should reach, in order, and how it looks without the focus.
// Of radio buttons that belong together, Tab reaches the one that is chosen; arrows the others.
const isChosen = (input) => input.type !== "radio" || input.checked;
window.reachable = [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]")].filter(
  (element) => element.tabIndex >= 0 && isDrawn(element) && !element.disabled
    && isChosen(element));
window.looks = new Map(window.reachable.map((element) => [element, look(element)]));
document.activeElement.blur();
window.scrollTo({ top: 0, behavior: "instant" });
return window.reachable.map(describe);
