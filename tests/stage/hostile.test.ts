import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { DEALS_HEADER, dataFolder, stageFolder } from "./folder.ts";

interface Case {
  name: string;
  /** The records below the header, or the whole file. */
  file: string | Uint8Array;
  source?: object;
  /** Ids of the accepted records, in order. */
  accepted: string[];
  /** Line, column and the start of what was expected. */
  rejected: [line: number, column: string, expected: string][];
}

const csv = (...records: string[]) => `${[DEALS_HEADER, ...records].join("\n")}\n`;
const latin = (text: string) => Buffer.from(text, "latin1");
const bigCell = "x".repeat(1024 * 1024);

const CASES: Case[] = [
  {
    name: "ragged records",
    file: csv("D-1,2026-01-02", "D-2,2026-01-02,,1,", "D-3,2026-01-02,,1,a,b"),
    accepted: ["D-2"],
    rejected: [
      [2, "", "5 fields"],
      [4, "", "5 fields"],
    ],
  },
  {
    name: "an extra separator before an empty last column",
    file: csv("D-1,2026-01-02,,,1,", "D-2,2026-01-02,,1,"),
    accepted: ["D-2"],
    rejected: [[2, "", "5 fields"]],
  },
  {
    name: "a stray quote inside a field",
    file: csv('D-1,2026-01-02,,1,5" pipe', "D-2,2026-01-02,,1,b"),
    accepted: ["D-2"],
    rejected: [[2, "", "quotes around a whole field only"]],
  },
  {
    name: "text after a closing quote",
    file: csv('D-1,2026-01-02,,1,"a"b', "D-2,2026-01-02,,1,b"),
    accepted: ["D-2"],
    rejected: [[2, "", "a separator or a line break"]],
  },
  {
    name: "a quote that is never closed",
    file: csv('D-1,2026-01-02,,1,"a', "D-2,2026-01-02,,1,b", "D-3,2026-01-02,,1,c"),
    accepted: ["D-2", "D-3"],
    rejected: [[2, "", "a closing quote"]],
  },
  {
    name: "a quote that is closed by the next quoted field",
    file: csv('D-1,2026-01-02,,1,"a', "D-2,2026-01-02,,1,b", 'D-3,2026-01-02,,1,"c"'),
    accepted: ["D-2", "D-3"],
    rejected: [[2, "", "a separator or a line break"]],
  },
  {
    name: "a quote that runs over whole records and ends rightly",
    file: csv('D-1,2026-01-02,"east,1,', "D-2,2026-01-02,,1,b", 'D-3,2026-01-02,east",1,c,d'),
    accepted: ["D-2"],
    rejected: [
      [2, "", "a closing quote"],
      [4, "", "quotes around a whole field only"],
    ],
  },
  {
    name: "a ragged record with a line break in quotes, which is one record",
    file: csv('D-1,2026-01-02,,1,"a\nb",c', "D-2,2026-01-02,,1,b"),
    accepted: ["D-2"],
    rejected: [[2, "", "5 fields"]],
  },
  {
    name: "line breaks and doubled quotes in quotes",
    file: csv('D-1,2026-01-02,,1,"say ""hi""\r\nthere\n"', "D-2,bad,,1,"),
    accepted: ["D-1"],
    rejected: [[5, "signed_on", "a date"]],
  },
  {
    name: "NUL bytes",
    file: csv("D-1,2026-01-02,,1,a\0b", '"D-2"\0,2026-01-02,,1,', "D-3,2026-01-02,,1,"),
    accepted: ["D-3"],
    rejected: [
      [2, "", "text without NUL bytes"],
      [3, "", "text without NUL bytes"],
    ],
  },
  {
    name: "blank lines, which are no records, and no line break at the end",
    file: `${DEALS_HEADER}\n\nD-1,2026-01-02,,1,\r\n\r\nD-2,2026-01-02,,x,`,
    accepted: ["D-1"],
    rejected: [[5, "amount_cny", "a number"]],
  },
  {
    name: "separators, blanks and empty quotes only, which are no records",
    file: csv(",,,,", "D-1,2026-01-02,,,", ", ,\t,\u00A0,", '"","",,,', ",,,", '" \n","",,,', "D-2,x,,,", ...new Array(40).fill(",,,,,,")),
    accepted: ["D-1"],
    rejected: [[9, "signed_on", "a date"]],
  },
  {
    name: "LF, CR LF and lone CR in one file",
    file: `${DEALS_HEADER}\r\nD-1,2026-01-02,,1,a\nD-2,2026-01-02,,1,b\rD-3,x,,1,c\r\nD-4,2026-01-02,,1,d`,
    accepted: ["D-1", "D-2", "D-4"],
    rejected: [[4, "signed_on", "a date"]],
  },
  { name: "a header only", file: `${DEALS_HEADER}\n`, accepted: [], rejected: [] },
  {
    name: "a GB18030 record in a UTF-8 file",
    file: Buffer.concat([
      Buffer.from(csv("D-1,2026-01-02,,1,好")),
      encode("D-2,2026-01-02,,1,好\n", "gb18030"),
      latin("D-3,2026-01-02,,1,\n"),
    ]),
    accepted: ["D-1", "D-3"],
    rejected: [[3, "", "text in utf-8"]],
  },
  {
    name: "bytes that no GB18030 text has",
    file: Buffer.concat([encode(csv("D-1,2026-01-02,,1,好"), "gb18030"), latin("D-2,2026-01-02,,1,\xff\nD-3,2026-01-02,,1,\n")]),
    source: { encoding: "gb18030" },
    accepted: ["D-1", "D-3"],
    rejected: [[3, "", "text in gb18030"]],
  },
  {
    name: "half a surrogate pair in UTF-16",
    file: Buffer.from(`\uFEFF${csv("D-1,2026-01-02,,1,\uD800", "D-2,2026-01-02,,1,好")}`, "utf16le"),
    source: { encoding: "utf-16le" },
    accepted: ["D-2"],
    rejected: [[2, "", "text in utf-16le"]],
  },
  {
    name: "half a character at the end of UTF-16",
    file: Buffer.concat([Buffer.from(csv("D-1,2026-01-02,,1,", "D-2,2026-01-02,,1,b").trimEnd(), "utf16le"), Buffer.of(0x61)]),
    source: { encoding: "utf-16le" },
    accepted: ["D-1"],
    rejected: [[3, "", "text in utf-16le"]],
  },
  {
    name: "a character that stands for broken ones, rightly encoded",
    file: csv("D-1,2026-01-02,,1,\uFFFD"),
    accepted: ["D-1"],
    rejected: [],
  },
  {
    name: "a cell of 1 MB, plain and quoted",
    file: csv(`D-1,2026-01-02,,1,${bigCell}`, `D-2,2026-01-02,,1,"${bigCell}\n${bigCell}"`, "D-3,x,,1,"),
    accepted: ["D-1", "D-2"],
    rejected: [[5, "signed_on", "a date"]],
  },
  {
    name: "ids that a spreadsheet turned into numbers",
    file: csv("1.18E+11,2026-01-02,,1,", "118000000001,2026-01-02,,1,", "2E+05,2026-01-02,,1,"),
    accepted: ["118000000001"],
    rejected: [
      [2, "deal_id", "an identifier"],
      [4, "deal_id", "an identifier"],
    ],
  },
  {
    name: "no ids that only look like numbers: material codes and hashes",
    file: csv(...["12E3", "2E10", "2e5", "90817263e54", "1.18E11", "12E+05", "1e+11"].map((id) => `${id},2026-01-02,,1,`)),
    accepted: ["12E3", "2E10", "2e5", "90817263e54", "1.18E11", "12E+05", "1e+11"],
    rejected: [],
  },
  {
    name: "every value missing",
    file: csv("-,N/A,NULL,,无", "-,N/A,NULL,,无"),
    accepted: [],
    rejected: [
      [2, "deal_id", "a value"],
      [3, "deal_id", "a value"],
    ],
  },
  {
    name: "a key that occurs twice: the first stays",
    file: csv("D-1,2026-01-02,,1,first", "D-2,bad,,1,", "D-1,2026-01-03,,1,second", "D-2,2026-01-02,,1,"),
    accepted: ["D-1", "D-2"],
    rejected: [
      [3, "signed_on", "a date"],
      [4, "deal_id", "a key that no record before has"],
    ],
  },
  {
    name: "a reference to nothing",
    file: csv("D-1,2026-01-02,east,1,", "D-2,2026-01-02,esat,1,"),
    accepted: ["D-1"],
    rejected: [[3, "region", "one of sales_regions.region"]],
  },
  {
    name: "a value below what the contract allows",
    file: csv("D-1,2026-01-02,,-1,", "D-2,2026-02-30,,1,", "D-3,2026-01-02,,1e999,"),
    accepted: [],
    rejected: [
      [2, "amount_cny", "a number of at least 0"],
      [3, "signed_on", "a date"],
      [4, "amount_cny", "a number"],
    ],
  },
];

