// node scripts/bench/workbook-read.ts FILE FILLED: reads a workbook from start to end, with the values of merged cells where FILLED is true.
// Prints how many records it has.
import { layoutOf, openFile } from "../read/files.ts";

const [path = "", filled] = process.argv.slice(2);
const layout = await layoutOf(path, { encoding: "auto", delimiter: "auto", fill_merged: filled === "true" });
if (!layout) throw new Error(`no header in ${path}`);
let records = 0;
for await (const batch of (await openFile(path, layout)).batches) records += batch.length;
console.log(records);
