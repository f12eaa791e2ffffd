import { describe, expect, test } from "vitest";
import { withoutRows } from "../../../scripts/read/xlsx/without-rows.ts";

/** What is left of a text that comes in pieces of so many characters. */
async function leftOf(text: string, size: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  let left = "";
  for await (const piece of withoutRows(pieces())) left += piece;
  return left;
}

const ROWS = '<row r="1"><c r="A1" t="str"><v>sheetData&gt;/sheetData></v></c></row>'.repeat(100);

describe.each([1, 7, 1000, 100_000])("withoutRows(texts) of %i characters", (size) => {
  test.each([
    [
      "leaves out what is between",
      `<a><cols/><sheetData>${ROWS}</sheetData><mergeCells/></a>`,
      "<a><cols/><sheetData></sheetData><mergeCells/></a>",
    ],
    [
      "knows prefixes and blanks",
      `<x:a><x:sheetData b="1" >${ROWS}</x:sheetData ></x:a>`,
      '<x:a><x:sheetData b="1" ></x:sheetData ></x:a>',
    ],
    ["leaves alone a sheet without rows", "<a><sheetData /><mergeCells/></a>", "<a><sheetData /><mergeCells/></a>"],
    ["leaves alone a text without such an element", `<a>${ROWS}</a>`, `<a>${ROWS}</a>`],
  ])("%s", async (_, text, left) => {
    expect(await leftOf(text, size)).toBe(left);
  });
});
