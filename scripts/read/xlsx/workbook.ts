import { readFormats } from "./formats.ts";
import type { Meaning } from "./number-format.ts";
import { openParts, type Parts } from "./parts.ts";
import type { CellContext } from "./read-cell.ts";
import { readRelations } from "./relations.ts";
import { sharedStringsOf } from "./shared-strings.ts";
import { listSheets, type Sheet } from "./sheets.ts";
import { checkSignature } from "./signature.ts";
import { workbookPart } from "./workbook-part.ts";

/** A workbook that is open; close it. */
export interface Workbook extends CellContext {
  /** In the order of their tabs. */
  sheets: readonly Sheet[];
  parts: Parts;
  /** What formats make of numbers, by the number of a cell's style. */
  formats: readonly Meaning[];
  close: () => void;
}

/** Opens an .xlsx or .xlsm workbook. Throws a DataError that says what is wrong with the file, or what it is instead. */
export async function openWorkbook(path: string): Promise<Workbook> {
  await checkSignature(path);
  const parts = await openParts(path);
  try {
    return await readWorkbook(parts);
  } catch (cause) {
    parts.close();
    throw cause;
  }
}

async function readWorkbook(parts: Parts): Promise<Workbook> {
  const part = workbookPart(parts, await readRelations(parts, ""));
  const relations = await readRelations(parts, part);
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind && parts.has(relation.target))?.target;
  const [strings, styles] = [partOf("sharedStrings"), partOf("styles")];
  return {
    ...(await listSheets(parts, part, relations)),
    parts,
    strings: strings === undefined ? [] : await sharedStringsOf(parts, strings),
    formats: styles === undefined ? [] : await readFormats(parts, styles),
    close: parts.close,
  };
}
