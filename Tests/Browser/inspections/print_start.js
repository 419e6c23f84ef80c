// As paper has it: marks the ends of charts with letters that a reader of the PDF finds, too small to
// see; tells what belongs on one page with them, and the words of parts that the screen folds.
const told = charts().map((chart, index) => {
  const box = chart.viewBox.baseVal;
  const mark = (name, y) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.setAttribute("x", box.x + 1);
    text.setAttribute("y", y);
    text.setAttribute("font-size", "1");
    text.textContent = name;
    chart.append(text);
    return name;
  };
  // Letters with a border are drawn as shapes, which no reader of the PDF takes for text.
  const texts = labels(chart).filter((text) => getComputedStyle(text).stroke === "none").map(
    (text) => text.textContent);
  return {
    name: describe(chart), texts,
    marks: [mark(`TOP${index}X`, box.y + 1), mark(`END${index}X`, box.y + box.height - 0.2)],
  };
});
const folded = [...document.querySelectorAll("details")].filter(isDrawn).map((details) => {
  const cells = [...details.querySelectorAll("td, p, li, dd, code")].map(
    (part) => part.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
  return { name: describe(details), last: cells.at(-1) ?? null };
});
return { charts: told, folded };
