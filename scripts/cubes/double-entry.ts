import { formatMonth, type Period } from "../../src/core/periods.ts";
import type { Totals } from "../../src/cube/component.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import { evaluate, isAvailable, type Result } from "../../src/cube/evaluate.ts";
import { componentsOf, type Metric } from "../../src/cube/metric.ts";
import type { Engine } from "../engine/engine.ts";
import { agree, totalsDirectly } from "./direct.ts";

/** What a metric says of a period: its value, n, its remark, and the quantiles of its spread. */
type Entry = readonly (number | null)[];

function entryOf({ value, spread, remark }: Metric, totals: Totals | null): Entry {
  const quantiles = (spread?.probabilities ?? []).map((probability) => (totals && spread ? spread.quantile(totals, probability) : null));
  const remarked = remark ? [totals && remark.value.finish(totals)] : [];
  return totals ? [value.finish(totals), value.cases(totals), ...remarked, ...quantiles] : [null, 0, ...remarked, ...quantiles];
}

/** Whether a metric is made from whole numbers only. */
const isExact = (metric: Metric) => componentsOf(metric).every((component) => component.kind === "counts" || component.parts !== null);

/** The difference in words; nothing where the two entries agree. */
function differenceOf(metric: Metric, { period, value, n, remark, spread }: Result, totals: Totals | null): string[] {
  const [fromCube, fromFact]: [Entry, Entry] = [[value, n, ...(metric.remark ? [remark] : []), ...spread], entryOf(metric, totals)];
  if (fromCube.every((figure, i) => agree(figure, fromFact[i] ?? null, { isExact: isExact(metric) }))) return [];
  const shown = (entry: Entry) => entry.map(String).join(", ");
  return [`  ${metric.id} ${formatMonth(period.start)} to ${formatMonth(period.end)}: cube ${shown(fromCube)}; fact ${shown(fromFact)}`];
}

/**
 * Computes every metric from its cubes and straight from its facts, over each period, and throws when the two differ anywhere.
 * The periods come in lists within which none overlap.
 */
export async function checkDoubleEntry(
  engine: Engine,
  cubes: Cubes,
  metrics: readonly Metric[],
  lists: readonly (readonly Period[])[],
): Promise<void> {
  const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
  const available = metrics.filter((metric) => isAvailable(cubes, metric));
  const periods = lists.flat();
  const fromFacts = await totalsDirectly(
    engine,
    infos,
    available,
    periods.map((period) => ({ period })),
  );
  const differences = available.flatMap((metric) => {
    const fromCube = lists
      .flatMap((list) => evaluate(cubes, metric, { periods: list, hasSpread: true }))
      .filter(({ isHidden }) => !isHidden);
    return fromCube.flatMap((result) => differenceOf(metric, result, fromFacts.get(metric)?.[periods.indexOf(result.period)] ?? null));
  });
  if (differences.length > 0) throw new Error(["cube and fact differ in value, n, remark or quantiles:", ...differences].join("\n"));
}
