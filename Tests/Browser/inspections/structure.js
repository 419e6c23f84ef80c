// What a reader without the pictures needs: names, descriptions, tables, headings in order.
const found = [];
const byId = (id) => document.getElementById(id);

for (const chart of document.querySelectorAll("svg")) {
  if (chart.ownerSVGElement || chart.closest("[aria-hidden=true]")) continue;
  const name = describe(chart);
  const says = (selector) => chart.querySelector(`:scope > ${selector}`)?.textContent.trim();
  for (const part of ["title", "desc"]) {
    if (!says(part)) found.push(`${name} has no ${part}`);
  }
  for (const attribute of ["aria-labelledby", "aria-describedby"]) {
    const ids = (chart.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
    if (!ids.length) found.push(`${name} has no ${attribute}`);
    for (const id of ids.filter((id) => !byId(id)?.textContent.trim())) {
      found.push(`${name} is named by ${id}, which says nothing`);
    }
  }
  const figure = chart.closest("figure");
  if (!figure) { found.push(`${name} stands in no figure`); continue; }
  if (!figure.querySelector("figcaption")?.textContent.trim()) {
    found.push(`${name} has no caption`);
  }
  const rows = figure.querySelectorAll("table tbody tr").length;
  if (!rows) found.push(`${name} has no table`);
}

for (const table of document.querySelectorAll("table")) {
  if (!table.querySelector("th")) found.push(`${describe(table)} has no heads`);
}

const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
let level = 0;
for (const heading of headings) {
  const next = Number(heading.localName[1]);
  if (next > level + 1) found.push(`${describe(heading)} follows a heading of level ${level}`);
  if (!heading.textContent.trim()) found.push("a heading is empty");
  level = next;
}
const first = headings.filter((heading) => heading.localName === "h1");
if (first.length !== 1) found.push(`there are ${first.length} headings of level 1`);

const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
  found.push(`the id ${id} is there more than once`);
}
for (const link of document.querySelectorAll("a[href^='#']")) {
  const id = decodeURIComponent(link.getAttribute("href").slice(1));
  if (id && !byId(id)) found.push(`${describe(link)} leads to ${id}, which is nowhere`);
}
if (!document.documentElement.lang) found.push("the language of the page is not said");
if (!document.title.trim()) found.push("the page has no title");
if (!document.querySelector("main")) found.push("the page has no main part");
return found;
