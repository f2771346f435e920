// A document under review: keys, lighting words up, sending actions, keeping the page in step with what was done.
const review = document.querySelector("main.review");
const path = review.dataset.path;
const list = byId("list");
const card = byId("card");
const source = document.querySelector(".source");
const text = byId("text");
const undone = [];
let current = null;
let explained = false;

const items = () => [...list.children];
const shown = () => items().filter(item => !item.hidden);
const itemOf = id => byId("i-" + id);
const marksOf = id => [...source.querySelectorAll("mark")].filter(mark => mark.dataset.r.split(" ").includes(id));

// Ranges of the text by its own offsets: each block says where it begins; hidden markup is not counted by either.
let blocks = [];
function readBlocks() {
  blocks = [...text.querySelectorAll("[data-at]")]
    .map(element => ({ element, start: Number(element.dataset.at), end: Number(element.dataset.at) + element.textContent.length }))
    .filter(block => block.end > block.start);
}
function rangesOf(start, end) {
  return blocks.filter(block => block.start < end && block.end > start).map(block => rangeIn(block, start, end));
}
function rangeIn(block, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
  let at = block.start, begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.length;
    if (!begun && start < next) {
      range.setStart(node, Math.max(0, start - at));
      begun = true;
    }
    if (begun) {
      range.setEnd(node, Math.min(node.length, Math.max(0, end - at)));
      if (end <= next) {
        break;
      }
    }
    at = next;
  }
  return range;
}
/** Lights stretches of the text up, in the text and, by way of an event, on the pages of a PDF. */
function paint(name, stretches, reach = false) {
  const ranges = stretches.flatMap(([start, end]) => rangesOf(start, end));
  if (window.CSS && CSS.highlights) {
    CSS.highlights.set(name, new Highlight(...ranges));
  }
  document.dispatchEvent(new CustomEvent("painted", { detail: { name, stretches, reach } }));
  if (reach && !text.hidden) {
    ranges[0]?.startContainer.parentElement.scrollIntoView({ block: "center" });
  }
}

function light(id) {
  text.querySelectorAll("mark.lit").forEach(mark => mark.classList.remove("lit"));
  const marks = marksOf(id);
  marks.forEach(mark => mark.classList.add("lit"));
  lightUp(marks);
  const box = card.firstElementChild;
  paint("clause", box?.dataset.start ? [[Number(box.dataset.start), Number(box.dataset.end)]] : []);
  paint("reason", []);
  document.dispatchEvent(new CustomEvent("lit", { detail: id }));
  const shownMark = text.hidden ? null : marks.find(mark => text.contains(mark));
  if (shownMark) {
    const seen = shownMark.getBoundingClientRect(), frame = source.getBoundingClientRect();
    if (seen.top < frame.top + 40 || seen.bottom > frame.bottom - 40) {
      source.scrollTop += seen.top - frame.top - frame.height / 3;
    }
  }
}
/** A highlight of its own over the clause's and the reasons', which would lie over a mark's own colour. */
function lightUp(marks) {
  if (window.CSS && CSS.highlights) {
    const ranges = marks.filter(mark => text.contains(mark)).map(mark => {
      const range = document.createRange();
      range.selectNodeContents(mark);
      return range;
    });
    const lit = new Highlight(...ranges);
    lit.priority = 1;
    CSS.highlights.set("lit", lit);
  }
}
function setStatus(mark, status) {
  const isLit = mark.classList.contains("lit");
  mark.className = status;
  mark.classList.toggle("lit", isLit);
}

