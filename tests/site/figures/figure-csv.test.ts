import { describe, expect, test } from "vitest";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { figureCsv } from "../../../src/site/figures/figure-csv.ts";
import { numeral, sorted, type TableData } from "../../../src/site/say/table.ts";
import { csvRecords, formulasIn } from "../../core/csv-records.ts";
import { pageFor, scope } from "../tiny-site.ts";

const LINK = "https://example.org/metrics/wait/?region=east";

const shown = (figure: FigureData | null): FigureData => {
  if (!figure) throw new Error("nothing to show");
  return figure;
};

/** What stands above the empty line, and the table below it. */
function partsOf(figure: FigureData) {
  const records = csvRecords(figureCsv(figure, LINK));
  const gap = records.findIndex((record) => record.join("") === "");
  return { header: records.slice(0, gap), table: records.slice(gap + 1) };
}

const lineOf = (header: readonly string[][], name: string) => header.find(([first]) => first === name)?.[1];

const page = pageFor(scope("2026Q3", { kind: ["a"] }));
const trend = shown(figureFor(page, "trend wait"));
const withTable = (table: TableData): FigureData => ({ ...trend, table: () => table });

describe("figureCsv", () => {
  test("is read by Excel as UTF-8, with its line ends", () => {
    const text = figureCsv(trend, LINK);
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("says first what the numbers are: metric, unit, selection, as-of day, cases, source and link", () => {
    const { header } = partsOf(trend);
    const lines = ["Metric", "Unit", "Period", "Filters", "Compared with", "Data up to", "Link"].map((name) => lineOf(header, name));
    expect(lines).toEqual(["Wait (wait)", "days", "2026 Q3", "Kind: A", "2026 Q2", "2026-10-18", LINK]);
    expect([lineOf(header, "Cases"), lineOf(header, "Source")]).toEqual([trend.n, trend.systems]);
  });

  test("keeps members that are shown beside the chosen ones apart from filters", () => {
    const east = pageFor(scope("2026Q3", { region: ["east"] }));
    const { header, table } = partsOf(shown(figureFor(east, "breakdown wait region")));
    expect([lineOf(header, "Filters"), lineOf(header, "Chosen among these")]).toEqual(["", "Region: East"]);
    expect(table.map(([name, id]) => [name, id])).toContainEqual(["West", "west"]);
  });

  test("gives numbers in full, limits behind their sign, ids beside names, nothing for missing and a word for hidden", () => {
    const table = {
      caption: "",
      head: ["Region", numeral("Value")],
      rows: [
        [sorted("East", "east"), numeral("3.3 days", 10 / 3)],
        [sorted("West", "west"), numeral("–")],
        [sorted("North", "north"), numeral("≥ 0.9", 0.9, "at_least")],
        [sorted("South", "south"), numeral("hidden")],
      ],
    };
    expect(partsOf(withTable(table)).table).toEqual([
      ["Region", "Region (id)", "Value"],
      ["East", "east", "3.3333333333333335"],
      ["West", "west", ""],
      ["North", "north", "≥0.9"],
      ["South", "south", "hidden"],
    ]);
  });

  test("is harmless in a spreadsheet, in its first lines too, and behind every line break", () => {
    const table = { caption: "", head: ["=1+1"], rows: [[sorted("东部\n@x", "+y")], ["-2"]] };
    const hostile = { ...withTable(table), title: "=cmd()", notes: ["+1", "a\r\n=1"] };
    const records = csvRecords(figureCsv(hostile, "-1"));
    expect(formulasIn(records)).toEqual([]);
    expect(records.flat()).toEqual(expect.arrayContaining(["'=cmd()", "东部\n'@x"]));
  });

  test("keeps negative numbers numbers", () => {
    const { table } = partsOf(withTable({ caption: "", head: ["Region", numeral("Change")], rows: [["East", numeral("−2.0 days", -2)]] }));
    expect(table).toEqual([
      ["Region", "Change"],
      ["East", "-2"],
    ]);
  });

  test("says of shares that they are parts of one", () => {
    const { header } = partsOf({ ...trend, unit: "share" });
    expect(lineOf(header, "Unit")).toBe("share (1 = 100%)");
  });
});
