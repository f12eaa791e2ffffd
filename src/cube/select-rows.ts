import type { Month, Period } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { FactInfo } from "../data/manifest.ts";
import type { CellIndex, KeyColumn } from "./cell-index.ts";

/** The rows of a table that count, in its order, and for each the period for which it counts. */
export interface Selected {
  rows: Int32Array;
  /** Index into the periods asked for. */
  periods: Int32Array;
}

/** The code of no period. */
const NONE = -1;

/** The months that count for a period, by how the fact adds up over time (see `OVER_TIME`). */
function periodByMonth({ over, first, last }: FactInfo, periods: readonly Period[]): Map<Month, number> {
  const index = new Map<Month, number>();
  periods.forEach(({ start, end }, i) => {
    const [from, to] = [Math.max(start, first), Math.min(end, last)];
    for (let month = over === "stock" ? Math.max(from, to) : from; month <= to; month++) index.set(month, i);
  });
  return index;
}

const lookUp = ({ members }: KeyColumn, periodOf: Map<Month, number>): Int32Array =>
  new Int32Array(members.map((month) => periodOf.get(Number(month)) ?? NONE));

/** Of a presence, other rows than entries count only in the first month of a period. */
function periodOfOthers({ over, first }: FactInfo, periods: readonly Period[], periodOf: Map<Month, number>): Map<Month, number> {
  if (over !== "presence") return periodOf;
  const starts = new Set(periods.map(({ start }) => Math.max(start, first)));
  return new Map([...periodOf].filter(([month]) => starts.has(month)));
}

function inPeriods(fact: FactInfo, cells: CellIndex, asked: readonly Period[]): Selected {
  const months = cells.keys("month");
  const entries = fact.over === "presence" ? cells.keys("is_entry") : null;
  const isEntry = entries?.members.indexOf(true);
  const periodOf = periodByMonth(fact, asked);
  const [ofEntries, ofOthers] = [lookUp(months, periodOf), lookUp(months, periodOfOthers(fact, asked, periodOf))];
  const [rows, periods] = [new Int32Array(cells.rowCount), new Int32Array(cells.rowCount)];
  let count = 0;
  for (let row = 0; row < cells.rowCount; row++) {
    const byMonth = entries === null || entries.codes[row] === isEntry ? ofEntries : ofOthers;
    const period = byMonth[months.codes[row] as number] as number;
    if (period === NONE) continue;
    rows[count] = row;
    periods[count++] = period;
  }
  return { rows: rows.subarray(0, count), periods: periods.subarray(0, count) };
}

/** Keeps the rows with one of the members, in place. */
function keepMembers({ rows, periods }: Selected, { codes, members }: KeyColumn, wanted: readonly string[]): Selected {
  const isWanted = new Uint8Array(members.map((member) => Number(typeof member === "string" && wanted.includes(member))));
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    if (!isWanted[codes[row] as number]) continue;
    rows[count] = row;
    periods[count++] = periods[place] as number;
  }
  return { rows: rows.subarray(0, count), periods: periods.subarray(0, count) };
}

const NOTHING: Selected = { rows: new Int32Array(0), periods: new Int32Array(0) };

/** The rows that count for a period and have one of the members of every filter. */
export function selectRows(fact: FactInfo, cells: CellIndex, periods: readonly Period[], filters: Filters): Selected {
  if (Object.values(filters).some((members) => members.length === 0)) return NOTHING;
  return Object.entries(filters).reduce(
    (selected, [dimension, members]) => keepMembers(selected, cells.keys(dimension), members),
    inPeriods(fact, cells, periods),
  );
}
