// A document under review: keys, sending actions, keeping the page in step with what was done.
import { light, lightUp, marksOf, paint, readBlocks, setStatus } from "./highlights.mjs";
import { enterRecord } from "./new-record.mjs";
import { filter, itemOf, items, shown, sort, tab } from "./record-list.mjs";

const review = document.querySelector("main.review");
const path = review.dataset.path;
const card = byId("card");
const undone = [];
let current = null;
let explained = false;

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
  light(id, card.firstElementChild);
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

async function add() {
  const added = await enterRecord(card.querySelector("blockquote")?.textContent ?? "");
  const said = added && (await act({ action: "add", added }));
  if (said) {
    await renew();
    await open(said.record, true);
  }
}
async function acceptAll() {
  const records = shown().filter(item => item.dataset.status === "open").map(item => item.dataset.r);
  byId("sure-count").textContent = records.length;
  const tags = Object.fromEntries(records.map(id => [id, itemOf(id).dataset.tag]));
  if (records.length > 0 && (await ask(byId("sure"))) && (await act({ action: "accept", records, tags }))) {
    await renew();
  }
}
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

readBlocks();
document.addEventListener("viewed", () => current && light(current, card.firstElementChild));
addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== current) {
    open(location.hash.slice(1));
  }
});
if (location.hash.length > 1) {
  open(location.hash.slice(1));
}