const REGIONS = { "reference/sales-regions.csv": "region,is_active\neast,是\n" };

async function stage({ file, source }: Case) {
  const folder = dataFolder({ deals: { files: "exports/deals.csv", ...source } }, { ...REGIONS, "exports/deals.csv": file });
  const staged = (await stageFolder(folder)).tables.get("deals");
  const rejects = join(folder, ".tandem/rejects/deals.csv");
  const rows = existsSync(rejects)
    ? (parse(readFileSync(rejects), { bom: true, columns: true, relax_column_count: true }) as Record<string, string>[])
    : [];
  return { staged, rows };
}

describe("stageAll(hostile file) rejects what is broken and nothing else", () => {
  test.each(CASES)("$name", async (given) => {
    const { staged, rows } = await stage(given);
    expect([...(staged?.data.getChild("deal_id") ?? [])]).toEqual(given.accepted);
    expect(
      rows.map(({ line, column, expected = "" }, index) => [Number(line), column, expected.slice(0, given.rejected[index]?.[2].length)]),
    ).toEqual(given.rejected);
    const [report] = staged?.files ?? [];
    expect(report).toMatchObject({
      read: given.accepted.length + given.rejected.length,
      accepted: given.accepted.length,
      rejected: given.rejected.length,
    });
  });
});
