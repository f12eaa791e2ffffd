import type { Period } from "../../src/core/periods.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import { isAvailable } from "../../src/cube/evaluate.ts";
import type { Metric } from "../../src/cube/metric.ts";
import type { Restated, Vintage } from "../../src/data/restatements.ts";
import type { Figure, Figures } from "./figures.ts";
import { type FrozenDocument, type FrozenMetric, type Published, publishedBy } from "./frozen-document.ts";
import { rankIn } from "./rank.ts";

/** A restated figure of which it is not known yet why. */
export type Difference = Omit<Restated, "parts" | "revision">;

export interface Comparison extends Pick<Vintage, "totals" | "compared"> {
  differences: Difference[];
}

/** Sums in another order may differ in their last digits. */
const ROUNDING = 1e-9;

const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));

/** What is computed today. */
export interface Today {
  cubes: Cubes;
  figures: Figures;
  metrics: readonly Metric[];
}

/** Figures of one breakdown, as they were published and as they are. */
function differencesIn(
  metric: Metric,
  figures: readonly Published[],
  { nowOf, isRanked }: { nowOf: (of: Published) => Figure; isRanked: boolean },
) {
  const both = figures.map((frozen) => ({ frozen, now: nowOf(frozen) })).filter(({ frozen, now }) => !frozen.isHidden && !now.isHidden);
  const ranked = (side: "frozen" | "now") =>
    isRanked
      ? rankIn(
          both.map((each) => each[side].value),
          metric.better,
        )
      : () => null;
  const [rankThen, rankNow] = [ranked("frozen"), ranked("now")];
  const changed = both.filter(({ frozen, now }) => !isSame(frozen.value, now.value) || frozen.n !== now.n);
  const differences = changed.map(
    ({ frozen: { isHidden: _, members, ...figure }, now }): Difference => ({
      ...{ metric: metric.id, members },
      frozen: { ...figure, rank: rankThen(figure.value) },
      now: { value: now.value, n: now.n, rank: rankNow(now.value) },
    }),
  );
  return { compared: both.length, differences };
}

/** A metric as a whole, as it was published; nothing where it was hidden. */
function totalOf(metric: FrozenMetric): Vintage["totals"] {
  const { value, n, is_hidden } = metric.current;
  return is_hidden ? [] : [{ metric: metric.id, value, n, target: metric.target, signal: metric.verdict?.direction ?? null, rank: null }];
}

/** Compares every figure that a snapshot published with what is computed of its period now. What is hidden then or now is left out, and so is a metric or a dimension that is no more. */
export function compare(
  { metrics: documented }: FrozenDocument,
  { cubes, figures: today, metrics, period }: Today & { period: Period },
): Comparison {
  const breakdowns = documented.flatMap((published) => {
    const metric = metrics.find(({ id }) => id === published.id);
    if (!metric || !isAvailable(cubes, metric)) return [];
    const known = publishedBy(published).filter(({ by }) => by.every((id) => metric.dimensions.includes(id)));
    return known.map(({ by, figures }) =>
      differencesIn(metric, figures, { nowOf: ({ members }) => today(metric, { period, members }), isRanked: by.length === 1 }),
    );
  });
  return {
    totals: documented.flatMap(totalOf),
    compared: breakdowns.reduce((sum, { compared }) => sum + compared, 0),
    differences: breakdowns.flatMap(({ differences }) => differences),
  };
}
