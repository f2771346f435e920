import { round } from "./geometry.mjs";

// Two glyphs stand in different words when the white between them is wider than this part of their size: a narrow
// space is 0.2, tracking in justified lines stays under 0.12.
const WORD_GAP = 0.17;
// The next glyph of a word may go back by this part of its size (kerning, accents).
const OVERLAP = 0.5;
// The boxes of letters: how far ink reaches over and under the base line, in parts of the size.
const ASCENT = 0.8;
const DESCENT = 0.2;
// Writing off the level by more than this (sine of 3 degrees) is askew.
const ASKEW = 0.052;
// The densest page of small print has 5000 words; more is an attack or a picture made of letters.
const MAX_WORDS = 20000;

// Glyphs on their way to become words: a word ends where the writing jumps, leaves white, or changes font.
export class Words {
  list = [];
  crowded = false;
  fonts = [];
  #names = new Map();
  #word = null;

  font(name) {
    let index = this.#names.get(name);
    if (index === undefined) {
      index = this.fonts.push(name) - 1;
      this.#names.set(name, index);
    }
    return index;
  }

  // (x, y): the glyph's origin; (ux, uy): the direction of writing; advance and size in points.
  add(text, x, y, ux, uy, advance, size, font, marks) {
    let word = this.#word;
    if (word) {
      const dx = x - word.endX, dy = y - word.endY;
      const along = dx * ux + dy * uy, across = Math.abs(dx * uy - dy * ux);
      const same = word.font === font && word.marks === marks && Math.abs(word.size - size) < 0.1
        && word.ux * ux + word.uy * uy > 0.99;
      if (!same || across > 0.2 * size || along > WORD_GAP * size || along < -OVERLAP * size) {
        this.end();
        word = null;
      }
    }
    if (!word) {
      word = this.#word = { text: "", x, y, ux, uy, size, font, marks, endX: x, endY: y };
    }
    word.text += text;
    word.endX = x + ux * advance;
    word.endY = y + uy * advance;
  }

  end() {
    const word = this.#word;
    this.#word = null;
    if (!word || word.text.trim() === "") return;
    if (this.list.length >= MAX_WORDS) {
      this.crowded = true;
      return;
    }
    const { x, y, ux, uy, size, endX, endY } = word;
    // Up from the base line is the direction of writing turned left; on a page with y down that is (uy, -ux).
    const upX = uy * size * ASCENT, upY = -ux * size * ASCENT;
    const downX = -uy * size * DESCENT, downY = ux * size * DESCENT;
    const xs = [x + upX, x + downX, endX + upX, endX + downX];
    const ys = [y + upY, y + downY, endY + upY, endY + downY];
    const askew = Math.min(Math.abs(ux), Math.abs(uy)) > ASKEW;
    const direction = askew ? 4 : Math.abs(ux) >= Math.abs(uy) ? (ux >= 0 ? 0 : 2) : uy > 0 ? 1 : 3;
    this.list.push([
      word.text, round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys)),
      round(size), direction, word.font, word.marks,
    ]);
  }
}
