// Cuts tables, lists and maps to their first members.
for (const parent of document.querySelectorAll("tbody, ul, ol, dl, svg g, svg svg")) {
  [...parent.children].slice(30).forEach((child) => child.remove());
}
for (const parent of document.querySelectorAll("tbody")) {
  [...parent.children].slice(5).forEach((child) => child.remove());
}
