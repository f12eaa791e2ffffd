import type { Row } from "../analysis/breakdown.ts";
import type { Change } from "../analysis/comparison.ts";
import { seriesByMember } from "../analysis/series.ts";
import type { Standing } from "../analysis/standing.ts";
import { type Judged, judgedTogether, type Trial, trialOfComparison, trialOfSeries, UNJUDGED } from "../analysis/trial.ts";
import { once } from "../core/once.ts";
import type { Slice } from "../core/slice.ts";
import type { Metric } from "../cube/metric.ts";
import type { Asked } from "./asked.ts";
import type { Site } from "./site.ts";

/** A metric that is broken down. */
export interface Whole extends Asked {
  metric: Metric;
  /** The two periods cannot be set against each other. */
  isUnequal: boolean;
  standing: Standing | null;
}

/** The members of a dimension, and what was asked of them. */
interface Members {
  dimension: string;
  asked: Asked;
  rows: readonly (Row & { change: Change | null })[];
}

/** The probability that any breakdown of a metric shows a signal where nothing happens. */
const LEVEL = 0.05;

/**
 * The verdicts of the members of a breakdown, which are one family; the breakdowns of a metric share the level. Each is judged as the metric is: by what was usual for it before, or by what
 * a reader compares it with. One alone is the metric itself, whose verdict stands elsewhere.
 */
export function memberVerdicts(site: Site, { metric, standing }: Whole, { dimension, asked, rows }: Members): ReadonlyMap<string, Judged> {
  if (!standing?.point.isComplete || rows.length < 2) return new Map();
  const { cubes, config } = site;
  const { slice, against, isCompared } = asked;
  const grain = metric.finest ?? "month";
  const seriesIn = ({ filters }: Slice) =>
    seriesByMember(cubes, metric, dimension, { grain, fiscalStart: config.fiscal_year_starts, filters });
  const [own, other] = [seriesIn(slice), once(() => seriesIn(against))];
  const trialOf = ({ member, now, change }: Members["rows"][number]): Trial | null => {
    const finest = own.get(member);
    if (now.value === null || !finest) return null;
    if (!isCompared) return trialOfSeries(metric, finest, slice.period);
    const stretch = { finest: other().get(member) ?? [], period: against.period };
    return change && trialOfComparison(metric, { finest, period: slice.period }, stretch);
  };
  const family = rows.flatMap((row) => {
    const trial = trialOf(row);
    return trial ? [{ member: row.member, trial }] : [];
  });
  const verdicts = judgedTogether(
    family.map(({ trial }) => trial),
    LEVEL / metric.dimensions.length,
  );
  return new Map(family.map(({ member }, i) => [member, verdicts[i] ?? UNJUDGED]));
}
