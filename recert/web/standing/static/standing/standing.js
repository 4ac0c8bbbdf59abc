/* Switch between credentials without loading the page again; without this the same links load it. */
const links = document.querySelectorAll("[data-panel]");

function show(link) {
  for (const each of links) {
    const chosen = each === link;
    each.toggleAttribute("aria-current", chosen);
    if (chosen) each.setAttribute("aria-current", "true");
    document.getElementById(each.dataset.panel).classList.toggle("chosen", chosen);
  }
  history.replaceState(null, "", link.href);
}

for (const link of links) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });
}
