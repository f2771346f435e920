// One page as words with boxes, ruling lines, filled areas and pictures, by running the page's operators with only the
// geometry kept. Coordinates are points from the top left of the page as it is shown, y down.
//
// {"page", "width", "height", "fonts": [name], "words": [[text, x0, y0, x1, y1, size, direction, font, marks]],
//  "lines": [[x0, y0, x1, y1, thickness]], "fills": [[x0, y0, x1, y1, grey]], "pictures": [[x0, y0, x1, y1]],
//  "shapes": number of filled outlines that are no rectangles, "crowded": more words than are listed}
// direction: quarter turns of the writing, clockwise (0 left to right, 1 downwards, 2 upside down, 3 upwards; 4 askew).
// marks: 1 bold, 2 drawn invisibly, 4 an artifact of the page by the file's own marks, 8 drawn before a picture over it.

import { IDENTITY, boxOf, intersect, multiply, round } from "./geometry.mjs";
import { Words } from "./words.mjs";

const BOLD = 1;
const INVISIBLE = 2;
const ARTIFACT = 4;
const COVERED = 8;

// A filled area no thicker than this many points is a ruling line.
const LINE_THICKNESS = 3;
// What viewers show where a page's own size is none.
const LETTER = [612, 792];
// More lines than this is a drawing (a map, a chart), not tables.
const MAX_LINES = 20000;
// Farther from the page than this (a hundred metres), or at no number at all, stands nothing: the file is damaged.
const FAR = 300000;
const isSane = row => row.every(value => typeof value !== "number" || Math.abs(value) < FAR);

function greyOf(colour) {
  if (typeof colour !== "string" || colour[0] !== "#") return 0.5;
  const value = parseInt(colour.slice(1), 16);
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255;
}

class State {
  matrix = IDENTITY;
  font = null;
  size = 0;
  charSpacing = 0;
  wordSpacing = 0;
  scale = 1;
  leading = 0;
  rise = 0;
  mode = 0;
  lineWidth = 1;
  fill = 0;
  stroke = 0;
  fillAlpha = 1;
  // What may be painted on: the box around the clipping paths.
  clip = [-Infinity, -Infinity, Infinity, Infinity];

  clone() {
    return Object.assign(new State(), this);
  }
}

