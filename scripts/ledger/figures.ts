import type { Period } from "../../src/core/periods.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import { evaluate, type Result } from "../../src/cube/evaluate.ts";
import type { Metric } from "../../src/cube/metric.ts";

/** A figure of today; one without cases is missing. */
export type Figure = Pick<Result, "members" | "value" | "n" | "isHidden">;

/** A member of each dimension by which a metric is broken down, in one of the periods. */
type Place = Pick<Result, "period" | "members">;

/** What cubes say of a metric at a place. */
export type Figures = (metric: Metric, place: Place) => Figure;

const NOTHING = { value: null, n: 0, isHidden: false };

const keyOf = ({ period, members }: Place, by: readonly string[]) => [period.start, period.end, ...by.map((id) => members[id])].join("\0");

/** The figures of some periods. A breakdown of a metric is computed when it is first asked for, for all of them together. */
export function figuresIn(cubes: Cubes, periods: readonly Period[]): Figures {
  const breakdowns = new Map<string, ReadonlyMap<string, Figure>>();
  return (metric, place) => {
    const by = Object.keys(place.members);
    const id = [metric.id, ...by].join("\0");
    const found = breakdowns.get(id) ?? new Map(evaluate(cubes, metric, { periods, by }).map((result) => [keyOf(result, by), result]));
    breakdowns.set(id, found);
    return found.get(keyOf(place, by)) ?? { ...NOTHING, members: place.members };
  };
}
