import { breakdownOf, type Row, unionOf } from "../analysis/breakdown.ts";
import { type Change, changeBetween } from "../analysis/comparison.ts";
import type { Standing } from "../analysis/standing.ts";
import type { Metric } from "../cube/metric.ts";
import { type Asked, askedOfAll } from "./asked.ts";
import { dimensionOf, type Site } from "./site.ts";

/** A member beside what it is compared with. */
export interface ComparedRow extends Row {
  /** From what it is compared with; null where either has no value, or the two cannot be set against each other. */
  change: Change | null;
}

/** A metric by the members of a dimension, and what was asked of them. */
export interface Breakdown {
  rows: ComparedRow[];
  asked: Asked;
  /** Several of the members as one: the metric of their union. */
  union(members: readonly string[]): Omit<ComparedRow, "member"> | null;
}

/** What is broken down. */
interface Whole extends Asked {
  metric: Metric;
  /** The two periods cannot be set against each other. */
  isUnequal: boolean;
  standing: Standing | null;
}

/** A metric by the members of a dimension, whose own filter is lifted so that what is left out stays in view. */
export function breakdownBy(site: Site, whole: Whole, dimension: string): Breakdown {
  const { cubes } = site;
  const { metric, isUnequal, standing } = whole;
  const asked = askedOfAll(whole, [dimension]);
  const isKnown = asked.isCompared || standing?.previous;
  const compared = <T extends Pick<Row, "now" | "before">>(row: T): T & { change: Change | null } => {
    const before = isKnown ? row.before : null;
    return { ...row, before, change: isUnequal ? null : changeBetween(row.now, before) };
  };
  return {
    asked,
    rows: breakdownOf(cubes, metric, dimensionOf(site, dimension), asked).map(compared),
    union(members) {
      const found = unionOf(cubes, metric, asked, { [dimension]: members });
      return found && compared(found);
    },
  };
}
