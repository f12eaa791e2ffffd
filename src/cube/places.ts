import { boundOf } from "../core/bound.ts";
import type { FactInfo } from "../data/manifest.ts";
import { doubtColumns, type Totals } from "./component.ts";
import type { Cubes } from "./cubes.ts";
import type { Needs } from "./needs.ts";
import { type Group, type Query, rollUp } from "./roll-up.ts";

/** One period and one member of each dimension split by, with what was found there. */
export interface Place extends Pick<Group, "period" | "members"> {
  /** The cells of a fact, by its id. */
  cells: Map<string, Group>;
  /** The counted values of a column of a fact, by `countsKey`. */
  counts: Map<string, Group>;
}

const countsKey = (fact: string, column: string) => `${fact}.${column}`;

/** The places of a query, each made when the first group of it is found. */
function openPlaces({ by = [] }: Query) {
  const places = new Map<string, Place>();
  const at = ({ period, members }: Pick<Group, "period" | "members">): Place => {
    const key = [period, ...by.map((dimension) => members[dimension])].join("\n");
    const place = places.get(key) ?? { period, members, cells: new Map(), counts: new Map() };
    places.set(key, place);
    return place;
  };
  return { places, at };
}

/** Every place in which a fact has cells; without a split every period, cells or not. In no particular order. */
export function findPlaces(cubes: Cubes, needs: readonly Needs[], query: Query): Place[] {
  const { places, at } = openPlaces(query);
  for (const { fact, additive, counted } of needs) {
    const info = cubes.fact(fact) as FactInfo;
    const doubts = additive.filter((column) => info.coded.includes(column)).flatMap(doubtColumns);
    for (const group of rollUp(info, cubes.cells(fact), query, [...additive, ...doubts])) at(group).cells.set(fact, group);
    for (const column of counted) {
      const groups = rollUp(info, cubes.counts(fact, column), query, ["cases"], ["value"]);
      for (const group of groups) at(group).counts.set(countsKey(fact, column), group);
    }
  }
  if (!query.by?.length) for (const period of query.periods.keys()) at({ period, members: {} });
  return [...places.values()];
}

function countsOf(group: Group | undefined): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { value, cases } of group?.rows ?? []) counts.set(Number(value), (counts.get(Number(value)) ?? 0) + Number(cases));
  return counts;
}

/** The totals of a place, for a metric of the fact `own`. */
export function totalsOf({ cells, counts }: Place, own: string): Totals {
  const sum = (fact: string, id: string) => (cells.get(fact)?.rows ?? []).reduce((total, row) => total + Number(row[id] ?? 0), 0);
  return {
    additive: ({ id, of = own, parts }) => sum(of, id) / (parts ?? 1),
    bound: ({ id, of = own }) => {
      const [more, less] = doubtColumns(id);
      return boundOf(sum(of, more) > 0, sum(of, less) > 0);
    },
    counts: ({ column, of = own }) => countsOf(counts.get(countsKey(of, column))),
  };
}
