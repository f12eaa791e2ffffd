import { type Coverage, firstDay, lastDay, parseMonth } from "../../src/core/periods.ts";
import type { Reach } from "../../src/data/export-reports.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "./facts.ts";

/** The days that all tables of a fact cover, and the ISO day up to which something began in each. */
interface FactReach extends Coverage {
  begun: string;
}

/** The last ISO day up to which a stock is known: the end of a month, or the as-of day. */
const stockUntil = (day: string, asOf: string): string =>
  day === asOf || day === lastDay(parseMonth(day)) ? day : lastDay(parseMonth(day) - 1);

/** How far a fact reaches, before its rows are known. What is there at the end of a month is not known once nothing begins any more. */
export function reachOfFact({ tables, over }: Pick<Fact, "tables" | "over">, { first, asOf, tables: known }: Reach): FactReach {
  const own = tables.flatMap((table) => known[table] ?? []);
  const earliest = (days: readonly string[]) => [asOf, ...days].sort()[0] ?? asOf;
  const from = [firstDay(first), ...own.flatMap(({ from }) => from ?? [])].sort().at(-1) ?? asOf;
  const begun = earliest(own.map(({ begun }) => begun));
  const until = earliest(own.map(({ until }) => until));
  const untilBy = { flow: until, presence: begun, stock: stockUntil(begun, asOf) };
  return { from, begun, until: untilBy[over] };
}

/** The days that a fact covers: one that has no row since something last began in its tables counts what begins, and is known no further. */
export async function coverageOf(
  engine: Engine,
  { id, time }: Pick<Fact, "id" | "time">,
  { from, begun, until }: FactReach,
): Promise<Coverage> {
  if (begun >= until) return { from, until };
  const later = await rowsOf(engine, `select 1 from facts.${id} where ${time} > date '${begun}' limit 1`);
  return { from, until: later.length > 0 ? until : begun };
}
