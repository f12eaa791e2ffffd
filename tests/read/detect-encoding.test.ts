import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "iconv-lite";
import { expect, onTestFinished, test } from "vitest";
import { detectEncoding } from "../../scripts/read/detect-encoding.ts";

/** What a file of these bytes seems to be written in. */
async function encodingOfFile(bytes: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "a.csv");
  writeFileSync(file, bytes);
  return detectEncoding(file);
}

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

const MEGABYTE = 1024 * 1024;

/** So many lines of Chinese, and ASCII up to a whole megabyte, so that what follows is read by itself. */
function chunkOf(count: number): Buffer {
  const chinese = Buffer.from(lines(count, "1,客户"));
  return Buffer.concat([chinese, Buffer.alloc(MEGABYTE - chinese.length, "2,plain\n")]);
}

test.each([
  ["UTF-8, where a few lines of a megabyte after it are not", 40, 5, "utf-8"],
  ["Western, where more lines are than of a megabyte before it are UTF-8", 5, 40, "windows-1252"],
])("detectEncoding(file) says %s", async (_, chinese, western, encoding) => {
  const broken = encode(lines(western, "3,café noël"), "windows-1252");
  expect(await encodingOfFile(Buffer.concat([chunkOf(chinese), broken]))).toBe(encoding);
});

test.each([
  ["UTF-8", Buffer.from(lines(3, "1,客户")), "utf-8"],
  ["GB18030", encode(lines(3, "1,客户"), "gbk"), "gb18030"],
  ["UTF-16 without a mark", Buffer.from(lines(3, "1,客户"), "utf16le"), "utf-16le"],
  ["the other UTF-16 without a mark", Buffer.from(lines(3, "1,客户"), "utf16le").swap16(), "utf-16be"],
])("detectEncoding(file) knows %s", async (_, bytes, encoding) => {
  expect(await encodingOfFile(bytes)).toBe(encoding);
});
