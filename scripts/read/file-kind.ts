import { open, stat } from "node:fs/promises";
import { DataError } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { encodingOf } from "../tools/encoding-of.ts";

/** What a file is that is not what its name says, and what to do about it. */
export interface FileKind {
  name: Text;
  remedy: Text;
}

const HEAD_BYTES = 4096;

export const SAVE: Text = { zh: "用表格软件打开，另存为 .xlsx", en: "open the file in a spreadsheet and save it as .xlsx" };
const EXPORT: Text = { zh: "导出表格本身，存为 CSV 或 .xlsx", en: "export the table itself, as CSV or .xlsx" };
const UNPACK: Text = { zh: "先解压", en: "unpack the file" };

const bytes = (...values: readonly number[]) => Buffer.from(values);

const ZIP = Buffer.from("PK\x03\x04");
export const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0);
const PARQUET = Buffer.from("PAR1");
const PICTURE: FileKind = { name: { zh: "图片", en: "a picture" }, remedy: EXPORT };

const packedBy = (program: string): FileKind => ({
  name: { zh: `${program} 压缩文件`, en: `a file packed by ${program}` },
  remedy: UNPACK,
});

/** What a file of each kind begins with, and ends with where letters alone begin it, as a header may as well. */
const MARKS: readonly (readonly [mark: Buffer, kind: FileKind, end?: Buffer])[] = [
  [
    ZIP,
    {
      name: { zh: "zip 压缩文件（.xlsx 工作簿也是）", en: "a zip, as .xlsx workbooks are" },
      remedy: {
        zh: "若是工作簿，文件名应以 .xlsx 结尾；否则先解压",
        en: "if the file is a workbook, let its name end with .xlsx; else unpack it",
      },
    },
  ],
  [
    Buffer.from("PK\x05\x06"),
    { name: { zh: "空的 zip 文件", en: "an empty zip" }, remedy: { zh: "重新导出", en: "export the file again" } },
  ],
  [
    OLE,
    {
      name: { zh: "旧版 Excel 工作簿（.xls），或有密码的文件", en: "a workbook of an old Excel (.xls), or a file with a password" },
      remedy: SAVE,
    },
  ],
  [
    PARQUET,
    {
      name: { zh: "Parquet 文件", en: "a Parquet file" },
      remedy: { zh: "文件名应以 .parquet 结尾", en: "let its name end with .parquet" },
    },
    PARQUET,
  ],
  [bytes(0x1f, 0x8b), packedBy("gzip")],
  [Buffer.from("7z\xbc\xaf\x27\x1c", "latin1"), packedBy("7-Zip")],
  [Buffer.from("Rar!\x1a\x07"), packedBy("RAR")],
  [Buffer.from("\x89PNG", "latin1"), PICTURE],
  [bytes(0xff, 0xd8, 0xff), PICTURE],
];

const TEXTS: readonly (readonly [form: RegExp, kind: FileKind])[] = [
  [/^%PDF-\d\.\d/, { name: { zh: "PDF 文档", en: "a PDF document" }, remedy: EXPORT }],
  [
    /^<\?xml[^>]*>\s*(?:<\?mso-application|<(?:\w+:)?Workbook)/,
    { name: { zh: "Excel 2003 的 XML 表格", en: "an XML spreadsheet of Excel 2003" }, remedy: SAVE },
  ],
  [
    /^<(?:!doctype html|html|head|meta|table|style|div|\?xml[^>]*>\s*<html)(?=[\s>/])/i,
    { name: { zh: "HTML 网页", en: "an HTML page" }, remedy: SAVE },
  ],
  [/^<\?xml/, { name: { zh: "XML", en: "XML" }, remedy: EXPORT }],
  [/^(?:\[\s*)?\{\s*"/, { name: { zh: "JSON", en: "JSON" }, remedy: EXPORT }],
];

/** What may be CSV is text, where it should be something else. */
const TEXT: FileKind = {
  name: { zh: "文本，如 CSV", en: "text, such as CSV" },
  remedy: { zh: "若是 CSV，文件名应以 .csv 结尾", en: "if the file is CSV, let its name end with .csv" },
};

/** Characters that no text has. */
const CONTROLS = /\p{Cc}(?<![\t\n\r\f])/u;

export const startsWith = (head: Buffer, mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);

/** The beginning of a file as text, without blanks. */
const textOfHead = (head: Buffer): string => new TextDecoder(encodingOf(head) ?? "utf-8").decode(head).trimStart();

/** What a file is by how it begins and ends; null where that says nothing. */
export async function kindOf(path: string): Promise<FileKind | null> {
  const { head, tail } = await endsOf(path);
  const text = textOfHead(head);
  const isOf = (mark: Buffer, end: Buffer = Buffer.alloc(0)) =>
    startsWith(head, mark) && tail.subarray(tail.length - end.length).equals(end);
  const found = MARKS.find(([mark, , end]) => isOf(mark, end)) ?? TEXTS.find(([form]) => form.test(text));
  if (found) return found[1];
  return text === "" || CONTROLS.test(text) ? null : TEXT;
}

/** The first and the last bytes of a file. */
async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const { size } = await stat(path);
  return { head: await headOf(path), tail: await headOf(path, Math.max(0, size - PARQUET.length)) };
}

/** The first bytes of a file, from a position on. */
export async function headOf(path: string, position = 0): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file of another kind than its name says. */
export const otherKind = (path: string, { name, remedy }: FileKind, expected: Text): DataError =>
  new DataError(`无法读取 · ${path} cannot be read`, [{ file: path, found: name, expected, remedy }]);

/** Throws a DataError that says what a file is that cannot be CSV. */
export async function checkCsv(path: string): Promise<void> {
  const kind = await kindOf(path);
  if (kind && kind !== TEXT) throw otherKind(path, kind, { zh: "CSV 文件", en: "CSV" });
}

/** Throws a DataError that says what a file is that is no Parquet file. */
export async function checkParquet(path: string): Promise<void> {
  const kind = await kindOf(path);
  if (kind && !startsWith(await headOf(path), PARQUET))
    throw otherKind(path, kind, { zh: "完好的 Parquet 文件", en: "a sound Parquet file" });
}
