// MB a second of processor time of @microsoft/recognizers-text-suite over the lines of standard input: numbers and
// percentages, warm (the second of two rounds), on one thread. The folder with its node_modules is the argument.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const require = createRequire(path.join(process.argv[2], "package.json"));
const { recognizeNumber, recognizePercentage, Culture } = require("@microsoft/recognizers-text-suite");
const lines = readFileSync(0, "utf8").split("\n");
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
let seconds = 0;
for (let round = 0; round < 2; round++) {
  const started = process.cpuUsage();
  for (const line of lines) {
    recognizeNumber(line, Culture.Chinese);
    recognizePercentage(line, Culture.Chinese);
  }
  const used = process.cpuUsage(started);
  seconds = (used.user + used.system) / 1e6;
}
process.stdout.write(String(bytes / 1e6 / seconds));
