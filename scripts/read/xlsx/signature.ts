import { type FileHandle, open } from "node:fs/promises";
import { kindOf } from "../file-kind.ts";
import { brokenWorkbook } from "./broken.ts";

const ZIP = Buffer.from("PK");
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

const HEAD_BYTES = 4096;

const SAVE = "an .xlsx workbook: open the file in a spreadsheet and save it as .xlsx";
const NO_PASSWORD = "a workbook without a password: open it, take the password off and save it again";

/** Throws a DataError that says what a file is, by its first bytes, unless it is a zip. */
export async function checkSignature(path: string): Promise<void> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0);
    if (head.length === 0) throw brokenWorkbook(path, "an empty file", "an .xlsx workbook: export it again");
    if (startsWith(head, ZIP)) return;
    if (startsWith(head, OLE)) throw refusedOle(path, await directoryOf(file, head));
    throw refusedText(path, head);
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, mark: Buffer) => head.subarray(0, mark.length).equals(mark);

async function bytesAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, position);
  return buffer.subarray(0, bytesRead);
}

/** The beginning of the list of streams in a compound file ([MS-CFB] 2.2: the sector of the directory, and the size of a sector). */
async function directoryOf(file: FileHandle, head: Buffer): Promise<Buffer> {
  if (head.length < 52) return head;
  return bytesAt(file, (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 12));
}

function refusedOle(path: string, directory: Buffer) {
  const has = (stream: string) => directory.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("EncryptedPackage")) return brokenWorkbook(path, "a file with a password", NO_PASSWORD);
  if (has("Workbook") || has("Book")) return brokenWorkbook(path, "a workbook of Excel 97–2003 (.xls)", SAVE);
  return brokenWorkbook(path, "a file with a password, or one of an old Office (such as .xls)", `${SAVE}, without a password`);
}

function refusedText(path: string, head: Buffer) {
  const kind = kindOf(head);
  if (kind !== null) return brokenWorkbook(path, kind, SAVE);
  if (head.subarray(2).includes(0) && head[0] !== 0xff) return brokenWorkbook(path, "bytes that are no zip, as every .xlsx is", SAVE);
  return brokenWorkbook(path, "text, such as CSV", "an .xlsx workbook; if the file is CSV, let its name end with .csv");
}
