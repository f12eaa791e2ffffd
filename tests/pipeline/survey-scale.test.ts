import { afterAll, beforeAll, expect, test } from "vitest";
import { checkEveryMetric, computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { parsePeriod } from "../../src/core/periods.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { companyFolder } from "./company.ts";
import { openBuilt } from "./sample.ts";

const given = (side: string, scores: readonly number[]) => scores.map((score) => `2026Q1,${side},${side},process_clear,${score}`);

/** A company that asks from 0 to 10, as the net promoter score does. */
const FOLDER = companyFolder({
  site: { survey_scale: { least: 0, most: 10, favourable: 9 } },
  files: {
    "exports/survey": ["quarter,side,department,item,score", ...given("sales", [10, 10, 9, 6, 8, 2]), ...given("rnd", [5, 5, 5, 5, 5, 5])],
  },
});

let built: Awaited<ReturnType<typeof computeCubes>>;
beforeAll(async () => {
  built = await computeCubes(FOLDER, silentProgress);
});
afterAll(() => built.engine.close());

const figureOf = (id: string, filters = {}) => {
  const metric = built.metrics.find((each) => each.id === id);
  if (!metric) throw new Error(`unknown metric: ${id}`);
  const [figure] = evaluate(openBuilt(built), metric, { periods: [parsePeriod("2026Q1")], filters });
  return [figure?.value, figure?.bound, figure?.n];
};

test("a survey from 0 to 10 is counted on its own scale, from its own favourable score", () => {
  expect(figureOf("process-satisfaction", { side: ["sales"] })).toEqual([7.5, "exact", 6]);
  expect(figureOf("favourable-share", { side: ["sales"] })).toEqual([0.5, "exact", 6]);
  expect(figureOf("perception-gap")).toEqual([2.5, "exact", 12]);
});

test("a group of which nobody is favourable is shown with one who is, as on any scale", () => {
  expect(figureOf("favourable-share", { side: ["rnd"] })).toEqual([1 / 6, "at_most", 6]);
});

test("every metric is the same in double entry, and the record keeps the scale", async () => {
  await checkEveryMetric(built.engine, built, built.site, silentProgress);
  expect(built.record.survey_scale).toEqual({ least: 0, most: 10, favourable: 9 });
});