async function part(id) {
  const answer = await fetch("/part?" + new URLSearchParams({ path, id }));
  const found = answer.ok ? await answer.json() : null;
  if (found && found.source !== review.dataset.source) {
    // A new version lies there: places and marks are another document's.
    location.reload();
    return null;
  }
  return found;
}
async function place(id, found) {
  byId("done").textContent = found.done;
  document.querySelector(".bar progress").value = found.done;
  const old = itemOf(id);
  if (!old || !found.item || ["open-conflicts", "open-corrections"].some(one => byId(one).textContent !== String(found[one]))) {
    await renew();
    return;
  }
  const hidden = old.hidden;
  old.outerHTML = found.item;
  itemOf(id).hidden = hidden;
  marksOf(id).forEach(mark => setStatus(mark, itemOf(id).dataset.status));
}
/** The whole page anew, in its place: after what may touch more than one record. */
async function renew() {
  const answer = await fetch(location.pathname);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["text", "list", "bar", "tab-conflicts", "tab-unsettled", "tab-changes", "tab-findings", "tab-document"]) {
    byId(id).replaceChildren(...fresh.getElementById(id).childNodes);
  }
  byId("tab-document").dataset.tag = fresh.getElementById("tab-document").dataset.tag;
  const counts = fresh.querySelectorAll(".tabs .count");
  document.querySelectorAll(".tabs .count").forEach((count, at) => (count.textContent = counts[at].textContent));
  readBlocks();
  sort();
  filter();
  items().forEach(item => item.classList.toggle("current", item.dataset.r === current));
  document.dispatchEvent(new CustomEvent("renewed"));
  if (current) {
    marksOf(current).forEach(mark => mark.classList.add("lit"));
    lightUp(marksOf(current));
  }
}
async function open(id, focus) {
  // At once, so that keys typed faster than the answer comes go on from here.
  current = id;
  explained = false;
  const found = await part(id);
  if (!found || !found.card || current !== id) {
    return;
  }
  await place(id, found);
  if (current !== id) {
    return;
  }
  card.innerHTML = found.card;
  card.scrollTop = 0;
  items().forEach(item => item.classList.toggle("current", item.dataset.r === id));
  itemOf(id)?.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", "#" + id);
  light(id);
  if (focus) {
    card.querySelector("h2").focus({ preventScroll: true });
  }
}
function close() {
  current = null;
  card.replaceChildren();
}
const tagOf = id =>
  (id === "document" ? byId("tab-document") : card.firstElementChild?.dataset.r === id ? card.firstElementChild : itemOf(id))
    ?.dataset.tag;

