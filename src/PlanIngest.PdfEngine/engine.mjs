// The PDF engine: a child process of the host that reads many documents, one after another.
//
// In:  a line of JSON {"length", "pages"}, then so many bytes of PDF.
// Out: a line of JSON for each page (see page.mjs), then {"done": true} or {"error", "message"}.
//      The first line of all is {"engine"}. Nothing else is written to standard output.
import { readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPage } from "./page.mjs";

// pdf.js asks for these browser classes when it is loaded; nothing here draws.
globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};
globalThis.ImageData ??= class {};
globalThis.FontFace = class {
  loaded = Promise.resolve();
};
console.log = console.info = console.warn = console.debug = () => {};

const here = dirname(fileURLToPath(import.meta.url));
const library = join(here, "node_modules", "pdfjs-dist");
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
const { version } = JSON.parse(readFileSync(join(library, "package.json"), "utf8"));

// An image is never shown, only its place is wanted; beyond this many pixels it is not even decoded.
const MAX_IMAGE_PIXELS = 40_000_000;

const ownerDocument = { fonts: { add() {}, delete() {} } };

function send(message) {
  const bytes = Buffer.from(JSON.stringify(message) + "\n");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const ERRORS = {
  PasswordException: "encrypted",
  InvalidPDFException: "damaged",
  FormatError: "damaged",
  XRefParseException: "damaged",
  XRefEntryException: "damaged",
  MissingPDFException: "damaged",
};

async function readDocument(data, maxPages) {
  const task = pdfjs.getDocument({
    data,
    ownerDocument,
    disableFontFace: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    fontExtraProperties: false,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: join(library, "cmaps") + "/",
    cMapPacked: true,
    standardFontDataUrl: join(library, "standard_fonts") + "/",
  });
  try {
    const document = await task.promise;
    if (document.numPages > maxPages) {
      return { error: "pages", message: `${document.numPages} pages` };
    }
    send({ pages: document.numPages });
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      send(await readPage(pdfjs, page));
      page.cleanup();
    }
    return { done: true };
  } catch (error) {
    return { error: ERRORS[error?.name] ?? "damaged", message: String(error?.message ?? error) };
  } finally {
    await task.destroy();
  }
}

// Standard input, cut into the lines and byte runs asked for.
let held = Buffer.alloc(0);
const input = process.stdin[Symbol.asyncIterator]();

async function more() {
  const { value, done } = await input.next();
  if (done) process.exit(0);
  return value;
}

async function readLine() {
  let end;
  while ((end = held.indexOf(10)) < 0) held = Buffer.concat([held, await more()]);
  const line = held.subarray(0, end).toString("utf8");
  held = held.subarray(end + 1);
  return line;
}

async function readBytes(length) {
  const bytes = new Uint8Array(length);
  let at = Math.min(length, held.length);
  bytes.set(held.subarray(0, at));
  held = held.subarray(at);
  while (at < length) {
    const chunk = await more();
    const taken = Math.min(length - at, chunk.length);
    bytes.set(chunk.subarray(0, taken), at);
    held = chunk.subarray(taken);
    at += taken;
  }
  return bytes;
}

send({ engine: `pdfjs-dist ${version}` });
for (;;) {
  const request = JSON.parse(await readLine());
  send(await readDocument(await readBytes(request.length), request.pages));
}
