import { type Beside, laidBeside } from "../../analysis/beside.ts";
import { pointOf, type SeriesPoint, seriesOf } from "../../analysis/series.ts";
import { type Behaviour, behaviourOf, type Standing, standingOf } from "../../analysis/standing.ts";
import { type Trial, trialOfComparison, trialOfSeries } from "../../analysis/trial.ts";
import { once, onceEach } from "../../core/once.ts";
import { type Grain, lengthOf, type Period, periodId, yearBefore } from "../../core/periods.ts";
import type { Filters } from "../../core/selection.ts";
import type { Slice } from "../../core/slice.ts";
import { isAvailable } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Site } from "../site.ts";
import { type Asked, askedOf, comparedBy, filteredIn } from "./asked.ts";
import { type Breakdown, breakdownBy } from "./breakdown.ts";
import { bestCarriers, type Carriers } from "./carriers.ts";
import { growsWithLength, targetOf } from "./targets.ts";

/** All that pages show of a metric as it was asked for. Each part is computed when it is first asked for. */
export interface MetricView extends Asked {
  metric: Metric;
  /** False when an export is missing that it needs. */
  isAvailable: boolean;
  /** Dimensions that are filtered and that the metric lacks; it keeps all of their members. */
  lacking: readonly string[];
  /** Every period of a grain, with its quantiles; none by month of a quarterly metric. */
  series(grain: Grain): SeriesPoint[];
  /** Series of the shortest period that has a value, without quantiles. */
  readonly finest: SeriesPoint[];
  /** What the reader chose to compare with, beside the finest series; empty without such a choice, and where it would be the series itself. */
  readonly beside: readonly Beside[];
  /** The two periods are of unequal length, and the value grows with it: a change from one to the other would say nothing. */
  readonly isUnequal: boolean;
  readonly behaviour: Behaviour;
  /** Where it stands; null without data to stand on. */
  readonly standing: Standing | null;
  /** What it can be judged by; null where it has no value, is hidden, or its period is not over. Its verdict depends on what it is read with. */
  readonly trial: Trial | null;
  target(period: Period): number | null;
  /** By the members of a dimension, whose own filter is lifted so that what is left out stays in view. */
  breakdown(dimension: string): Breakdown;
  /** Who carried the change, by the dimension that explains most; null when none does. */
  readonly carriers: Carriers | null;
}

/** Whether no member of a dimension is kept, since the part of the company that is shown and what the reader filters have none in common. */
const isEmpty = ({ filters }: Slice) => Object.values(filters).some((members) => members.length === 0);

function standingIn({ cubes }: Site, { metric, slice, against, isUnequal }: MetricView): Standing | null {
  const now = isEmpty(slice) ? null : pointOf(cubes, metric, slice);
  if (!now) return null;
  const before = pointOf(cubes, metric, against);
  const yearAgo = pointOf(cubes, metric, { ...slice, period: yearBefore(slice.period) });
  const standing = standingOf(metric, { now, before, yearAgo });
  return isUnequal ? { ...standing, change: null, direction: null } : standing;
}

/** A comparison that the reader chose is judged by the two stretches of time, all else by what was usual before. */
function trialOf(
  { metric, slice, against, isCompared, isUnequal, standing, finest }: MetricView,
  compared: () => SeriesPoint[],
): Trial | null {
  if (!standing?.point.isComplete || standing.point.value === null) return null;
  if (!isCompared) return trialOfSeries(metric, finest, slice.period);
  if (isUnequal || !standing.change) return null;
  return trialOfComparison(metric, { finest, period: slice.period }, { finest: compared(), period: against.period });
}

/** A metric as the reader asked for it. */
export function metricView(site: Site, metric: Metric, askedOfPage: Asked): MetricView {
  const { cubes, config } = site;
  const fiscalStart = config.fiscal_year_starts;
  const asked = askedOf(metric, askedOfPage);
  const { slice, against, isCompared } = asked;
  const finestGrain = metric.finest ?? "month";
  const finestOf = (filters: Filters) => seriesOf(cubes, metric, { grain: finestGrain, fiscalStart, filters });
  const withSpread = (grain: Grain) =>
    grain === "month" && finestGrain === "quarter"
      ? []
      : seriesOf(cubes, metric, { grain, fiscalStart, filters: slice.filters, hasSpread: true });
  const series = {
    month: once(() => withSpread("month")),
    quarter: once(() => withSpread("quarter")),
    year: once(() => withSpread("year")),
  };
  const finest = once(() => finestOf(slice.filters));
  const compared = once(() => (isCompared ? finestOf(against.filters) : []));
  const isOneLength = lengthOf(slice.period) === lengthOf(against.period);
  const isItself = !isOneLength && comparedBy(asked).length === 0;
  const beside = once(() => (isItself ? [] : laidBeside(finest(), compared(), { own: slice.period, other: against.period })));
  const behaviour = once(() => behaviourOf(metric, finest()));
  const standing = once(() => standingIn(site, view));
  const trial = once(() => trialOf(view, compared));
  const carriers = once(() => (view.standing?.change ? bestCarriers(site, metric, asked) : null));
  const breakdown = onceEach((dimension) => breakdownBy(site, view, dimension));
  const view: MetricView = {
    metric,
    ...asked,
    isAvailable: isAvailable(cubes, metric),
    lacking: filteredIn(askedOfPage).filter((id) => !metric.dimensions.includes(id)),
    series: (grain) => series[grain](),
    get finest() {
      return finest();
    },
    get beside() {
      return beside();
    },
    isUnequal: !isOneLength && growsWithLength(site, metric),
    get behaviour() {
      return behaviour();
    },
    get standing() {
      return standing();
    },
    get trial() {
      return trial();
    },
    target: (period) => targetOf(site, metric, { period, filters: slice.filters }),
    breakdown: (dimension) => breakdown(dimension),
    get carriers() {
      return carriers();
    },
  };
  return view;
}

/** Name of a period as links and downloads write it. */
export const idOfPeriod = ({ config }: Site, period: Period): string => periodId(period, config.fiscal_year_starts);
