// pdf.js alone: text and operators of every page of the files. Prints seconds and pages.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};
globalThis.ImageData ??= class {};
console.warn = () => {};
const library = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "pdfjs-dist");
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

async function read(file) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: 0,
    cMapUrl: join(library, "cmaps") + "/",
    cMapPacked: true,
    standardFontDataUrl: join(library, "standard_fonts") + "/",
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const { numPages } = document;
  await task.destroy();
  return numPages;
}

const files = process.argv.slice(2);
await read(files[0]);
const start = performance.now();
let pages = 0;
for (const file of files) pages += await read(file);
console.log(`${(performance.now() - start) / 1000} ${pages}`);
