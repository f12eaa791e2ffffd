import { breakdownOf, type Row, unionOf } from "../../analysis/breakdown.ts";
import { type Change, changeBetween } from "../../analysis/comparison.ts";
import { type SeriesPoint, seriesByMember } from "../../analysis/series.ts";
import type { Judged } from "../../analysis/trial.ts";
import { once } from "../../core/once.ts";
import type { Slice } from "../../core/slice.ts";
import { dimensionOf, type Site } from "../site.ts";
import { type Asked, askedOfAll } from "./asked.ts";
import { memberVerdicts, type Whole } from "./member-verdicts.ts";

/** A member beside what it is compared with. */
export interface ComparedRow extends Row {
  /** From what it is compared with; null where either has no value, or the two cannot be set against each other. */
  change: Change | null;
}

/** A metric by the members of a dimension, and what was asked of them. */
export interface Breakdown {
  rows: ComparedRow[];
  asked: Asked;
  /** The series of every member that has cases, of the shortest periods. */
  series(): ReadonlyMap<string, SeriesPoint[]>;
  /** The verdicts of the members, judged together; none of those that are hidden or have no value, whose period is not over, and of one alone. */
  verdicts(): ReadonlyMap<string, Judged>;
  /** Several of the members as one: the metric of their union. */
  union(members: readonly string[]): Omit<ComparedRow, "member"> | null;
}

/** A metric by the members of a dimension, whose own filter is lifted so that what is left out stays in view. */
export function breakdownBy(site: Site, whole: Whole, dimension: string): Breakdown {
  const { cubes, config } = site;
  const { metric, isUnequal, standing } = whole;
  const asked = askedOfAll(whole, [dimension]);
  const isKnown = asked.isCompared || standing?.previous;
  const compared = <T extends Pick<Row, "now" | "before">>(row: T): T & { change: Change | null } => {
    const before = isKnown ? row.before : null;
    return { ...row, before, change: isUnequal ? null : changeBetween(row.now, before) };
  };
  const rows = breakdownOf(cubes, metric, dimensionOf(site, dimension), asked).map(compared);
  const seriesIn = ({ filters }: Slice) =>
    seriesByMember(cubes, metric, dimension, { grain: metric.finest ?? "month", fiscalStart: config.fiscal_year_starts, filters });
  const [series, seriesCompared] = [once(() => seriesIn(asked.slice)), once(() => seriesIn(asked.against))];
  return {
    ...{ asked, rows, series },
    verdicts: once(() => memberVerdicts(whole, { asked, rows, series, seriesCompared })),
    union(members) {
      const found = unionOf(cubes, metric, asked, { [dimension]: members });
      return found && compared(found);
    },
  };
}
