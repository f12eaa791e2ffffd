import { headOf, kindOf, OLE, SAVE, startsWith } from "../file-kind.ts";
import { noWorkbook } from "./broken.ts";

const ZIPPED = Buffer.from("PK");

/** Throws a DataError that says what a file is, by its first bytes, unless it is a zip. */
export async function checkSignature(path: string): Promise<void> {
  const head = await headOf(path);
  if (startsWith(head, ZIPPED)) return;
  if (startsWith(head, OLE)) throw refusedOle(path, await directoryOf(path, head));
  const known = await kindOf(path);
  if (known) throw noWorkbook(path, known);
  if (head.length === 0)
    throw noWorkbook(path, { name: { zh: "空文件", en: "an empty file" }, remedy: { zh: "重新导出", en: "export it again" } });
  const name = { zh: "不是 zip 的内容，而 .xlsx 都是 zip", en: "bytes that are no zip, as every .xlsx is" };
  throw noWorkbook(path, { name, remedy: SAVE });
}

/** The beginning of the list of streams in a compound file ([MS-CFB] 2.2: the sector of the directory, and the size of a sector). */
async function directoryOf(path: string, head: Buffer): Promise<Buffer> {
  if (head.length < 52) return head;
  return headOf(path, (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 12));
}

const NO_PASSWORD = { zh: "打开后去掉密码，重新保存", en: "open it, take the password off and save it again" };

/** A file with a password, or a zip. */
export const withPassword = (path: string, name = { zh: "有密码的文件", en: "a file with a password" }) =>
  noWorkbook(path, { name, remedy: NO_PASSWORD });

function refusedOle(path: string, directory: Buffer) {
  const has = (stream: string) => directory.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("EncryptedPackage")) return withPassword(path);
  if (has("Workbook") || has("Book"))
    return noWorkbook(path, { name: { zh: "Excel 97–2003 工作簿（.xls）", en: "a workbook of Excel 97–2003 (.xls)" }, remedy: SAVE });
  return noWorkbook(path, {
    name: { zh: "有密码的文件，或旧版 Office 文件（如 .xls）", en: "a file with a password, or one of an old Office (such as .xls)" },
    remedy: { zh: `${SAVE.zh}，不设密码`, en: `${SAVE.en}, without a password` },
  });
}
