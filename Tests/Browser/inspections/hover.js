// Scrolls to a site of a map and gives the point of its circle, or nothing where another one lies
// on top of it.
const site = arguments[0];
site.scrollIntoView({ block: "center", behavior: "instant" });
const box = site.querySelector(":scope > circle, :scope > path").getBoundingClientRect();
const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
const isOnTop = document.elementFromPoint(x, y)?.closest(".chart-site") === site;
return isOnTop ? { name: describe(site), x, y } : null;
