// A record of one's own, over selected words.
import { text } from "./highlights.mjs";

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
/**
 * Without a selection (on the keyboard, or before a PDF's page) the words are typed: those of the record at hand to begin
 * with. What was entered, or null.
 */
export async function enterRecord(suggestion) {
  const chosen = selected;
  const words = byId("add-words");
  words.value = chosen?.words ?? suggestion;
  for (const id of ["add-name", "add-raw", "add-period"]) {
    byId(id).value = byId(id).dataset.suggested = "";
  }
  suggest();
  if (!(await ask(byId("add")))) {
    return null;
  }
  const isAsSelected = chosen && words.value === chosen.words;
  return {
    ...(isAsSelected ? { start: chosen.start, end: chosen.end } : { words: words.value }),
    name: byId("add-name").value, raw: byId("add-raw").value, role: byId("add-role").value, period: byId("add-period").value,
  };
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
