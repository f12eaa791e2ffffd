import type { Row } from "../../analysis/breakdown.ts";
import { LEVEL } from "../../analysis/chance/holm.ts";
import type { Change } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import type { Standing } from "../../analysis/standing.ts";
import { type Judged, judgedTogether, type Trial, trialOfComparison, trialOfSeries, UNJUDGED } from "../../analysis/trial.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Asked } from "./asked.ts";

/** A metric that is broken down. */
export interface Whole extends Asked {
  metric: Metric;
  /** The two periods cannot be set against each other. */
  isUnequal: boolean;
  standing: Standing | null;
}

type Series = ReadonlyMap<string, readonly SeriesPoint[]>;

/** The members of a dimension, and what was asked of them. */
interface Members {
  asked: Asked;
  rows: readonly (Row & { change: Change | null })[];
  /** Of each, and of what each is compared with. */
  series(): Series;
  seriesCompared(): Series;
}

/**
 * The verdicts of the members of a breakdown, which are one family; the breakdowns of a metric share the level. Each is judged as the metric
 * is: by what was usual for it before, or by what a reader compares it with. One alone is the metric itself, whose verdict stands elsewhere.
 */
export function memberVerdicts({ metric, standing }: Whole, { asked, rows, series, seriesCompared }: Members): ReadonlyMap<string, Judged> {
  if (!standing?.point.isComplete || rows.length < 2) return new Map();
  const { slice, against, isCompared } = asked;
  const trialOf = ({ member, now, change }: Members["rows"][number]): Trial | null => {
    const finest = series().get(member);
    if (now.value === null || !finest) return null;
    if (!isCompared) return trialOfSeries(metric, finest, slice.period);
    const stretch = { finest: seriesCompared().get(member) ?? [], period: against.period };
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
