import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cubeFiles } from "../../scripts/cubes/cube-files.ts";
import { buildCube } from "../../scripts/cubes/cubes.ts";
import { agree, evaluateDirectly } from "../../scripts/cubes/direct.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import { OWN } from "../../src/core/own-dimension.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import { openCubes } from "../../src/cube/cubes.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { type Example, factsOf, type Metric } from "../../src/cube/metric.ts";
import { NO_REMARKS } from "../cube/tiny.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";
import { METRICS } from "./documented.ts";
import { EXAMPLE_MONTH, EXAMPLE_QUARTER, fillFact, rowsGiven } from "./example-rows.ts";

const PERIOD = parsePeriod(EXAMPLE_MONTH);
const TIME = { coverage: { from: "2000-01-01", until: lastDay(PERIOD.end) }, fiscalStart: 1 };

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.stage({});
  for (const { id } of workshop.facts) await workshop.rowsOfFact(id);
});
afterAll(() => workshop.engine.close());

/** The facts of a metric; the rows of an example are not staged, and all of them are known. */
const factsOfMetric = (metric: Metric) =>
  factsOf(metric).map((id): Fact => ({ ...(workshop.facts.find((fact) => fact.id === id) as Fact), known: [] }));

/** Both entries of an example: through the cube's own files, and straight from the facts. */
async function valuesOf(metric: Metric, example: Example) {
  const { engine } = workshop;
  const facts = factsOfMetric(metric);
  for (const fact of facts) await fillFact(engine, fact, rowsGiven(example, metric.fact, fact.id));
  const period = facts.some(({ covers }) => covers === "finished quarters") ? parsePeriod(EXAMPLE_QUARTER) : PERIOD;
  const built = await Promise.all(facts.map((fact) => buildCube(engine, fact, [metric], TIME)));
  const infos = built.map(({ info }) => info);
  const files = cubeFiles(built);
  const manifest = {
    asOf: "2026-12-31",
    until: "2026-12-31",
    months: [],
    ...{ from: "2000-01-01", provisionalYears: [], springFestivals: [], valueless: [] },
    facts: infos,
    absent: [],
    dimensions: [],
    ...NO_REMARKS,
    files: {},
  };
  const cubes = openCubes(manifest, (file) => files.get(file) as Uint8Array);
  const [fromCube] = evaluate(cubes, metric, { periods: [period] });
  const fromFact = await evaluateDirectly(engine, new Map(infos.map((info) => [info.id, info])), metric, { period });
  return { fromCube: fromCube?.value, fromFact, remark: fromCube?.remark };
}

describe.each(METRICS.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
  test("splits and filters by columns that all its facts have", async () => {
    for (const fact of factsOfMetric(metric)) {
      const { info } = await buildCube(workshop.engine, fact, [metric], TIME);
      expect(info.dimensions.filter((dimension) => dimension !== OWN)).toEqual([...metric.dimensions].sort());
    }
  });

  test.each(metric.examples.map((example) => [JSON.stringify(example.given), example.value, example] as const))(
    "of %s is %j, from the cube and straight from the fact",
    async (_given, value, example) => {
      const { fromCube, fromFact, remark } = await valuesOf(metric, example);
      expect([fromCube, fromFact].map((entry) => (agree(entry ?? null, value) ? value : entry))).toEqual([value, value]);
      if (example.remark !== undefined) expect(remark).toBeCloseTo(example.remark, 9);
    },
  );
});
