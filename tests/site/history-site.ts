import { toParts } from "../../src/core/amounts.ts";
import { formatMonth, parseMonth } from "../../src/core/periods.ts";
import type { Metric } from "../../src/cube/metric.ts";
import { count, mean, ratio, sum } from "../../src/cube/parts.ts";
import type { Site } from "../../src/site/site.ts";
import { type TinyCell, tinyCubes, tinyMetric } from "../cube/tiny.ts";
import { SITE, text } from "./tiny-site.ts";

/** Three years up to September 2026, and October, which is unfinished. */
export const MONTHS = Array.from({ length: 37 }, (_, i) => formatMonth(parseMonth("2023-10") + i));

/** What happens in a month, by the complete months after it: 0 to 2 are the third quarter of 2026. */
export type History = (monthsAgo: number) => number;

/** Two values by turns, as where nothing happens, and others in some months. */
export const byTurns =
  (one: number, other: number, happens: (monthsAgo: number) => number | null = () => null): History =>
  (monthsAgo) =>
    happens(monthsAgo) ?? (monthsAgo % 2 === 0 ? one : other);

const named = (id: string, definition: Parameters<typeof tinyMetric>[0]): Metric => ({ ...tinyMetric(definition), id });

/** A value in some months, both counted, and none in others. */
export const inMonths =
  ([last, first]: readonly [number, number], value: number) =>
  (monthsAgo: number): number | null =>
    monthsAgo >= last && monthsAgo <= first ? value : null;

/** Of each kind one. */
const METRICS = [
  named("kept", {
    ...{ label: text("达成率", "Attainment"), cases: text("到期承诺", "promises due"), unit: "share", better: "higher" },
    value: ratio(count({ where: "is_met" }), count()),
  }),
  named("wait", { label: text("等待", "Wait"), unit: "days", better: "lower", value: mean("days") }),
  named("orders", { label: text("订单", "Orders"), unit: "count", better: "higher", value: count() }),
  named("cost", { label: text("返工成本", "Rework cost"), unit: "cny", better: "lower", value: sum("amount_cny") }),
  named("price", { label: text("单价", "Price"), unit: "cny", better: "higher", value: ratio(sum("amount_cny"), count()) }),
  named("gap", { label: text("认知差距", "Perception gap"), unit: "points", better: "nearer-zero", value: mean("gap") }),
  named("requests", { label: text("请求", "Requests"), unit: "count", better: "neither", value: count() }),
];

/** What is given for each month; what is left out is the same in all. */
export interface Histories {
  cases?: History;
  /** Of the cases. */
  kept?: History;
  days?: History;
  /** In yuan. */
  cost?: History;
  gap?: History;
  /** By default east. */
  region?: string;
}

function cellOf(month: string, monthsAgo: number, { cases, kept, days, cost, gap, region = "east" }: Histories): TinyCell {
  const n = cases?.(monthsAgo) ?? 100;
  const of = (history: History | undefined, usual: number) => history?.(monthsAgo) ?? usual;
  return {
    ...{ month, region, count: n, count__is_met: of(kept, n) },
    ...{ sum_days: n * of(days, 3), count_days: n, sum_gap: n * of(gap, 0), count_gap: n },
    ...{ sum_amount_cny: toParts(of(cost, 1000)), count_amount_cny: 1 },
  };
}

/** A site of metrics over three years; by regions where several histories are given. */
export function historySite(...histories: Histories[]): Site {
  const cells = histories.flatMap((history) => MONTHS.map((month, i) => cellOf(month, MONTHS.length - 2 - i, history)));
  const { manifest, ...cubes } = tinyCubes({ things: { cells, dimensions: ["region"] } }, "2026-10-18");
  const { dimensions } = SITE.cubes.manifest;
  return {
    ...SITE,
    metrics: METRICS,
    cubes: { ...cubes, manifest: { ...manifest, dimensions } },
    reference: { ...SITE.reference, targets: [], annotations: [], decisions: [] },
  };
}
