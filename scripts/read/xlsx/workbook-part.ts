import type { Text } from "../../../src/core/text.ts";
import { type FileKind, SAVE } from "../file-kind.ts";
import { noWorkbook } from "./broken.ts";
import type { Parts } from "./parts.ts";
import type { Relation } from "./relations.ts";

/** What a zip is that is no workbook, by a part that it has. */
const OTHERS: Readonly<Record<string, Text>> = {
  "word/document.xml": { zh: "Word 文档", en: "a Word document" },
  "ppt/presentation.xml": { zh: "PowerPoint 演示文稿", en: "a PowerPoint presentation" },
  "content.xml": { zh: "OpenDocument 文件（如 .ods）", en: "an OpenDocument file, such as .ods" },
  "index/document.iwa": { zh: "Numbers 或 Pages 文档", en: "a Numbers or Pages document" },
};

const SHOWN = 3;

/** The part with the list of sheets. Throws a DataError that says what the zip is when it is no workbook. */
export function workbookPart(parts: Parts, relations: readonly Relation[]): string {
  const document = relations.find(({ kind }) => kind === "officeDocument")?.target;
  const other = Object.entries(OTHERS).find(([part]) => parts.has(part))?.[1];
  if (document?.endsWith(".bin"))
    throw noWorkbook(parts.path, { name: { zh: "二进制工作簿（.xlsb）", en: "a binary workbook (.xlsb)" }, remedy: SAVE });
  if (other) throw noWorkbook(parts.path, { name: other, remedy: SAVE });
  if (document === undefined || !parts.has(document)) throw noWorkbook(parts.path, zipOf(parts));
  return document;
}

function zipOf({ names }: Parts): FileKind {
  const held = `${names.slice(0, SHOWN).join(", ")}${names.length > SHOWN ? " …" : ""}`;
  return {
    name: names.length === 0 ? { zh: "空的 zip 文件", en: "an empty zip" } : { zh: `装有 ${held} 的 zip`, en: `a zip of ${held}` },
    remedy: { zh: "若其中压缩了文件，先解压", en: "if files are packed in it, unpack them" },
  };
}
