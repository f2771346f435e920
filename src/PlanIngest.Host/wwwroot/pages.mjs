// The pages of a PDF as they are printed, drawn by pdf.js, with every value marked over them. A page is drawn when it
// comes near the window and let go when it is far. Nothing of a document runs here: pdf.js draws, it executes nothing.

/** So near the window, in its pixels, a page is drawn. */
const NEAR = 1500;
/** A box and the glyphs in it may differ by rounding, in points. */
const SLACK = 1.5;

const source = document.querySelector(".source");
const pages = byId("pages");
const text = byId("text");
const path = document.querySelector("main.review").dataset.path;
const sheets = [];
const painted = new Map();
let marks = [];
let pdf = null;
let lit = null;

async function load() {
  const engine = new URL(pages.dataset.engine, location.href).href;
  const pdfjs = await import(engine + "legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = engine + "legacy/build/pdf.worker.mjs";
  pdf = await pdfjs.getDocument({
    url: "/original?" + new URLSearchParams({ path }),
    cMapUrl: engine + "cmaps/",
    cMapPacked: true,
    standardFontDataUrl: engine + "standard_fonts/",
    wasmUrl: engine + "wasm/",
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
  }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const element = document.createElement("div");
    element.className = "sheet";
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", `${pages.dataset.name} ${number} / ${pdf.numPages}`);
    sheets.push({ number, element, canvas: null, page: null, glyphs: null, size: null });
  }
  // All take the first page's size until their own is known, so that the scroll bar is right from the start.
  await measure(sheets[0]);
  sheets.forEach(sheet => (sheet.element.style.aspectRatio = `${sheets[0].size.width} / ${sheets[0].size.height}`));
  pages.replaceChildren(...sheets.map(sheet => sheet.element));
  await fetchMarks();
  sheets.forEach(sheet => near.observe(sheet.element));
  for (const sheet of sheets) {
    await measure(sheet);
  }
}

async function measure(sheet) {
  if (!sheet.size) {
    sheet.page = await pdf.getPage(sheet.number);
    sheet.size = sheet.page.getViewport({ scale: 1 });
    sheet.element.style.aspectRatio = `${sheet.size.width} / ${sheet.size.height}`;
  }
  return sheet.page;
}

async function draw(sheet) {
  if (sheet.canvas || pages.hidden) {
    return;
  }
  const canvas = (sheet.canvas = document.createElement("canvas"));
  const page = await measure(sheet);
  const viewport = page.getViewport({ scale: (sheet.element.clientWidth * devicePixelRatio) / sheet.size.width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  if (sheet.canvas === canvas) {
    sheet.element.prepend(canvas);
    await overlay(sheet);
  }
}

function letGo(sheet) {
  sheet.canvas = null;
  sheet.element.replaceChildren();
}

const near = new IntersectionObserver(
  entries => {
    for (const entry of entries) {
      const sheet = sheets.find(one => one.element === entry.target);
      entry.isIntersecting ? draw(sheet) : letGo(sheet);
    }
  },
  { root: source, rootMargin: `${NEAR}px 0px` },
);

/** Every character of a page with its box in points. A run's width is shared out: a wide character takes twice a narrow. */
async function glyphsOf(sheet) {
  const page = await measure(sheet);
  const { items } = await page.getTextContent({ disableNormalization: true });
  const [a, b, c, d, e, f] = sheet.size.transform;
  const glyphs = [];
  for (const item of items.filter(one => one.str)) {
    const [ia, ib, ic, id, ie, iff] = item.transform;
    const run = { x: a * ia + c * ib, y: b * ia + d * ib }, up = { x: a * ic + c * id, y: b * ic + d * id };
    const along = item.width / (Math.hypot(run.x, run.y) || 1);
    const from = { x: a * ie + c * iff + e, y: b * ie + d * iff + f };
    const characters = [...item.str];
    const widths = characters.map(one => (one.codePointAt(0) > 0x2e7f ? 1 : 0.5));
    const whole = widths.reduce((sum, width) => sum + width, 0);
    let at = 0;
    characters.forEach((character, n) => {
      const [start, end] = [at / whole, (at += widths[n]) / whole];
      const x = [start, end].flatMap(part => [-0.2, 0.9].map(high => from.x + run.x * along * part + up.x * high));
      const y = [start, end].flatMap(part => [-0.2, 0.9].map(high => from.y + run.y * along * part + up.y * high));
      const box = { x0: Math.min(...x), y0: Math.min(...y), x1: Math.max(...x), y1: Math.max(...y) };
      for (const unit of fold(character)) {
        glyphs.push({ unit, box });
      }
    });
  }
  return glyphs;
}
const fold = words => words.normalize("NFKC").replace(/\s/gu, "");

/** The boxes of words among glyphs, one a line; null where they do not stand there. */
function boxesOf(glyphs, words, nth) {
  const line = glyphs.map(glyph => glyph.unit).join("");
  let at = -1;
  for (let turn = 0; turn <= nth; turn++) {
    const next = line.indexOf(words, at + 1);
    if (next < 0) {
      break;
    }
    at = next;
  }
  return at < 0 ? null : joined(glyphs.slice(at, at + words.length));
}
function joined(glyphs) {
  const boxes = [];
  for (const { box } of glyphs) {
    const last = boxes.at(-1);
    const middle = (box.y0 + box.y1) / 2;
    if (last && middle > last.y0 && middle < last.y1 && box.x0 > last.x0 - SLACK) {
      Object.assign(last, { x1: Math.max(last.x1, box.x1), y0: Math.min(last.y0, box.y0), y1: Math.max(last.y1, box.y1) });
    } else {
      boxes.push({ ...box });
    }
  }
  return boxes;
}

/** Where placed words stand: sheet and boxes. A paragraph may go on over the page; what is found nowhere is its box. */
async function locate(place) {
  const sheet = sheets[place.page - 1];
  if (!sheet) {
    return null;
  }
  const words = fold(place.words);
  const [x0, y0, x1, y1] = place.box;
  const isIn = ({ box }) => {
    const x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    return x > x0 - SLACK && x < x1 + SLACK && y > y0 - SLACK && y < y1 + SLACK;
  };
  const own = boxesOf((await (sheet.glyphs ??= glyphsOf(sheet))).filter(isIn), words, place.nth);
  if (own) {
    return { sheet, boxes: own };
  }
  const next = sheets[place.page];
  if (next) {
    const glyphs = await (next.glyphs ??= glyphsOf(next));
    const before = fold(place.before);
    const line = glyphs.map(glyph => glyph.unit).join("");
    const at = line.indexOf(before + words);
    const boxes = at >= 0 ? joined(glyphs.slice(at + before.length, at + before.length + words.length)) : null;
    if (boxes) {
      return { sheet: next, boxes };
    }
  }
  return { sheet, boxes: [{ x0, y0, x1, y1 }], isArea: true };
}

async function overlay(sheet) {
  const wanted = [...marks, ...[...painted.values()].flat()].filter(
    one => one.place.page === sheet.number || one.place.page === sheet.number - 1,
  );
  const elements = [];
  for (const one of wanted) {
    one.found ??= await locate(one.place);
    if (one.found?.sheet === sheet) {
      elements.push(...one.found.boxes.map(box => elementOf(one, box, sheet.size)));
    }
  }
  if (sheet.canvas) {
    sheet.element.replaceChildren(sheet.canvas, ...elements);
  }
}
function elementOf(one, box, size) {
  const element = document.createElement(one.records ? "mark" : "i");
  // The list knows how a record stands by now.
  element.className = one.records ? (byId("i-" + one.records.split(" ")[0])?.dataset.status ?? one.status) : one.name;
  if (one.records) {
    element.dataset.r = one.records;
    element.classList.toggle("lit", one.records.split(" ").includes(lit));
  }
  element.classList.toggle("area", Boolean(one.found.isArea));
  element.style.left = (box.x0 / size.width) * 100 + "%";
  element.style.top = (box.y0 / size.height) * 100 + "%";
  element.style.width = ((box.x1 - box.x0) / size.width) * 100 + "%";
  element.style.height = ((box.y1 - box.y0) / size.height) * 100 + "%";
  return element;
}
const overlayAll = () => Promise.all(sheets.filter(sheet => sheet.canvas?.parentElement).map(overlay));

async function fetchMarks() {
  const answer = await fetch("/places?" + new URLSearchParams({ path }));
  marks = answer.ok ? await answer.json() : [];
}

async function reach(one) {
  if (!one || pages.hidden) {
    return;
  }
  one.found ??= await locate(one.place);
  if (!one.found) {
    return;
  }
  const { sheet, boxes } = one.found;
  await measure(sheet);
  const at = sheet.element.offsetTop + (boxes[0].y0 / sheet.size.height) * sheet.element.offsetHeight;
  const room = 40;
  if (at < source.scrollTop + room || at > source.scrollTop + source.clientHeight - room) {
    source.scrollTop = at - source.clientHeight / 3;
  }
}

document.addEventListener("lit", async ({ detail }) => {
  lit = detail;
  const own = marks.filter(mark => mark.records.split(" ").includes(lit));
  for (const mark of pages.querySelectorAll("mark")) {
    mark.classList.toggle("lit", mark.dataset.r.split(" ").includes(lit));
  }
  await reach(own[0]);
});
document.addEventListener("painted", async ({ detail: { name, stretches, reach: isWanted } }) => {
  const at = stretches.map(([start, end]) => `${start}-${end}`).join(",");
  const answer = at && pdf ? await fetch("/places?" + new URLSearchParams({ path, at })) : null;
  const places = answer?.ok ? await answer.json() : [];
  painted.set(name, places.map(place => ({ name, place })));
  await overlayAll();
  if (isWanted) {
    await reach(painted.get(name)[0]);
  }
});
document.addEventListener("renewed", async () => {
  press();
  await fetchMarks();
  await overlayAll();
});

function show(view) {
  pages.hidden = view !== "pages";
  text.hidden = view === "pages";
  press();
  if (!pages.hidden) {
    sheets.forEach(sheet => near.unobserve(sheet.element));
    sheets.forEach(sheet => near.observe(sheet.element));
  }
  document.dispatchEvent(new CustomEvent("viewed"));
}
const press = () =>
  document
    .querySelectorAll("[data-view]")
    .forEach(one => one.setAttribute("aria-pressed", one.dataset.view === (pages.hidden ? "text" : "pages")));
document.querySelector(".bar").addEventListener("click", event => {
  const chosen = event.target.closest("[data-view]");
  if (chosen) {
    show(chosen.dataset.view);
  }
});

let width = 0;
new ResizeObserver(() => {
  if (!pages.hidden && pages.clientWidth !== width) {
    width = pages.clientWidth;
    clearTimeout(pages.timer);
    pages.timer = setTimeout(() => {
      sheets.filter(sheet => sheet.canvas).forEach(sheet => {
        letGo(sheet);
        draw(sheet);
      });
    }, 200);
  }
}).observe(pages);

load().catch(trouble => {
  // A damaged or locked file: its text, as far as it was read, is all there is to show.
  console.warn(trouble);
  show("text");
});