async function act(request, remember = true) {
  const answer = await fetch("/api/v1/corrections?" + new URLSearchParams({ path }), {
    method: "POST",
    headers: { "X-Token": token, "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  const said = await answer.json().catch(() => ({ problem: String(answer.status) }));
  if (!answer.ok) {
    const by = said.theirs?.review?.by;
    say(said.problem + (by ? " (" + by + ")" : "") + (request.typed ? ": " + request.typed : ""));
    if (answer.status === 409) {
      await (request.record && request.record !== "document" ? open(request.record, true) : renew());
    }
    return null;
  }
  if (remember) {
    undone.push({ lines: said.lines, record: request.record ?? said.record, isWide: !request.record?.startsWith("r-") });
  }
  return said;
}
async function refresh(ids) {
  for (const id of ids) {
    const found = await part(id);
    if (found) {
      await place(id, found);
    }
  }
  filter();
}

function step(by) {
  const all = shown();
  const at = all.findIndex(item => item.dataset.r === current);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  return next ? open(next.dataset.r, true) : null;
}
async function judge(action) {
  if (!current) {
    return step(1);
  }
  const id = current;
  const next = shown().slice(shown().indexOf(itemOf(id)) + 1).concat(shown())
    .find(item => item.dataset.status === "open" && item.dataset.r !== id);
  if (!(await act({ action, record: id, tag: tagOf(id) }))) {
    return;
  }
  await (next ? Promise.all([refresh([id]), open(next.dataset.r, true)]) : open(id, true));
}
async function undo() {
  const last = undone.pop();
  if (!last) {
    const line = [...card.querySelectorAll(".history li:not(.undone):not(.superseded)")].pop();
    if (line && (await act({ action: "undo", of: [line.dataset.line] }, false))) {
      await open(current, true);
    }
    return;
  }
  if (await act({ action: "undo", of: last.lines }, false)) {
    await (last.isWide ? renew() : refresh([last.record]));
    const back = [last.record, current].find(id => id && itemOf(id));
    await (back ? open(back, true) : close());
  }
}
async function explain() {
  const box = card.querySelector(".why");
  if (!box || explained) {
    if (box) {
      box.hidden = !box.hidden;
    }
    return;
  }
  const reasons = await (await fetch("/api/v1/explain?" + new URLSearchParams({ path, id: current }))).json();
  // One line a value: its words, then what gave it its meaning.
  const terms = document.createElement("dl");
  let line = null;
  for (const reason of reasons) {
    if (reason.label === reasons[0].label) {
      const term = document.createElement("dt");
      line = document.createElement("dd");
      term.textContent = reason.words;
      terms.append(term, line);
    } else {
      const label = document.createElement("small");
      label.textContent = reason.label;
      line.append(line.hasChildNodes() ? " · " : "", label, " ", reason.words);
    }
  }
  box.replaceChildren(terms);
  box.hidden = false;
  explained = true;
  paint("reason", reasons.filter(one => one.start != null && one.label !== reasons[0].label).map(one => [one.start, one.end]));
}

// One field: what was typed is sent as typed, and understood by the same grammar as the documents.
document.querySelector(".records").addEventListener("change", async event => {
  const field = event.target.dataset.field;
  if (!field) {
    return;
  }
  const owner = event.target.closest("[data-r]");
  const id = owner.dataset.r;
  const observation = event.target.closest("[data-o]")?.dataset.o;
  if (await act({ action: "change", record: id, observation, field, typed: event.target.value, tag: tagOf(id) })) {
    const isOfDocument = id === "document";
    const order = [...owner.querySelectorAll("[data-field]")].indexOf(event.target);
    await (isOfDocument ? renew() : open(id));
    (isOfDocument ? byId("tab-document") : card).querySelectorAll("[data-field]")[order]?.focus();
  }
});
card.addEventListener("input", event => {
  if (event.target.dataset.field === "quantity") {
    clearTimeout(card.timer);
    const shownIn = event.target.parentElement.querySelector(".parsed");
    card.timer = setTimeout(async () => {
      const answer = await fetch("/api/v1/quantity?" + new URLSearchParams({ text: event.target.value }));
      const said = await answer.json();
      shownIn.classList.toggle("bad", !answer.ok);
      if (answer.ok) {
        shownIn.innerHTML = said.shown;
      } else {
        shownIn.textContent = said.problem;
      }
    }, 150);
  }
});

document.addEventListener("click", async event => {
  const button = event.target.closest("button, mark, .pick");
  if (!button) {
    return;
  }
  if (button.tagName === "MARK") {
    const ids = button.dataset.r.split(" ");
    await open(ids[(ids.indexOf(current) + 1) % ids.length]);
    return;
  }
  if (button.classList.contains("pick")) {
    await open(button.parentElement.dataset.r);
    return;
  }
  if (button.role === "tab" || button.getAttribute("role") === "tab") {
    tab(button.getAttribute("aria-controls"));
  } else if (button.dataset.show) {
    await open(button.dataset.show, true);
  } else if (button.dataset.light) {
    paint("finding", [button.dataset.light.split("-").map(Number)], true);
  } else if (button.id === "accept-all") {
    await acceptAll();
  } else if (button.id === "add-here") {
    await add();
  } else {
    await does(button);
  }
});
async function does(button) {
  switch (button.dataset.do) {
    case "accept":
    case "reject":
      return judge(button.dataset.do);
    case "undo":
      return undo();
    case "edit":
      return card.querySelector("[data-field=quantity], [data-field]")?.select();
    case "explain":
      return explain();
    case "refuse": {
      const observation = button.closest("[data-o]").dataset.o;
      return (await act({ action: "reject", record: current, observation, tag: tagOf(current) })) && open(current, true);
    }
    case "prefer": {
      const conflict = Number(button.closest("[data-conflict]").dataset.conflict);
      return (await act({ action: "resolve", record: button.dataset.r, conflict })) && renew();
    }
    case "undo-line":
      return (await act({ action: "undo", of: [button.dataset.line] }, false)) && (await renew(), card.contains(button) && open(current));
  }
}

function tab(id) {
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

const filters = byId("filters");
function filter() {
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
function sort() {
  const key = byId("order").value;
  list.append(...items().sort((a, b) => a.dataset[key] - b.dataset[key] || a.dataset.at - b.dataset.at));
}
filters.addEventListener("input", filter);
filters.addEventListener("submit", event => event.preventDefault());
byId("order").addEventListener("change", sort);

function ask(dialog) {
  return new Promise(done => {
    dialog.returnValue = "no";
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}
async function acceptAll() {
  const records = shown().filter(item => item.dataset.status === "open").map(item => item.dataset.r);
  byId("sure-count").textContent = records.length;
  const tags = Object.fromEntries(records.map(id => [id, itemOf(id).dataset.tag]));
  if (records.length > 0 && (await ask(byId("sure"))) && (await act({ action: "accept", records, tags }))) {
    await renew();
  }
}
// A record of one's own, over selected words.
let selected = null;
document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const button = byId("add-here");
  selected = null;
  if (!chosen.isCollapsed && chosen.rangeCount > 0 && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode)) {
    const range = chosen.getRangeAt(0);
    const block = (range.startContainer.parentElement ?? range.startContainer).closest("[data-at]");
    if (block && block.contains(range.endContainer)) {
      const before = document.createRange();
      before.setStart(block, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const start = Number(block.dataset.at) + before.toString().length;
      selected = { start, end: start + range.toString().length, words: range.toString() };
      const at = range.getBoundingClientRect();
      button.style.left = Math.max(8, at.left) + "px";
      button.style.top = at.bottom + 6 + "px";
    }
  }
  button.hidden = !selected;
});
/** Without a selection (on the keyboard, or before a PDF's page) the words are typed: those of the record at hand to begin with. */
async function add() {
  const chosen = selected;
  const words = byId("add-words");
  words.value = chosen?.words ?? card.querySelector("blockquote")?.textContent ?? "";
  for (const id of ["add-name", "add-raw", "add-period"]) {
    byId(id).value = byId(id).dataset.suggested = "";
  }
  suggest();
  if (!(await ask(byId("add")))) {
    return;
  }
  const isAsSelected = chosen && words.value === chosen.words;
  const said = await act({
    action: "add",
    added: {
      ...(isAsSelected ? { start: chosen.start, end: chosen.end } : { words: words.value }),
      name: byId("add-name").value, raw: byId("add-raw").value, role: byId("add-role").value, period: byId("add-period").value,
    },
  });
  if (said) {
    await renew();
    await open(said.record, true);
  }
}
function suggest() {
  const words = byId("add-words").value;
  propose("add-raw", (words.match(/[≥≤><约近]?\s*\d[\d.,]*\s*(?:[%‰]|[万亿]?[^\s\d，。；、,;.]{0,3})/) ?? [""])[0]);
  propose("add-name", words.split(/[达为到至于从由0-9≥≤]/)[0].trim());
}
/** Never over what somebody typed. */
function propose(id, value) {
  const field = byId(id);
  if (field.value === field.dataset.suggested) {
    field.value = field.dataset.suggested = value;
  }
}
byId("add-words").addEventListener("input", suggest);

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (isField(event.target)) {
    if (event.key === "Escape") {
      event.target.blur();
    } else if (event.key === "Enter" && event.target.dataset.field) {
      event.target.blur();
    }
    return;
  }
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => judge("accept"),
    x: () => judge("reject"),
    u: undo,
    w: explain,
    n: add,
    v: () => document.querySelector("[data-view][aria-pressed=false]")?.click(),
    e: () => card.querySelector("[data-field=quantity], [data-field]")?.select(),
    "/": () => (tab("tab-list"), byId("search").focus()),
    "?": () => byId("keys").showModal(),
  };
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

document.querySelectorAll("[role=tab]").forEach(one => (one.tabIndex = one.getAttribute("aria-selected") === "true" ? 0 : -1));
if (Number(byId("for-changes").querySelector(".count").textContent) > 0) {
  tab("tab-changes");
}
readBlocks();
document.addEventListener("viewed", () => current && light(current));
addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== current) {
    open(location.hash.slice(1));
  }
});
if (location.hash.length > 1) {
  open(location.hash.slice(1));
}
