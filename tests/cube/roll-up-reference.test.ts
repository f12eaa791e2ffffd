import { columnFromArray, type Table, tableFromColumns, tableFromIPC, tableToIPC, utf8 } from "@uwdata/flechette";
import { op, table } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Grain, type Period, parseMonth, periodsBetween } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { isHiddenAmong, isMark, LEFT_OUT } from "../../src/cube/hidden.ts";
import { type Query, rollUp } from "../../src/cube/roll-up.ts";
import { type FactInfo, OVER_TIME } from "../../src/data/manifest.ts";
import { assertProperty } from "../core/property.ts";
import { SURVEY_POOLING, tableOf, tinyCubes } from "./tiny.ts";

const [FIRST, LAST] = [parseMonth("2025-11"), parseMonth("2026-08")];

/** What a group comes to: its sums of `count` by segment, and what is hidden in it. */
interface Told {
  sums: Record<string, number>;
  isHidden: boolean;
  hasLeftOut: boolean;
}

const cell: fc.Arbitrary<Cell> = fc.record({
  month: fc.integer({ min: FIRST - 1, max: LAST + 1 }),
  region: fc.constantFrom("east", "west", "north", null),
  segment: fc.constantFrom("small", "large", null),
  is_entry: fc.boolean(),
  pool: fc.constantFrom(null, "~sales", "~rnd", LEFT_OUT),
  is_hidden: fc.boolean(),
  count: fc.option(fc.integer({ min: -5, max: 50 })),
});

const periods = fc
  .constantFrom<Grain>("month", "quarter", "year")
  .chain((grain) => fc.subarray(periodsBetween(FIRST - 3, LAST + 3, grain)));

const query: fc.Arbitrary<Query> = fc.record({
  periods,
  filters: fc.record(
    { region: fc.subarray(["east", "west", "south"]), segment: fc.subarray(["small", "large", "null"]) },
    { requiredKeys: [] },
  ),
  by: fc.subarray(["region", "segment"]),
});

const fact = fc.record({ over: fc.constantFrom(...OVER_TIME), pooling: fc.constantFrom(SURVEY_POOLING, null) }).map((given) => {
  const cubes = tinyCubes({ things: { ...given, cells: [], reach: ["2025-11", "2026-08"] } });
  return cubes.fact("things") as FactInfo;
});

/** The same with members as plain texts. */
function withPlainTexts(cells: readonly Cell[]): Table {
  const columns = Object.keys(cells[0] ?? {}).map((name) => {
    const values = cells.map((each) => each[name]);
    return [name, ["region", "segment", "pool"].includes(name) ? columnFromArray(values, utf8()) : columnFromArray(values)];
  });
  return tableFromColumns(Object.fromEntries(columns));
}

const throughFile = (cells: readonly Cell[]) => tableFromIPC(tableToIPC(tableOf(cells), {}) as Uint8Array);

function counts(each: Cell, { over, first, last }: FactInfo, { start, end }: Period): boolean {
  const [month, from, to] = [Number(each["month"]), Math.max(start, first), Math.min(end, last)];
  if (over === "stock") return month === to && from <= to;
  return month >= from && month <= to && (over === "flow" || each["is_entry"] === true || month === from);
}

function tell(cells: readonly Cell[], hidden: Pick<Told, "isHidden" | "hasLeftOut">): Told {
  const sums = table({ segment: cells.map((each) => String(each["segment"])), count: cells.map((each) => each["count"]) })
    .groupby("segment")
    .rollup({ sum: op.sum("count") })
    .objects() as { segment: string; sum: number }[];
  return { ...hidden, sums: Object.fromEntries(sums.map(({ segment, sum }) => [segment, sum ?? 0])) };
}

/** The same by looking at every cell for every period. */
function naive(info: FactInfo, cells: readonly Cell[], { periods: asked, filters = {}, by = [] }: Query): Record<string, Told> {
  const wanted = cells.filter((each) => Object.entries(filters).every(([key, members]) => members.some((member) => member === each[key])));
  const groups = asked.flatMap((period, i) => [
    ...Map.groupBy(
      wanted.filter((each) => counts(each, info, period)),
      (each) => [i, ...by.map((dimension) => each[dimension])].map(String).join(" "),
    ),
  ]);
  const told = ([key, own]: [string, Cell[]]) => {
    if (!info.pooling) return [key, tell(own, { isHidden: false, hasLeftOut: false })];
    const hasLeftOut = own.some((each) => isMark(each) && each["pool"] === LEFT_OUT);
    const shown = own.filter((each) => !isMark(each));
    return [key, tell(shown, { isHidden: isHiddenAmong(own), hasLeftOut })];
  };
  return Object.fromEntries(groups.map(told));
}

function rolledUp(info: FactInfo, table: Table, asked: Query): Record<string, Told> {
  const groups = rollUp(info, table, asked, ["count"], ["segment"]);
  return Object.fromEntries(
    groups.map(({ period, members, rows, isHidden, hasLeftOut }) => [
      [period, ...(asked.by ?? []).map((dimension) => members[dimension])].join(" "),
      tell(rows, { isHidden, hasLeftOut }),
    ]),
  );
}

describe("rollUp gives the groups and sums of looking at every cell for every period", () => {
  const cells = fc.array(cell, { minLength: 1, maxLength: 60 });

  test.each([
    ["with members in dictionaries", tableOf],
    ["with members as plain texts", withPlainTexts],
    ["read from a file", throughFile],
  ])("of cells %s", (_, tableOf) => {
    assertProperty(
      fc.property(fact, cells, query, (info, given, asked) => {
        expect(rolledUp(info, tableOf(given), asked)).toEqual(naive(info, given, asked));
      }),
      300,
    );
  });
});

test("rollUp refuses a column that the cells lack", () => {
  const cubes = tinyCubes({ things: { cells: [{ month: "2026-01", count: 1 }] } });
  const info = cubes.fact("things") as FactInfo;
  const asked = { periods: periodsBetween(FIRST, LAST, "year"), by: ["regoin"] };
  expect(() => rollUp(info, cubes.cells("things"), asked, ["count"])).toThrow("unknown column: regoin");
});
