import { parsePeriod } from "../../core/periods.ts";
import type { Slice } from "../../core/slice.ts";
import { factsOf, type Metric } from "../../cube/metric.ts";
import type { Site } from "../site.ts";

/** Whether a value grows with the length of the period, so that a target of a year does not hold for a quarter: a sum over time, or events per thing that is there. */
export function growsWithLength({ cubes }: Pick<Site, "cubes">, metric: Metric): boolean {
  const kinds = new Set(factsOf(metric).map((fact) => cubes.fact(fact)?.over));
  return kinds.has("flow") && (metric.value.isSum || kinds.size > 1);
}

/** The target that holds for a slice: that of its period, else that of the quarter or year around it. A target of the whole is none of a sum over some members. */
export function targetOf(site: Site, metric: Metric, { period, filters }: Slice): number | null {
  if (metric.value.isSum && Object.keys(filters).length > 0) return null;
  const own = site.reference.targets
    .filter((target) => target.metric === metric.id)
    .map((target) => ({ ...target, over: parsePeriod(target.period, site.config.fiscal_year_starts) }));
  const around = ({ over }: (typeof own)[number]) => over.start <= period.start && over.end >= period.end;
  const fitting = own.filter((target) =>
    target.over.grain === period.grain ? target.over.start === period.start : !growsWithLength(site, metric) && around(target),
  );
  return fitting.sort((a, b) => a.over.end - a.over.start - (b.over.end - b.over.start))[0]?.target ?? null;
}
