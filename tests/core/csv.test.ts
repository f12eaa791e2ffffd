import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../src/core/csv.ts";
import { csvRecords, formulasIn } from "./csv-records.ts";
import { assertProperty } from "./property.ts";

const cellOf = (text: string) => csvRecords(csvLines([[text, "end"]]))[0]?.[0];

describe("csvLines(records)", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\t1",
    "\u00a0=1",
    "\u3000=1",
    "\ufeff=1",
    "\u200b=1",
    "\r\n1",
    "\n1",
  ])("leads %j by an apostrophe", (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  test.each([
    ["东部\n=1+1", "东部\n'=1+1"],
    ["a\r\n@x", "a\r\n'@x"],
    ["a\r+1", "a\r'+1"],
    ["a\u2028-1", "a\u2028'-1"],
    ["a\n\n ＝1\nb", "a\n\n' ＝1\nb"],
    ["\n=1", "'\n'=1"],
  ])("leads every line of %j that would be run by one", (text, expected) => {
    expect(cellOf(text)).toBe(expected);
  });

  test.each(["", "东区", "a=1", "1-2", "–", "−0.9 天", "'=1", "2026-09", "（=1）", " a ", 'a "b", c', "a\nb", "a;b", "\\"])(
    "keeps %j as it is",
    (text) => {
      expect(cellOf(text)).toBe(text);
    },
  );

  test("quotes what needs it, and nothing else", () => {
    expect(csvLines([["a", "b,c", 'd"e', "f\ng", " h", "i j"]])).toBe('a,"b,c","d""e","f\ng"," h",i j\r\n');
  });

  test("writes numbers in full, and negative ones as numbers", () => {
    expect(csvLines([[-2, 10 / 3, 0, null]])).toBe("-2,3.3333333333333335,0,\r\n");
  });

  test("fills up short records with empty cells", () => {
    expect(csvLines([["a"], [], ["b", "c", 1]])).toBe("a,,\r\n,,\r\nb,c,1\r\n");
  });

  test("is read back by every parser as the text that it was given, and has no line that would be run", () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."a=+-@＝\t\r\n\u2028\",; '") });
    assertProperty(
      fc.property(fc.array(fc.tuple(hostile, hostile, fc.string()), { minLength: 1 }), (rows) => {
        const records = csvRecords(csvLines([["x", "y", "z"], ...rows])).slice(1);
        const bare = (cells: readonly string[][]) => cells.map((record) => record.map((cell) => cell.replaceAll("'", "")));
        expect(bare(records)).toEqual(bare(rows));
        expect(formulasIn(records)).toEqual([]);
      }),
    );
  });
});
