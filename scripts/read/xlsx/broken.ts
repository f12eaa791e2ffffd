import { DataError } from "../../../src/core/errors.ts";
import type { Text } from "../../../src/core/text.ts";
import { type FileKind, otherKind } from "../file-kind.ts";

const SOUND: Text = {
  zh: "完好的 .xlsx 工作簿：用电子表格程序打开，再另存一次",
  en: "a sound .xlsx workbook: open the file in a spreadsheet and save it again",
};

/** A workbook that cannot be read at all, or not on; `found` and `expected` complete the sentence of an issue. */
export const brokenWorkbook = (file: string, found: string | Text, expected: string | Text = SOUND): DataError =>
  new DataError(`无法读取 · ${file} cannot be read`, [{ file, found, expected }]);

/** A file that is no workbook, though its name says so. */
export const noWorkbook = (path: string, kind: FileKind): DataError =>
  otherKind(path, kind, { zh: ".xlsx 工作簿", en: "an .xlsx workbook" });

/** What a library threw, as a workbook that cannot be read; what is said already stays. */
export const asBroken = (file: string, part: string, cause: unknown): DataError =>
  cause instanceof DataError ? cause : brokenWorkbook(file, `${part}: ${cause instanceof Error ? cause.message : String(cause)}`);
