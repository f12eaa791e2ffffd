import { read, utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../scripts/read/xlsx/cell.ts";
import { rowsOf, textsOf, writeBytes } from "./written.ts";

type Value = string | number | boolean | Date | null;
type Row = Value[];

/** How another program writes rows, and reads what it wrote. */
interface Other {
  write: (rows: Row[]) => Promise<Uint8Array>;
  read: (bytes: Uint8Array) => Promise<Row[]>;
}

const sheetJs = (options: { bookSST: boolean }): Other => ({
  write: async (rows) => {
    const sheet = utils.aoa_to_sheet(rows, { UTC: true, dateNF: "yyyy-mm-dd" });
    return write(utils.book_new(sheet, "Sheet1"), { bookType: "xlsx", type: "buffer", ...options });
  },
  read: async (bytes) => {
    const { Sheets } = read(bytes, { cellDates: true, UTC: true });
    return utils.sheet_to_json<Row>(Sheets["Sheet1"] ?? {}, { header: 1, raw: true, UTC: true, defval: null, blankrows: true });
  },
});

const OTHERS: [string, Other][] = [
  ["SheetJS with texts that are shared", sheetJs({ bookSST: true })],
  ["SheetJS with texts of their own", sheetJs({ bookSST: false })],
  [
    "hucre",
    {
      write: (rows) => writeXlsx({ sheets: [{ name: "Sheet1", rows }] }),
      read: async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows as Row[],
    },
  ],
];

const DAY = new Date(Date.UTC(2026, 2, 5));

const ROWS: Row[] = [
  ["区域", "编号", "金额", "比例", "开单", "停用", "备注"],
  ["东部", "00123", 1234.5, 0.1 + 0.2, DAY, true, " 前后有空格 "],
  ["R&D <西部>", "123456789012345678", -0.05, 1e-7, DAY, false, "两行\n文字 😀"],
  [null, null, 1e14, 1 / 3, null, null, "'"],
];

const TEXTS = [
  ["区域", "编号", "金额", "比例", "开单", "停用", "备注"],
  ["东部", "00123", "1234.5", "0.3", "2026-03-05", "TRUE", " 前后有空格 "],
  ["R&D <西部>", "123456789012345678", "-0.05", "0.0000001", "2026-03-05", "FALSE", "两行\n文字 😀"],
  [null, null, "100000000000000", "0.333333333333333", null, null, "'"],
];

const words = fc.string({ unit: fc.constantFrom("东", "部", "a", "0", "_", "&", "<", '"', "\n", " ", "😀"), minLength: 1, maxLength: 8 });
const numbers = fc.double({ min: -1e14, max: 1e14, noNaN: true }).map((value) => value + 0);
const days = fc.integer({ min: 61, max: 2_900_000 }).map((day) => new Date(Date.UTC(1899, 11, 30 + day)));

describe.each(OTHERS)("readRows() of a workbook by %s", (_, other) => {
  test("has what was written", async () => {
    expect(textsOf(await rowsOf(writeBytes(await other.write(ROWS))))).toEqual(TEXTS);
  });

  test("has what that program reads", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, numbers, days, fc.boolean()), { minLength: 1, maxLength: 8 }), async (rows) => {
        const bytes = await other.write(rows);
        const ours = (await rowsOf(writeBytes(bytes))).map(({ cells }) => cells.map(asTheyHaveIt));
        expect(ours).toEqual((await other.read(bytes)).map((row) => row.map(shortened)));
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

/** A cell as those programs have it. */
function asTheyHaveIt({ kind, ...cell }: Cell): Value {
  const text = "text" in cell ? cell.text : null;
  if (text === null || kind === "text") return text;
  if (kind === "number") return Number(text);
  return kind === "flag" ? text === "TRUE" : new Date(`${text}T00:00:00Z`);
}

/** Numbers have 15 digits in a spreadsheet. */
const shortened = (value: Value): Value => (typeof value === "number" ? Number(value.toPrecision(15)) : value);
