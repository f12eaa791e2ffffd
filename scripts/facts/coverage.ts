import { dayOf, isoOf } from "../../src/core/days.ts";
import { type Coverage, firstDay, lastDay, parseMonth } from "../../src/core/periods.ts";
import type { Reach } from "../../src/data/export-reports.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "./facts.ts";

/** The days that all tables of a fact cover, and the ISO day up to which something began in each. */
export interface FactReach extends Coverage {
  begun: string;
}

const earliest = (days: readonly [string, ...string[]]): string => days.reduce((first, day) => (day < first ? day : first));

/** How far a fact reaches by its tables. */
export function reachOfFact({ tables }: Pick<Fact, "tables">, { first, asOf, tables: known }: Reach): FactReach {
  const own = tables.flatMap((table) => known[table] ?? []);
  const from = [firstDay(first), ...own.flatMap(({ from }) => from ?? [])].sort().at(-1) ?? asOf;
  return { from, begun: earliest([asOf, ...own.map(({ begun }) => begun)]), until: earliest([asOf, ...own.map(({ until }) => until)]) };
}

/**
 * The ISO day up to which rows of a fact are made. What is there at a time is known neither once nothing begins any more, nor while cases are
 * missing that last so many days; what is there at the end of a month, of whole months and the as-of day.
 */
export function madeUntil({ begun, until }: FactReach, { over }: Pick<Fact, "over">, { asOf, missing }: { asOf: string; missing: number }) {
  if (over === "flow") return until;
  const known = earliest([begun, isoOf(dayOf(until) - missing)]);
  return over === "presence" || known === asOf || known === lastDay(parseMonth(known)) ? known : lastDay(parseMonth(known) - 1);
}

/** The ISO day that a made fact covers: one that has no row since something last began in its tables counts what begins, and is known no further. */
export async function coveredUntil(engine: Engine, { id, time }: Pick<Fact, "id" | "time">, begun: string, made: string): Promise<string> {
  if (begun >= made) return made;
  const later = await rowsOf(engine, `select 1 from facts.${id} where ${time} > date '${begun}' limit 1`);
  return later.length > 0 ? made : begun;
}
