import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agree, totalsDirectly } from "../../scripts/cubes/direct.ts";
import { type Built, openComputed } from "../../scripts/pipeline.ts";
import { loadMetrics } from "../../scripts/tools/registry.ts";
import { type Grain, type Period, parseMonth, periodOf } from "../../src/core/periods.ts";
import type { Filters } from "../../src/core/selection.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import { evaluate, isAvailable } from "../../src/cube/evaluate.ts";
import type { Metric } from "../../src/cube/metric.ts";
import { assertAsyncProperty } from "../core/property.ts";
import { expectNotExported } from "../sample/not-exported.ts";
import { buildSample } from "./sample.ts";

const METRICS = await loadMetrics();
const SELECTIONS_PER_METRIC = 12;
/** The sample's months, and some before and after. */
const MONTHS = { min: parseMonth("2023-07"), max: parseMonth("2026-12") };

let sample: Built;
let cubes: Cubes;
beforeAll(async () => {
  sample = await buildSample();
  cubes = openComputed(sample);
});
afterAll(() => sample.engine.close());

const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(fc.integer(MONTHS), fc.constantFrom<Grain>("month", "quarter", "year")).map(([month, grain]) => periodOf(month, grain)),
  fc.tuple(fc.integer(MONTHS), fc.nat({ max: 20 })).map(([start, more]): Period => ({ grain: "month", start, end: start + more })),
);

/** Some members of up to two dimensions of a metric. */
function filtersOf({ dimensions }: Metric): fc.Arbitrary<Filters> {
  const membersOf = (dimension: string) => cubes.manifest.dimensions.find(({ id }) => id === dimension)?.members.map(({ id }) => id) ?? [];
  const some = (dimension: string) => fc.subarray(membersOf(dimension), { minLength: 1 }).map((members) => [dimension, members] as const);
  return fc
    .subarray([...dimensions], { maxLength: Math.min(2, dimensions.length) })
    .chain((chosen) => fc.tuple(...chosen.map(some)))
    .map((entries) => Object.fromEntries(entries));
}

/** Value, n, remark and quantiles by SQL straight from the facts. */
async function figuresDirectly(metric: Metric, period: Period, filters: Filters): Promise<(number | null)[]> {
  const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
  const [totals] = (await totalsDirectly(sample.engine, infos, [metric], [{ period, filters }])).get(metric) ?? [];
  const { probabilities = [], quantile } = metric.spread ?? {};
  const quantiles = probabilities.map((probability) => (totals && quantile ? quantile(totals, probability) : null));
  const remark = (totals && metric.remark?.value.finish(totals)) ?? null;
  return totals ? [metric.value.finish(totals), metric.value.cases(totals), remark, ...quantiles] : [null, 0, remark, ...quantiles];
}

describe("any selection of the sample is the same number from the cube and straight from the facts", () => {
  let withValue = 0;

  test.each(METRICS.map(({ id }) => id))("%s", async (id) => {
    const metric = sample.metrics.find((each) => each.id === id) as Metric;
    if (!isAvailable(cubes, metric)) return expectNotExported(metric);
    await assertAsyncProperty(
      fc.asyncProperty(periods, filtersOf(metric), async (period, filters) => {
        const [result] = evaluate(cubes, metric, { periods: [period], filters, hasSpread: true });
        if (result?.isHidden) {
          expect(result).toMatchObject({ value: null, n: 0, fraction: null });
          return;
        }
        const fromCube = result ? [result.value, result.n, result.remark, ...result.spread] : [];
        const fromFact = await figuresDirectly(metric, period, filters);
        expect(fromCube.map((figure, i) => (agree(figure, fromFact[i] ?? null) ? fromFact[i] : figure))).toEqual(fromFact);
        withValue += Number(result?.value != null);
      }),
      SELECTIONS_PER_METRIC,
    );
  });

  test("and of some 300 selections most have a value to compare", () => {
    expect(METRICS.length * SELECTIONS_PER_METRIC).toBeGreaterThanOrEqual(300);
    expect(withValue).toBeGreaterThan(METRICS.length * SELECTIONS_PER_METRIC * 0.5);
  });
});
