// The list of records beside the document: what is shown of it, in which order, and the tabs it shares its place with.
const list = byId("list");
const filters = byId("filters");

export const items = () => [...list.children];
export const shown = () => items().filter(item => !item.hidden);
export const itemOf = id => byId("i-" + id);

export function tab(id) {
  for (const panel of document.querySelectorAll("[role=tabpanel]")) {
    panel.hidden = panel.id !== id;
  }
  for (const one of document.querySelectorAll("[role=tab]")) {
    const chosen = one.getAttribute("aria-controls") === id;
    one.setAttribute("aria-selected", chosen);
    one.tabIndex = chosen ? 0 : -1;
  }
}
document.querySelector(".tabs").addEventListener("keydown", event => {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (to) {
    const next = tabs[(tabs.indexOf(document.activeElement) + to + tabs.length) % tabs.length];
    next.focus();
    tab(next.getAttribute("aria-controls"));
  }
});

export function filter() {
  const wanted = Object.fromEntries(new FormData(filters));
  const words = byId("search").value.trim().toLowerCase();
  let count = 0;
  for (const item of items()) {
    const data = item.dataset;
    item.hidden =
      (wanted.status && data.status !== wanted.status) ||
      (wanted.below && Number(data.sure) >= Number(wanted.below)) ||
      (wanted.flag && !data.flags.split(" ").includes(wanted.flag)) ||
      (wanted.origin && data.origin !== wanted.origin) ||
      (wanted.tier && data.tier !== wanted.tier) ||
      (wanted.conflict && !data.conflict) ||
      (words && !item.textContent.toLowerCase().includes(words));
    count += item.hidden ? 0 : 1;
  }
  byId("shown").textContent = count;
}
export function sort() {
  const key = byId("order").value;
  list.append(...items().sort((a, b) => a.dataset[key] - b.dataset[key] || a.dataset.at - b.dataset.at));
}
filters.addEventListener("input", filter);
filters.addEventListener("submit", event => event.preventDefault());
byId("order").addEventListener("change", sort);

document.querySelectorAll("[role=tab]").forEach(one => (one.tabIndex = one.getAttribute("aria-selected") === "true" ? 0 : -1));
if (Number(byId("for-changes").querySelector(".count").textContent) > 0) {
  tab("tab-changes");
}
