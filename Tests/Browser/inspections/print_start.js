// As paper has it: marks the ends of charts with letters that a reader of the PDF finds, too small to
// see, headings with what follows them, and the ends of parts that the screen folds; tells what belongs
// on one page with them.
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
  const last = [...details.querySelectorAll("td, p, li, dd, code")].filter(
    (part) => part.textContent.trim()).at(-1);
  return { name: describe(details), words: last?.textContent ?? "", last };
});

/** Puts letters that are too small to see at the start of an element. */
function note(element, name) {
  const span = document.createElement("span");
  span.style.fontSize = "1px";
  span.textContent = name;
  element.prepend(span);
  return name;
}

// A heading, and the first words under it.
const words = [...document.querySelectorAll("main *")].filter(
  (element) => !element.ownerSVGElement && element.localName !== "svg" && isDrawn(element)
    && !isForReadersOnly(element)
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
const headings = words.flatMap((heading, index) => {
  const next = words[index + 1];
  if (!/^h[2-6]$/.test(heading.localName) || !next) return [];
  const name = describe(heading);
  return [{ name, marks: [note(heading, `HEAD${index}X`), note(next, `WORD${index}X`)] }];
});
// Not by their words: readers of PDF mix the lines of columns.
const ends = folded.filter(({ last }) => last).map(
  ({ name, words, last }, index) => ({ name, words, mark: note(last, `LAST${index}X`) }));
return { charts: told, folded: ends, headings };
