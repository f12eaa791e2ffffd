import { expect, test } from "vitest";
import { waitingTable } from "../../src/publish/waiting-report.ts";
import { textOf } from "../../src/site/say/table.ts";
import { pageFor } from "../site/tiny-site.ts";

const page = pageFor();
const absent = page.site.metrics.filter(({ id }) => id === "absent");

test("waitingTable() has what is needed, the most valuable first, and last the metrics that wait for time alone", () => {
  const [waiting] = absent;
  const young = page.site.metrics.filter(({ id }) => id === "orders");
  if (!waiting) throw new Error("the tiny site has a metric of a table that nobody exports");
  const { rows } = waitingTable(page, [...young, waiting]);
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ["Returns", page.say(waiting.label)],
    ["A longer time", page.say(young[0]?.label ?? { zh: "", en: "" })],
  ]);
});
