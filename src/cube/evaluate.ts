import { unknownName } from "../core/errors.ts";
import type { Period } from "../core/periods.ts";
import type { Additive, Counts, Totals } from "./component.ts";
import type { Cubes } from "./cubes.ts";
import type { FactInfo } from "./manifest.ts";
import { componentsOf, factsOf, type Metric, type MetricDefinition } from "./metric.ts";
import type { Fraction } from "./parts.ts";
import { quantileOf } from "./quantiles.ts";
import { type Group, type Query, rollUp } from "./roll-up.ts";

/** A metric for one period and one member of each dimension split by. */
export interface Result {
  period: Period;
  members: Readonly<Record<string, string>>;
  /** null where there is none or where it is hidden. */
  value: number | null;
  /** Cases that the value rests on; 0 where it is hidden. */
  n: number;
  /** A group too small to be shown lies in it; not the same as missing. */
  isHidden: boolean;
  /** The quantiles of the metric's spread, in its order; empty without a spread. */
  spread: readonly (number | null)[];
  /** Amount and weight behind the value; null where it has none. */
  fraction: Fraction | null;
}

type Column = ReturnType<typeof componentsOf>[number];

/** Whether the facts that a metric needs were built. */
export const isAvailable = (cubes: Cubes, metric: MetricDefinition): boolean => factsOf(metric).every((fact) => cubes.fact(fact));

const keyOf = ({ period, members }: Group, by: readonly string[]) => JSON.stringify([period, ...by.map((dimension) => members[dimension])]);

/** Additive columns that a query of this fact needs; `is_entry` and the rest are keys. */
function groupsOf(cubes: Cubes, info: FactInfo, columns: readonly Column[], query: Query): Map<string, Map<string, Group>> {
  const additive = columns.filter((column) => column.kind === "additive").map(({ id }) => id);
  const by = query.by ?? [];
  const index = (groups: Group[]) => new Map(groups.map((group) => [keyOf(group, by), group]));
  const found = new Map([["", index(rollUp(info, cubes.cells(info.id), query, [...new Set(additive)]))]]);
  for (const column of columns) {
    if (column.kind !== "counts") continue;
    found.set(column.id, index(rollUp(info, cubes.counts(info.id, column.column), query, ["cases"], ["value"])));
  }
  return found;
}

function totalsOf(groups: Map<string, Map<string, Map<string, Group>>>, own: string, key: string): Totals {
  const rowsOf = ({ of = own }: { of: string | undefined }, file: string) => groups.get(of)?.get(file)?.get(key)?.rows ?? [];
  return {
    additive: (component: Additive) => rowsOf(component, "").reduce((total, row) => total + Number(row[component.id] ?? 0), 0),
    counts: (component: Counts) => {
      const counts = new Map<number, number>();
      for (const row of rowsOf(component, component.id))
        counts.set(Number(row["value"]), (counts.get(Number(row["value"])) ?? 0) + Number(row["cases"]));
      return counts;
    },
  };
}

/** Fails with the choices when a metric cannot be filtered or split by a dimension. */
function requireDimensions(metric: Metric, { filters = {}, by = [] }: Query): void {
  for (const dimension of [...Object.keys(filters), ...by]) {
    if (!metric.dimensions.includes(dimension)) throw unknownName("dimension", dimension, metric.dimensions, `${metric.id} has`);
  }
}

/**
 * The value of a metric for each period, and for each member of the dimensions in `by` that has cells in any of the periods' facts.
 * Without `by` there is one result per period. A period that a fact does not reach is missing. Members come in no particular order.
 */
export function evaluate(cubes: Cubes, metric: Metric, query: Query): Result[] {
  requireDimensions(metric, query);
  if (!isAvailable(cubes, metric)) return [];
  const infos = factsOf(metric).map((fact) => cubes.fact(fact) as FactInfo);
  const columns = componentsOf(metric);
  const groups = new Map(
    infos.map((info) => [
      info.id,
      groupsOf(
        cubes,
        info,
        columns.filter(({ of }) => of === info.id),
        query,
      ),
    ]),
  );
  const found = new Map([...groups.values()].flatMap((files) => [...files.values()].flatMap((index) => [...index])));
  const asked = query.by?.length ? [] : query.periods.keys();
  for (const period of asked) found.set(JSON.stringify([period]), { period, members: {}, rows: [], isHidden: false, hasLeftOut: false });
  return [...found].map(([key, { period: at, members }]) => {
    const period = query.periods[at] as Period;
    const isCovered = infos.every(({ first, last }) => period.end >= first && period.start <= last);
    const own = [...groups.values()].flatMap((files) => [...files.values()].flatMap((index) => index.get(key) ?? []));
    const totals = totalsOf(groups, metric.fact, key);
    const isShown = isCovered && !own.some(({ isHidden }) => isHidden);
    const value = isShown ? metric.value.finish(totals) : null;
    return {
      period,
      members,
      value,
      n: isShown ? metric.value.cases(totals) : 0,
      // where nothing is left because a side is left out, that is not missing but hidden
      isHidden: !isShown ? isCovered : value === null && own.some(({ hasLeftOut }) => hasLeftOut),
      spread: (metric.spread?.probabilities ?? []).map((p) =>
        isShown && metric.spread ? quantileOf(totals.counts(metric.spread.counts), p, metric.spread.counts.step) : null,
      ),
      fraction: isShown ? metric.value.fraction(totals) : null,
    };
  });
}

/** How often each value of the spread's column occurs in a period, smallest first; empty where the metric has no spread or it is hidden. */
export function distribution(cubes: Cubes, metric: Metric, query: Omit<Query, "by">): { value: number; count: number }[] {
  const counts = metric.spread?.counts;
  const info = counts && cubes.fact(counts.of ?? metric.fact);
  if (!counts || !info) return [];
  const groups = rollUp(info, cubes.counts(info.id, counts.column), query, ["cases"], ["value"]);
  if (groups.some(({ isHidden }) => isHidden)) return [];
  const rows = groups
    .flatMap(({ rows }) => rows)
    .map((row) => ({ value: Number((Number(row["value"]) * counts.step).toPrecision(12)), count: Number(row["cases"]) }));
  return rows.sort((a, b) => a.value - b.value);
}
