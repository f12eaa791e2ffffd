import { expect, test } from "vitest";
import type { ExportReports } from "../../src/data/export-reports.ts";
import {
  beyondTable,
  droppedTable,
  exportsTable,
  freshnessSummary,
  idleTable,
  readingSummary,
  rejectsTable,
  slipsTable,
} from "../../src/publish/data-report.ts";
import { type TableData, textOf } from "../../src/site/say/table.ts";
import { exportContent, exportReport, TINY_DOCUMENTS } from "../data/tiny-documents.ts";
import { pageFor } from "../site/tiny-site.ts";

const page = pageFor();

const orders = (year: number, given: Partial<Parameters<typeof exportContent>[0]>) =>
  exportReport({ file: `exports/orders-${year}.csv`, to: year === 2026 ? "2026-10-18" : `${year}-12-31`, content: exportContent(given) });

/** Two files of orders, the newer one fresh; deals that are late; and a survey, which is protected. */
const REPORTS: ExportReports = {
  ...TINY_DOCUMENTS["export-reports"],
  exports: [
    orders(2025, { read: 1000, accepted: 990, rejected: 10, reasons: [{ column: "amount_cny", reason: { code: "number" }, count: 10 }] }),
    orders(2026, { read: 500, accepted: 495, replaced: 3, repeated: 2, ahead: 4 }),
    exportReport({
      ...{ table: "deals", file: "exports/deals.csv", rhythm: "weekly", to: "2026-09-30" },
      content: exportContent({
        dropped: [{ column: "closed_on, quoted", reason: { code: "not-before", moment: "day", columns: ["opened_on"] }, count: 2 }],
      }),
    }),
    exportReport({ table: "survey", file: "exports/survey.csv", rhythm: "quarterly", to: "2026-09-30", content: null }),
  ],
  slips: [2, 3, 1005, 9].map((line) => ({ table: "orders", file: "exports/orders-2026.csv", line, column: "ordered_on" })),
  missing: ["returns"],
};

const rowsOf = ({ rows }: TableData) => rows.map((row) => row.map(textOf));

test("readingSummary() counts files and records, and names every outcome that occurs", () => {
  expect(readingSummary(page, REPORTS)).toBe("4 files, 1,501 records read: 1,486 accepted, 3 replaced, 2 repeated, 10 rejected.");
  expect(readingSummary(page, TINY_DOCUMENTS["export-reports"])).toBe("1 file, 1 records read: 1 accepted.");
});

test("readingSummary() counts a file that feeds two tables once, and says that its records count in each", () => {
  const [first] = REPORTS.exports;
  const twice = first ? [first, { ...first, table: "products" }] : [];
  expect(readingSummary(page, { ...REPORTS, exports: twice })).toBe(
    "1 file, 2,000 records read: 1,980 accepted, 20 rejected. A record of a file that feeds several tables counts in each.",
  );
});

test("a workbook of which a table takes several sheets is one file, with a row for each sheet", () => {
  const sheets = ["1月", "2月"].map((sheet) => exportReport({ file: "exports/orders.xlsx", sheet, format: "xlsx" }));
  const reports = { ...REPORTS, exports: sheets };
  expect(readingSummary(page, reports)).toBe("1 file, 2 records read: 2 accepted.");
  expect(rowsOf(exportsTable(page, reports, 2)).map(([file]) => file)).toEqual(["exports/orders.xlsx / 1月", "exports/orders.xlsx / 2月"]);
});

test("freshnessSummary() judges each table by its latest file, and names the one that lost most of the records that were to count", () => {
  expect(freshnessSummary(page, REPORTS, 2)).toBe("1 of 3 sources are late; most rejected in Orders: 0.67% of the records");
  const aside = exportReport({ table: "deals", content: exportContent({ read: 1000, accepted: 90, set_aside: 900, rejected: 10 }) });
  expect(freshnessSummary(page, { ...REPORTS, exports: [...REPORTS.exports, aside] }, 2)).toMatch(
    /most rejected in Deals: 9.90% of the records$/,
  );
  expect(freshnessSummary(page, TINY_DOCUMENTS["export-reports"], 2)).toMatch(/no record was rejected$/);
  expect(freshnessSummary(page, REPORTS, 3)).toMatch(/^All 3 sources are up to date;/);
});

test("exportsTable() has a row per file, with the rhythm of each and the freshness of the latest", () => {
  const shown = rowsOf(exportsTable(page, REPORTS, 2)).map(([file, table, , read, , , , , until, fresh]) => [
    file,
    table,
    read,
    until,
    fresh,
  ]);
  expect(shown).toEqual([
    ["exports/orders-2025.csv", "Orders", "1,000", "31 Dec 2025", "daily"],
    ["exports/orders-2026.csv", "Orders", "500", "18 Oct 2026", "daily, fresh"],
    ["exports/deals.csv", "Deals", "1", "30 Sep 2026", "weekly, 18 days late"],
    ["exports/survey.csv", "Survey answers", "–", "30 Sep 2026", "quarterly, fresh"],
  ]);
});

test("exportsTable() says nothing of what is in a protected file", () => {
  const [, , , protectedRow = []] = rowsOf(exportsTable(page, REPORTS, 2));
  expect([...protectedRow.slice(3, 8), ...protectedRow.slice(-2)]).toEqual(["–", "–", "–", "–", "–", "–", "–"]);
});

test.each([
  ["rejectsTable", rejectsTable, ["exports/orders-2025.csv", "Amount", "10"]],
  ["droppedTable", droppedTable, ["exports/deals.csv", "Closed on, quoted", "2"]],
])("%s() names file, column and count of records; what is no column of the table keeps its name", (_, table, row) => {
  expect(rowsOf(table(page, REPORTS)).map(([file, column, , count]) => [file, column, count])).toEqual([row]);
});

test("beyondTable() has the files with records after the as-of day", () => {
  expect(rowsOf(beyondTable(page, REPORTS))).toEqual([["exports/orders-2026.csv", "Orders", "4"]]);
});

test("slipsTable() has a row per file and column, with the first three lines", () => {
  expect(rowsOf(slipsTable(page, REPORTS))).toEqual([["exports/orders-2026.csv", "Ordered on", "4", "2 · 3 · 1,005 · …"]]);
});

test("idleTable() has a row per setting with words that no record has; a column of the table by its name", () => {
  const idle = [
    { table: "orders", setting: "where", column: "Status", words: 2 },
    { table: "orders", setting: "values", column: "ordered_on", words: 1 },
  ];
  expect(rowsOf(idleTable(page, { ...REPORTS, idle }))).toEqual([
    ["Orders", "where", "Status", "2"],
    ["Orders", "values", "Ordered on", "1"],
  ]);
});