export async function readPage(pdfjs, page) {
  const { OPS, AnnotationMode } = pdfjs;
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const words = new Words();
  const lines = [], fills = [], pictures = [];
  let shapes = 0;

  let state = new State();
  state.matrix = viewport.transform;
  const saved = [];
  const artifacts = [];
  let inArtifact = 0;
  let textMatrix = IDENTITY, lineMatrix = IDENTITY;

  function isClipped(x, y) {
    const [x0, y0, x1, y1] = state.clip;
    return x < x0 - 1 || x > x1 + 1 || y < y0 - 1 || y > y1 + 1;
  }

  function clipTo(box) {
    state.clip = intersect(state.clip, boxOf(state.matrix, ...box));
  }

  function moveText(x, y) {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  }

  function showText(glyphs) {
    const { font, size, scale } = state;
    if (!font || size === 0 || !glyphs) return;
    const base = multiply(state.matrix, textMatrix);
    const hUnit = Math.hypot(base[0], base[1]), vUnit = Math.hypot(base[2], base[3]);
    if (hUnit === 0 || vUnit === 0) return;
    const em = Math.abs(size) * vUnit * font.em;
    const sign = size * scale < 0 ? -1 : 1;
    const ux = (sign * base[0]) / hUnit, uy = (sign * base[1]) / hUnit;
    let marks = font.bold ? BOLD : 0;
    if (state.mode === 3 || state.mode === 7 || state.fillAlpha === 0) marks |= INVISIBLE;
    if (inArtifact) marks |= ARTIFACT;
    let at = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        at += font.vertical ? (-glyph * size) / 1000 : ((-glyph * size) / 1000) * scale;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      if (font.vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
        const advance = (metric[0] * size) / 1000 - spacing;
        // Written downwards: the middle of the glyph's column, from its top.
        const x = base[2] * (at + state.rise) + base[4], y = base[3] * (at + state.rise) + base[5];
        const length = Math.abs(advance) * vUnit;
        const text = glyph.unicode;
        if (text !== " ") {
          const dx = -base[2] / vUnit, dy = -base[3] / vUnit;
          // The base line of a turned line runs left of its middle.
          words.add(text, x - dy * 0.3 * em, y + dx * 0.3 * em, dx, dy, length, em, font.index, marks);
        } else {
          words.end();
        }
        at += advance;
        continue;
      }
      const width = glyph.width * font.unit * size * scale;
      const advance = width + spacing * scale;
      const text = glyph.unicode;
      if (text === " " || text === "\u00a0" || text === "\u3000" || text === "\t" || text === "") {
        if (text !== "") words.end();
      } else {
        const x = base[0] * at + base[2] * state.rise + base[4];
        const y = base[1] * at + base[3] * state.rise + base[5];
        if (isClipped(x + (ux * em) / 4, y + (uy * em) / 4)) words.end();
        else words.add(text, x, y, ux, uy, Math.abs(width) * hUnit, em, font.index, marks);
      }
      at += advance;
    }
    textMatrix = multiply(textMatrix, font.vertical ? [1, 0, 0, 1, 0, at] : [1, 0, 0, 1, at, 0]);
  }

  function setFont(name, size) {
    let known = fontsByName.get(name);
    if (!known) {
      const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
      const matrix = font?.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0];
      const label = font?.name ?? "";
      let em = 1;
      if (font?.isType3Font) {
        const height = font.bbox ? Math.abs((font.bbox[3] - font.bbox[1]) * matrix[3]) : 0;
        em = height > 0 && (height < 0.5 || height > 2) ? height : 1;
      }
      known = {
        index: words.font(label), unit: Math.abs(matrix[0]), em, vertical: !!font?.vertical,
        defaultVMetrics: font?.defaultVMetrics, bold: !!(font?.bold || font?.black || /bold|black|heavy/i.test(label)),
      };
      fontsByName.set(name, known);
    }
    state.font = known;
    state.size = size;
  }
  const fontsByName = new Map();

  function addLine(x0, y0, x1, y1, thickness) {
    const [a, b, c, d] = state.clip;
    if (x1 < a - 1 || x0 > c + 1 || y1 < b - 1 || y0 > d + 1) return;
    if (lines.length < MAX_LINES) {
      const box = [Math.max(x0, a), Math.max(y0, b), Math.min(x1, c), Math.min(y1, d)];
      lines.push([...box.map(round), round(thickness)]);
    }
  }

  function addRectangle(whole) {
    const box = intersect(whole, state.clip);
    const [x0, y0, x1, y1] = box;
    if (x1 < x0 || y1 < y0) return;
    const width = x1 - x0, height = y1 - y0;
    if (width <= LINE_THICKNESS && width < height) {
      addLine((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, width);
    } else if (height <= LINE_THICKNESS) {
      addLine(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, height);
    } else if (fills.length < MAX_LINES) {
      fills.push([...box.map(round), round(state.fill)]);
    }
  }

  function constructPath(fn, data) {
    const filled = fn >= OPS.fill && fn <= OPS.closeEOFillStroke;
    const stroked = fn === OPS.stroke || fn === OPS.closeStroke || fn >= OPS.fillStroke && fn <= OPS.closeEOFillStroke;
    if (!data || !(filled || stroked) || fn === OPS.endPath) return;
    const m = state.matrix;
    const thickness = state.lineWidth * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    let points = [], curved = false;
    const finish = closed => {
      if (points.length >= 2 && !curved) {
        if (stroked) {
          const ends = closed ? [...points, points[0]] : points;
          for (let i = 1; i < ends.length; i++) {
            const [ax, ay] = ends[i - 1], [bx, by] = ends[i];
            if (Math.abs(ax - bx) < 0.8 || Math.abs(ay - by) < 0.8) {
              // A very thick line is a filled area.
              const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
              if (thickness > LINE_THICKNESS * 2) {
                const half = thickness / 2;
                if (box[2] - box[0] > box[3] - box[1]) { box[1] -= half; box[3] += half; }
                else { box[0] -= half; box[2] += half; }
                if (filled || fills.length < MAX_LINES) fills.push([...box.map(round), round(state.stroke)]);
              } else {
                addLine(box[0], box[1], box[2], box[3], thickness);
              }
            }
          }
        }
        if (filled) {
          const xs = points.map(p => p[0]), ys = points.map(p => p[1]);
          const rectangle = points.length <= 5 && points.every((p, i) => {
            const q = points[(i + 1) % points.length];
            return Math.abs(p[0] - q[0]) < 0.1 || Math.abs(p[1] - q[1]) < 0.1;
          });
          if (rectangle) addRectangle([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
        }
      }
      if (curved && filled) shapes++;
      points = [];
      curved = false;
    };
    for (let i = 0; i < data.length; ) {
      switch (data[i++]) {
        case 0: // move
          finish(false);
        // falls through
        case 1: { // line
          const x = data[i++], y = data[i++];
          points.push([m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]);
          break;
        }
        case 2: // curve
          curved = true;
          i += 6;
          break;
        default: // close
          finish(true);
      }
    }
    finish(false);
  }

  function addPicture() {
    pictures.push([...boxOf(state.matrix, 0, 0, 1, 1).map(round), words.list.length]);
  }

  let clipping = false;
  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    switch (fnArray[i]) {
      case OPS.save:
        saved.push(state);
        state = state.clone();
        break;
      case OPS.restore:
        if (saved.length) state = saved.pop();
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        state = state.clone();
        if (args[0]) state.matrix = multiply(state.matrix, args[0]);
        if (args[1]) clipTo(args[1]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.paintFormXObjectEnd:
        if (saved.length) state = saved.pop();
        break;
      case OPS.beginText:
        textMatrix = lineMatrix = IDENTITY;
        break;
      case OPS.setCharSpacing: state.charSpacing = args[0]; break;
      case OPS.setWordSpacing: state.wordSpacing = args[0]; break;
      case OPS.setHScale: state.scale = args[0] / 100; break;
      case OPS.setLeading: state.leading = -args[0]; break;
      case OPS.setTextRise: state.rise = args[0]; break;
      case OPS.setTextRenderingMode: state.mode = args[0]; break;
      case OPS.setFont: setFont(args[0], args[1]); break;
      case OPS.setGState:
        for (const [key, value] of args[0]) {
          if (key === "Font") setFont(value[0], value[1]);
          else if (key === "LW") state.lineWidth = value;
          else if (key === "ca") state.fillAlpha = value;
        }
        break;
      case OPS.moveText: moveText(args[0], args[1]); break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        moveText(args[0], args[1]);
        break;
      case OPS.nextLine: moveText(0, state.leading); break;
      case OPS.setTextMatrix:
        textMatrix = lineMatrix = args[0];
        break;
      case OPS.showText: showText(args[0]); break;
      case OPS.setLineWidth: state.lineWidth = args[0]; break;
      case OPS.setFillRGBColor: state.fill = greyOf(args[0]); break;
      case OPS.setStrokeRGBColor: state.stroke = greyOf(args[0]); break;
      case OPS.setFillColorN: state.fill = 0.5; break;
      case OPS.setStrokeColorN: state.stroke = 0.5; break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const artifact = (args[0]?.name ?? args[0]) === "Artifact";
        artifacts.push(artifact);
        if (artifact) inArtifact++;
        break;
      }
      case OPS.endMarkedContent:
        if (artifacts.pop()) inArtifact--;
        break;
      case OPS.constructPath:
        constructPath(args[0], args[1]?.[0]);
        if (clipping && args[2]) clipTo(args[2]);
        clipping = false;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        words.end();
        addPicture();
        break;
    }
  }
  words.end();

  const size = [round(viewport.width), round(viewport.height)];
  const [width, height] = isSane(size) ? size : LETTER;
  for (const [x0, y0, x1, y1, before] of pictures) {
    for (let i = 0; i < before; i++) {
      const word = words.list[i];
      const x = (word[1] + word[3]) / 2, y = (word[2] + word[4]) / 2;
      if (x > x0 && x < x1 && y > y0 && y < y1) word[8] |= COVERED;
    }
  }
  return {
    page: page.pageNumber, width, height, fonts: words.fonts,
    words: words.list.filter(isSane), lines: lines.filter(isSane), fills: fills.filter(isSane),
    pictures: pictures.map(picture => picture.slice(0, 4)).filter(isSane), shapes,
    crowded: words.crowded || undefined,
  };
}
