import { headOf, kindOf, OLE, SAVE, startsWith, textOfHead } from "../file-kind.ts";
import { brokenWorkbook } from "./broken.ts";

const ZIPPED = Buffer.from("PK");

const WORKBOOK = "an .xlsx workbook";
export const NO_PASSWORD = "a workbook without a password: open it, take the password off and save it again";

/** Throws a DataError that says what a file is, by its first bytes, unless it is a zip. */
export async function checkSignature(path: string): Promise<void> {
  const head = await headOf(path);
  if (head.length === 0) throw brokenWorkbook(path, "an empty file", `${WORKBOOK}: export it again`);
  if (startsWith(head, ZIPPED)) return;
  if (startsWith(head, OLE)) throw refusedOle(path, await directoryOf(path, head));
  throw refused(path, head);
}

/** The beginning of the list of streams in a compound file ([MS-CFB] 2.2: the sector of the directory, and the size of a sector). */
async function directoryOf(path: string, head: Buffer): Promise<Buffer> {
  if (head.length < 52) return head;
  return headOf(path, (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 12));
}

function refusedOle(path: string, directory: Buffer) {
  const has = (stream: string) => directory.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("EncryptedPackage")) return brokenWorkbook(path, "a file with a password", NO_PASSWORD);
  if (has("Workbook") || has("Book")) return brokenWorkbook(path, "a workbook of Excel 97–2003 (.xls)", `${WORKBOOK}: ${SAVE}`);
  const found = "a file with a password, or one of an old Office (such as .xls)";
  return brokenWorkbook(path, found, `${WORKBOOK}: ${SAVE}, without a password`);
}

function refused(path: string, head: Buffer) {
  const kind = kindOf(head);
  if (kind) return brokenWorkbook(path, kind.name, `${WORKBOOK}: ${kind.remedy}`);
  if (textOfHead(head).includes("\0")) return brokenWorkbook(path, "bytes that are no zip, as every .xlsx is", `${WORKBOOK}: ${SAVE}`);
  return brokenWorkbook(path, "text, such as CSV", `${WORKBOOK}; if the file is CSV, let its name end with .csv`);
}
