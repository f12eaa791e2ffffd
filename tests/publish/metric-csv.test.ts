import { expect, test } from "vitest";
import { metricsDocumentOf } from "../../src/publish/api.ts";
import { metricCsv } from "../../src/publish/metric-csv.ts";
import { csvRecords } from "../core/csv-records.ts";
import { pageFor } from "../site/tiny-site.ts";

const document = metricsDocumentOf(pageFor(), ({ label }) => label);

/** Rows of a metric's CSV by the names of its columns, what is empty left out. */
function rowsOf(id: string): Record<string, string>[] {
  const [head = [], ...rows] = csvRecords(metricCsv(document, id));
  return rows.map((row) => Object.fromEntries(row.flatMap((value, i) => (value === "" ? [] : [[head[i] ?? "", value]]))));
}

test("metricCsv(document, id) has a row for each point of the series, and one for each member of the breakdowns", () => {
  const rows = rowsOf("wait");
  expect([...Map.groupBy(rows, ({ grain, dimension = "all" }) => `${grain} ${dimension}`)].map(([of, own]) => [of, own.length])).toEqual([
    ["month all", 25],
    ["quarter all", 9],
    ["year all", 3],
    ["quarter region", 2],
    ["quarter kind", 2],
  ]);
});

test("metricCsv(document, id) writes value, n, target and quantiles of a point", () => {
  expect(rowsOf("wait").find(({ period }) => period === "2026")).toEqual({
    ...{ metric: "wait", unit: "days", grain: "year", period: "2026", value: String(912 / 242), n: "242", hidden: "0", complete: "0" },
    ...{ target: "3.5", p50: "3", p90: "5", bound: "exact", provisional: "0" },
  });
});

test("metricCsv(document, id) leaves the value of a hidden member empty and marks it", () => {
  expect(rowsOf("score").find(({ member }) => member === "west")).toEqual({
    ...{ metric: "score", unit: "score", grain: "quarter", period: "2026Q3", dimension: "region", member: "west" },
    ...{ n: "0", hidden: "1", complete: "1", bound: "exact", provisional: "0" },
  });
});

test("metricCsv(document, id) has a head alone for a metric that waits for an export", () => {
  expect(rowsOf("absent")).toEqual([]);
});

test("metricCsv(document, id) throws on a metric that the document does not have, and names the nearest", () => {
  expect(() => metricCsv(document, "ordres")).toThrow(
    "unknown metric: ordres; did you mean orders? (the document has: orders, wait, score, absent)",
  );
});
