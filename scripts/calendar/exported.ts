import { type Day, isoOf } from "../../src/core/days.ts";
import { lastDay, parseMonth, periodOf } from "../../src/core/periods.ts";
import { type DayCounts, together } from "../stage/day-counts.ts";
import type { DayPlace, SpanSide } from "../stage/span.ts";
import type { StagedTable } from "../stage/stage-all.ts";

/** What shows when a table happened, once it is staged. */
export type Exported = Pick<StagedTable, "table"> & { files: readonly Pick<StagedTable["files"][number], "file" | "rhythm" | "span">[] };

/** Days of a record that are asked about, and where they stand. */
export interface Placed {
  file: string;
  line: number;
  /** Of several columns, their names. */
  column: string;
  /** The ISO days. */
  found: string;
}

export const countsOf = ({ files }: Pick<Exported, "files">, side: SpanSide): DayCounts =>
  together(files.map(({ span }) => span[side].counts));

function placedIn(file: string, { line, named }: DayPlace, isAsked: (day: Day) => boolean): Placed {
  const asked = Object.entries(named).filter(([, day]) => isAsked(day));
  const found = new Set(asked.map(([, day]) => isoOf(day)));
  return { file, line, column: asked.map(([column]) => column).join(", "), found: [...found].join(", ") };
}

/** The outermost records of a table whose day is as asked, furthest first within each file. */
export const placesOf = ({ files }: Pick<Exported, "files">, side: SpanSide, isAsked: (day: Day) => boolean): Placed[] =>
  files.flatMap(({ file, span }) => span[side].outermost.filter(({ day }) => isAsked(day)).map((place) => placedIn(file, place, isAsked)));

/** Whether a table says of its rows in which quarter they were; the last day of a quarter lies ahead while it runs. */
export const isQuarterly = ({ table }: Pick<Exported, "table">): boolean => table.columns[table.time ?? ""]?.kind === "quarter";

/** Tables by day; those by quarter only where there are no others. */
export function daily(tables: readonly Exported[]): readonly Exported[] {
  const found = tables.filter((each) => !isQuarterly(each) && countsOf(each, "ends").size > 0);
  return found.length > 0 ? found : tables;
}

/** The last ISO day of a table that counts: the as-of day; of a table by quarter, the end of the one that is running. */
export const horizonOf = (each: Pick<Exported, "table">, asOf: string, fiscalStart: number): string =>
  isQuarterly(each) ? lastDay(periodOf(parseMonth(asOf), "quarter", fiscalStart).end) : asOf;
