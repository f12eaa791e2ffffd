import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCsv } from "../../scripts/read/csv.ts";
import { type Encoding, readBlocks } from "../../scripts/read/decode.ts";

const MB = 1_000_000;
const path = join(mkdtempSync(join(tmpdir(), "tandem-linear-")), "t.csv");

const repeated = (line: string, length: number) => line.repeat(Math.floor(length / line.length));

/** Seconds of processor time of this thread to read a text; other files are tested in other threads. */
async function secondsFor(text: string): Promise<number> {
  writeFileSync(path, text);
  const before = process.threadCpuUsage();
  const reading = await openCsv(path, {
    format: "csv",
    encoding: "utf-8",
    delimiter: ",",
    header: { titles: [], names: ["a", "b"], width: 2, line: 1, rows: 1 },
  });
  for await (const _ of reading.batches);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / MB;
}

describe("openCsv(file) takes about four times as long for four times the bytes of", () => {
  test.each([
    ["one line", 8 * MB, (length: number) => "x".repeat(length)],
    ["one quoted field", MB, (length: number) => `"${"x\n".repeat(length / 2)}"`],
    ["lone CRs", MB, (length: number) => repeated("1,east,hello\r", length)],
    ["a quote that is never closed, before quoted fields", MB, (length: number) => `x,"open\n${repeated('"",""\n', length)}`],
    ["a quote that is not closed on every line", MB, (length: number) => repeated('abc,"b\n', length)],
    ["quotes that run over many ragged lines", MB, (length: number) => repeated(`x,"open\n${"y\n".repeat(5000)}"\n`, length)],
  ])("%s", async (_, length, textOf) => {
    await secondsFor(`a,b,c\n${textOf(length)}`);
    const [short, long] = [await secondsFor(`a,b,c\n${textOf(length)}`), await secondsFor(`a,b,c\n${textOf(4 * length)}`)];
    expect(long).toBeLessThan(8 * Math.max(short, 0.1));
  });
});

/** The blocks in which a text is handed on, given in chunks of so many bytes. */
async function blocksOf(bytes: Buffer, chunkBytes: number, encoding: Encoding): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const texts: string[] = [];
  for await (const { text } of readBlocks(chunks(), "t.csv", encoding)) texts.push(text);
  return texts;
}

const ENCODED: [Encoding, (text: string) => Buffer][] = [
  ["utf-8", (text) => Buffer.from(text)],
  ["utf-16le", (text) => Buffer.from(text, "utf16le")],
  ["utf-16be", (text) => Buffer.from(text, "utf16le").swap16()],
];

describe.each(ENCODED)("readBlocks(chunks) of %s", (encoding, encode) => {
  // ĊĀ and 一 hold the bytes of a line feed and of half of one
  const text = "ĊĀ,一\r\nа,b\rc\n\r\n长,ਊ\r\rd".repeat(20);

  test.each([1, 2, 3, 5, 7, 64])("hands on whole lines, and all of them, from chunks of %i bytes", async (chunkBytes) => {
    const blocks = await blocksOf(encode(text), chunkBytes, encoding);
    expect(blocks.join("")).toBe(text);
    expect(
      blocks.slice(0, -1).every((block, index) => /[\r\n]$/.test(block) && !(block.endsWith("\r") && blocks[index + 1]?.startsWith("\n"))),
    ).toBe(true);
  });

  test("hands on lines that end with lone CRs as they come", async () => {
    const blocks = await blocksOf(encode("east,1,2\r".repeat(1000)), 64, encoding);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThan(128);
  });
});
