import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openScratch } from "../tools/scratch.ts";
import { type Measured, measure } from "./measure.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** A workbook of 12 columns read in a process of its own, without and with the values of merged cells. */
export interface WorkbookReads {
  rows: number;
  plain: Measured;
  filled: Measured;
}

async function measureRead(path: string, { rows, isFilled }: { rows: number; isFilled: boolean }): Promise<Measured> {
  const { output, ...measured } = await measure(fileURLToPath(import.meta.resolve("./workbook-read.ts")), path, String(isFilled));
  if (Number(output) !== rows) throw new Error(`${path} has ${rows} records, and ${output.trim()} were read`);
  return measured;
}

export async function measureWorkbookReads(rows: number): Promise<WorkbookReads> {
  const { folder, remove } = openScratch("bench-workbook");
  try {
    const path = join(folder, "workbook.xlsx");
    await writeWorkbook(path, rows);
    return { rows, plain: await measureRead(path, { rows, isFilled: false }), filled: await measureRead(path, { rows, isFilled: true }) };
  } finally {
    remove();
  }
}
