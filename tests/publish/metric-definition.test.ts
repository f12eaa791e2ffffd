import { expect, test } from "vitest";
import { count } from "../../src/cube/parts.ts";
import { benchmarksTable, columnsTable, propertiesOf } from "../../src/publish/metric-definition.ts";
import { type TableData, textOf } from "../../src/site/say/table.ts";
import type { Site } from "../../src/site/site.ts";
import { tinyMetric } from "../cube/tiny.ts";
import { pageFor, SITE, text } from "../site/tiny-site.ts";

const METRIC = tinyMetric({ unit: "share", better: "higher", cases: text("订单", "orders"), value: count() });

const things = SITE.cubes.fact("things");
/** Its fact is made from orders and products. */
const site: Site = {
  ...SITE,
  cubes: {
    ...SITE.cubes,
    fact: () =>
      things && { ...things, tables: ["orders", "products"], sql: "select order_id, ordered_on as day, product_id from staging.orders" },
  },
  reference: {
    ...SITE.reference,
    benchmarks: [
      { metric: "tiny", kind: "industry", value: 0.5, label: text("行业", "Industry"), source: text("年报", "A yearbook") },
      { metric: "tiny", kind: "case", value: null, label: text("案例", "A case"), source: text("书", "A book") },
      { metric: "orders", kind: "case", value: 0.1, label: text("别", "Another"), source: text("书", "A book") },
    ],
  },
};

const page = pageFor({}, "en", site);
const rowsOf = ({ rows }: TableData) => rows.map((row) => row.map(textOf));

test("propertiesOf() says unit, which way is better, what n counts, where a metric is measured by quarter only, and where only finished cases are exported", () => {
  const properties = ["Unit: %", "higher is better", "n counts orders"];
  expect(propertiesOf(page, METRIC)).toEqual(properties);
  expect(propertiesOf(page, { ...METRIC, finest: "quarter" })).toEqual([...properties, "once a quarter"]);
  const finished = { ...site, cubes: { ...SITE.cubes, fact: () => things && { ...things, isOfFinished: true } } };
  expect(propertiesOf(pageFor({}, "en", finished), METRIC)).toEqual([
    ...properties,
    "the exports hold only cases that are over: recent periods, from which slow ones are missing, are not complete",
  ]);
});

test("columnsTable() has the columns that the facts of a metric name, table by table", () => {
  expect(rowsOf(columnsTable(page, METRIC)).map(([table, column]) => `${table}: ${column}`)).toEqual([
    "Orders: Order order_id",
    "Orders: Ordered on ordered_on",
    "Orders: Product product_id",
    "Products: Product product_id",
  ]);
});

test("benchmarksTable() has the benchmarks of the metric, and marks published cases", () => {
  expect(rowsOf(benchmarksTable(page, METRIC))).toEqual([
    ["Industry", "Industry average", "50.0%", "A yearbook"],
    ["A case", "Published case†", "–", "A book"],
  ]);
});
