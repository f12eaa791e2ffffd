import type { Month, Period } from "../core/periods.ts";
import type { FactInfo } from "../data/manifest.ts";
import type { Cubes } from "./cubes.ts";
import { ALL } from "./known.ts";
import { componentsOf, type MetricDefinition } from "./metric.ts";

/** A fact, and months whose rows rest on working days of provisional years. */
interface Resting {
  fact: FactInfo;
  months: readonly Month[];
}

/** What a metric reads of its facts that rests on such days; some dimensions do, as well as figures. */
const restingOf = (cubes: Cubes, metric: MetricDefinition, dimensions: readonly string[]): Resting[] =>
  componentsOf(metric).flatMap(({ of, reads }) => {
    const fact = cubes.fact(of);
    const isRead = (name: string) => name === ALL || reads.includes(name) || dimensions.includes(name);
    const read = fact?.provisional.filter(({ figures }) => figures.some(isRead)) ?? [];
    return fact ? read.map(({ months }) => ({ fact, months })) : [];
  });

/** Whether a period shows rows of a month. */
const isShownIn = ({ over, last }: FactInfo, { start, end }: Period, month: Month): boolean =>
  over === "stock" ? month === Math.min(end, last) : month >= start && month <= end;

/** Whether a metric, split or filtered by some dimensions, rests in a period on working days of a year whose days off are not all known yet. */
export const isProvisional = (cubes: Cubes, metric: MetricDefinition, { period, by }: { period: Period; by: readonly string[] }): boolean =>
  restingOf(cubes, metric, by).some(({ fact, months }) => months.some((month) => isShownIn(fact, period, month)));

/** Whether it does in any period, by any of its dimensions. */
export const isEverProvisional = (cubes: Cubes, metric: MetricDefinition): boolean =>
  restingOf(cubes, metric, metric.dimensions).length > 0;
