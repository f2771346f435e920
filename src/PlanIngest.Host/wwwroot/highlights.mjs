// What is lit up in the text of a document: the record at hand, its clause, reasons, findings.
export const source = document.querySelector(".source");
export const text = byId("text");

export const marksOf = id =>
  [...source.querySelectorAll("mark")].filter(mark => mark.dataset.r.split(" ").includes(id));

// Ranges of the text by its own offsets: each block says where it begins; hidden markup is not counted by either.
let blocks = [];
export function readBlocks() {
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
export function paint(name, stretches, reach = false) {
  const ranges = stretches.flatMap(([start, end]) => rangesOf(start, end));
  if (window.CSS && CSS.highlights) {
    CSS.highlights.set(name, new Highlight(...ranges));
  }
  document.dispatchEvent(new CustomEvent("painted", { detail: { name, stretches, reach } }));
  if (reach && !text.hidden) {
    ranges[0]?.startContainer.parentElement.scrollIntoView({ block: "center" });
  }
}

/** The record at hand: its marks, its clause, and the text moved to where it stands. */
export function light(id, box) {
  text.querySelectorAll("mark.lit").forEach(mark => mark.classList.remove("lit"));
  const marks = marksOf(id);
  marks.forEach(mark => mark.classList.add("lit"));
  lightUp(marks);
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
export function lightUp(marks) {
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
export function setStatus(mark, status) {
  const isLit = mark.classList.contains("lit");
  mark.className = status;
  mark.classList.toggle("lit", isLit);
}
