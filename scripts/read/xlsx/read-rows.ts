import { Filler, readMerged } from "./merged.ts";
import { SheetElements, type SheetRow } from "./sheet-elements.ts";
import type { Sheet } from "./sheets.ts";
import type { Workbook } from "./workbook.ts";
import { readElements } from "./xml.ts";

interface Options {
  /** Whether every cell of a merged range has the value of its first; default false: only the first has it. */
  fillMerged?: boolean;
}

/** So few that a batch is gone before young objects are collected: larger ones take twice the memory. */
const BATCH_ROWS = 20;

/**
 * The rows of a sheet, some at a time, in the order of their lines; hidden ones too. Rows that the sheet does not have are left
 * out, also of a merged range. Throws a DataError when the sheet cannot be read on.
 */
export async function* readRows(
  workbook: Workbook,
  sheet: Sheet,
  { fillMerged = false }: Options = {},
): AsyncGenerator<SheetRow[], void, undefined> {
  const { parts } = workbook;
  const filler = new Filler(fillMerged ? await readMerged(parts, sheet.part) : []);
  const elements = new SheetElements({ ...workbook, path: parts.path, sheet: sheet.name });
  const taken = () => {
    const rows = elements.take();
    for (const { line, cells } of rows) filler.fill(line, cells);
    return rows;
  };
  for await (const _ of readElements(parts, sheet.part, elements)) if (elements.waiting >= BATCH_ROWS) yield taken();
  if (elements.waiting > 0) yield taken();
}
