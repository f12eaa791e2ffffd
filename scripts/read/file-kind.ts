import { open } from "node:fs/promises";

const HEAD_BYTES = 4096;

/** First bytes of files that are no text. */
const SIGNATURES: readonly (readonly [string, Buffer])[] = [
  ["a Parquet file", Buffer.from("PAR1")],
  ["a zip archive, as every .xlsx workbook is", Buffer.from("PK")],
  ["an old Office file, such as a workbook of Excel 97–2003 (.xls)", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ["a gzip archive", Buffer.from([0x1f, 0x8b])],
  ["a PDF", Buffer.from("%PDF")],
];

/** First words of texts that are no CSV. */
const TEXTS: readonly (readonly [string, RegExp])[] = [
  ["an XML spreadsheet of Excel 2003", /^<\?xml[^>]*>\s*(?:<\?mso-application|<(?:\w+:)?Workbook)/],
  ["an HTML page", /^<(?:!doctype html|html|head|meta|table|style|div|\?xml[^>]*>\s*<html)/i],
  ["XML", /^<\?xml/],
  ["JSON", /^(?:\[\s*[[{]|\{\s*")/],
];

/** What bytes at the start of a file say that it is, where it is no table of texts; null for one that may be CSV. */
export function kindOf(head: Buffer): string | null {
  const signed = SIGNATURES.find(([, mark]) => head.subarray(0, mark.length).equals(mark));
  if (signed) return signed[0];
  const text = new TextDecoder(head[0] === 0xff ? "utf-16le" : "utf-8").decode(head).trimStart();
  return TEXTS.find(([, form]) => form.test(text))?.[0] ?? null;
}

/** The bytes at the start of a file. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
