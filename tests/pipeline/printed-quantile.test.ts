import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOf } from "../../scripts/engine/engine.ts";
import { quantile } from "../../src/cube/parts.ts";
import { quantileOf } from "../../src/cube/quantiles.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

test.each([
  [[4], 0.5],
  [[1, 2, 3, 10], 0.5],
  [[1, 2, 3, 10, 20], 0.5],
  [[5, 5, 1, 9, 9, 9, 2, 7, 3, 3], 0.9],
  [Array.from({ length: 37 }, (_, i) => (i * i) % 23), 0.9],
])("the SQL that a metric's page prints of a quantile gives the value that it shows: %j at %d", async (values, probability) => {
  const { sql } = quantile("x", probability, { step: 1 });
  const rows = values.map((value) => `(${value})`).join(", ");
  const counts = new Map([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));
  expect(await rowsOf(workshop.engine, `select ${sql} as found from (values ${rows}) as given(x)`)).toEqual([
    { found: quantileOf(counts, probability, 1) },
  ]);
});
