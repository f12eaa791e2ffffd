import type { DataError } from "../../../src/core/errors.ts";
import { brokenWorkbook } from "./broken.ts";
import type { Parts } from "./parts.ts";
import type { Relation } from "./relations.ts";

const SAVE = "an .xlsx workbook: open the file in a spreadsheet and save it as .xlsx";

/** What a zip is that is no workbook, by a part that it has. */
const OTHERS: Readonly<Record<string, string>> = {
  "word/document.xml": "a Word document",
  "ppt/presentation.xml": "a PowerPoint presentation",
  "content.xml": "an OpenDocument file, such as .ods",
  "index/document.iwa": "a Numbers or Pages document",
};

const SHOWN = 3;

/** The part with the list of sheets. Throws a DataError that says what the zip is when it is no workbook. */
export function workbookPart(parts: Parts, relations: readonly Relation[]): string {
  const document = relations.find(({ kind }) => kind === "officeDocument")?.target;
  if (document?.endsWith(".bin")) throw brokenWorkbook(parts.path, "a binary workbook (.xlsb)", SAVE);
  const other = Object.keys(OTHERS).find((part) => parts.has(part));
  if (other !== undefined) throw brokenWorkbook(parts.path, String(OTHERS[other]), SAVE);
  if (document === undefined || !parts.has(document)) throw noWorkbook(parts);
  return document;
}

function noWorkbook({ path, names }: Parts): DataError {
  const held = names.length === 0 ? "an empty zip" : `a zip of ${names.slice(0, SHOWN).join(", ")}${names.length > SHOWN ? " …" : ""}`;
  return brokenWorkbook(path, held, "an .xlsx workbook; if files are packed in it, unpack them");
}
