import { expect, test } from "vitest";
import { count } from "../../src/cube/parts.ts";
import { shownOf } from "../../src/site/shown.ts";
import { tinyCubes, tinyMetric } from "../cube/tiny.ts";

const cubes = tinyCubes({ things: { cells: [{ month: "2026-01", region: "east", count: 3 }] } });
const metrics = ["some", "none"].map((id) => ({ ...tinyMetric({ value: count() }), id }));

test("shownOf() leaves out metrics that have no value in any period, which wait for more data", () => {
  const { metrics: shown, waiting } = shownOf({ metrics, topics: [] }, { ...cubes, manifest: { ...cubes.manifest, valueless: ["none"] } });
  expect([shown, waiting].map((each) => each.map(({ id }) => id))).toEqual([["some"], ["none"]]);
});
