// Writes a report of so many findings to nowhere, in a process of its own: `write-report FORMAT FINDINGS`. Says what it took.
import type { Format } from '../reporters/index.ts';
import { FORMATS } from '../src/cli/output/formats.ts';
import { manyFindings } from './support/many-findings.ts';

const [format = '', findings = ''] = process.argv.slice(2);
const reporter = await FORMATS[format as Format].load();
const report = manyFindings(Number(findings));
const begun = performance.now();
let bytes = 0;
for (const piece of reporter(report, { colour: false, all: false, width: 100, links: false })) bytes += Buffer.byteLength(piece);
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - begun, bytes }));
