// How opaque the flows of a site are, and at most those of all others.
const opacity = (flows) => parseFloat(getComputedStyle(flows).opacity);
const own = arguments[0].querySelector(".chart-flows");
const others = [...document.querySelectorAll(".chart-flows")].filter((flows) => flows !== own);
return { own: opacity(own), others: Math.max(0, ...others.map(opacity)) };
