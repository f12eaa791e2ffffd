import { open } from "node:fs/promises";
import { DataError } from "../../src/core/errors.ts";

/** What a file is that is not what its name says, and what to do about it: the ends of "found …" and "expected …: …". */
export interface FileKind {
  name: string;
  remedy: string;
}

const HEAD_BYTES = 4096;

export const SAVE = "open the file in a spreadsheet and save it as .xlsx";
const EXPORT = "export the table itself, as CSV or .xlsx";
const UNPACK = "unpack the file";

const bytes = (...values: readonly number[]) => Buffer.from(values);

const ZIP = Buffer.from("PK\x03\x04");
export const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0);

const MARKS: readonly (readonly [mark: Buffer, kind: FileKind])[] = [
  [ZIP, { name: "a zip, as .xlsx workbooks are", remedy: "if the file is a workbook, let its name end with .xlsx; else unpack it" }],
  [Buffer.from("PK\x05\x06"), { name: "an empty zip", remedy: "export the file again" }],
  [OLE, { name: "a workbook of an old Excel (.xls), or a file with a password", remedy: SAVE }],
  [Buffer.from("PAR1"), { name: "a Parquet file", remedy: "let its name end with .parquet" }],
  [bytes(0x1f, 0x8b), { name: "a file packed by gzip", remedy: UNPACK }],
  [Buffer.from("7z\xbc\xaf\x27\x1c", "latin1"), { name: "a file packed by 7-Zip", remedy: UNPACK }],
  [Buffer.from("Rar!"), { name: "a file packed by RAR", remedy: UNPACK }],
  [Buffer.from("%PDF"), { name: "a PDF document", remedy: EXPORT }],
  [Buffer.from("\x89PNG", "latin1"), { name: "a picture", remedy: EXPORT }],
  [bytes(0xff, 0xd8, 0xff), { name: "a picture", remedy: EXPORT }],
];

const TEXTS: readonly (readonly [form: RegExp, kind: FileKind])[] = [
  [/^<\?xml[^>]*>\s*(?:<\?mso-application|<(?:\w+:)?Workbook)/, { name: "an XML spreadsheet of Excel 2003", remedy: SAVE }],
  [/^<(?:!doctype html|html|head|meta|table|style|div|\?xml[^>]*>\s*<html)/i, { name: "an HTML page", remedy: SAVE }],
  [/^<\?xml/, { name: "XML", remedy: EXPORT }],
  [/^\{\s*"/, { name: "JSON", remedy: EXPORT }],
];

export const startsWith = (head: Buffer, mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);

/** The beginning of a file as text, without blanks. */
export const textOfHead = (head: Buffer): string =>
  new TextDecoder(head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : "utf-8").decode(head).trimStart();

/** What a file is by how it begins; null where it may be CSV. */
export function kindOf(head: Buffer): FileKind | null {
  const text = textOfHead(head);
  const found = MARKS.find(([mark]) => startsWith(head, mark)) ?? TEXTS.find(([form]) => form.test(text));
  return found?.[1] ?? null;
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

/** Throws a DataError that says what a file is that cannot be CSV. */
export async function checkCsv(path: string): Promise<void> {
  const kind = kindOf(await headOf(path));
  if (kind) throw new DataError(`${path} cannot be read`, [{ file: path, found: kind.name, expected: `CSV: ${kind.remedy}` }]);
}
