// The sites of maps that serve markets.
return [...document.querySelectorAll(".chart-site")].filter(
  (site) => site.querySelector(".chart-flows") && isDrawn(site));
