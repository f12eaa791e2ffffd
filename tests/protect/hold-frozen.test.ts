import { columnFromArray, type DataType, float64, int32, tableFromColumns, utf8 } from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import type { BuiltCube } from "../../scripts/cubes/cubes.ts";
import { holdFrozen } from "../../scripts/protect/hold-frozen.ts";
import { parseMonth } from "../../src/core/periods.ts";
import type { PoolSet } from "../../src/core/pooling.ts";
import type { Cell } from "../../src/cube/cell-index.ts";

const MINIMUMS = { survey: 5, ratings: 5, delays: 3, delay_causes: 3 };
const [JUNE, SEPTEMBER] = [parseMonth("2026-06"), parseMonth("2026-09")];

/** The cell of a department in a month: so many deals of 10 each. */
const shown = (department: string, month: number, deals: number): Cell => ({
  ...{ department, month, pool: null, is_hidden: false },
  ...{ count_amount_cny: deals, sum_amount_cny: 10 * deals },
});

/** A cube as it is published; what does not matter of a fact is left out. */
function cube(id: string, set: PoolSet, cells: readonly Cell[]): BuiltCube {
  const texts = (name: string) =>
    columnFromArray(
      cells.map((cell) => cell[name] as string | null),
      utf8(),
    );
  const numbers = (name: string, type: DataType = float64()) =>
    columnFromArray(
      cells.map((cell) => cell[name] as number),
      type,
    );
  const table = tableFromColumns({
    ...{ department: texts("department"), month: numbers("month", int32()), pool: texts("pool") },
    is_hidden: columnFromArray(cells.map((cell) => cell["is_hidden"] as boolean)),
    ...{ count_amount_cny: numbers("count_amount_cny"), sum_amount_cny: numbers("sum_amount_cny") },
  });
  const info = { id, pooling: { set, group: "department", area: null }, rows: cells.length } as BuiltCube["info"];
  return { info, cells: table, counts: new Map(), unstated: [] };
}

const snapshotOf = (cells: Record<string, readonly Cell[]>) => ({ snapshot: "2026Q2/v1", cellsOf: (fact: string) => cells[fact] ?? null });

/** The deals that are published of each department and month. */
const dealsIn = ({ cells }: BuiltCube) =>
  Object.fromEntries((cells.toArray() as Cell[]).map((cell) => [`${cell["department"]} ${cell["month"]}`, cell["count_amount_cny"]]));

const FROZEN = [shown("rnd", JUNE, 4), shown("legal", JUNE, 5), shown("rnd", SEPTEMBER, 6)];

describe("holdFrozen(cubes, frozen, minimums)", () => {
  test("shows a month as it was frozen where fewer deals than may be shown have come since", () => {
    const now = cube("delay_amounts", "delays", [shown("rnd", JUNE, 5), shown("legal", JUNE, 9), shown("rnd", SEPTEMBER, 9)]);
    const { cubes, months } = holdFrozen([now], [snapshotOf({ delay_amounts: FROZEN })], MINIMUMS);
    expect(cubes.map(dealsIn)).toEqual([{ [`rnd ${JUNE}`]: 4, [`legal ${JUNE}`]: 5, [`rnd ${SEPTEMBER}`]: 9 }]);
    expect(months).toEqual([JUNE]);
  });

  test("shows it with all that counts the same cases, and leaves alone what counts others", () => {
    const snapshot = snapshotOf({ delay_amounts: FROZEN, by_cause: [shown("x", JUNE, 9)], ratings: [shown("rnd", JUNE, 8)] });
    const now = [
      cube("delay_amounts", "delays", [shown("rnd", JUNE, 5), shown("legal", JUNE, 7)]),
      cube("by_cause", "delay_causes", [shown("x", JUNE, 12)]),
      cube("ratings", "ratings", [shown("rnd", JUNE, 20)]),
    ];
    const [amounts, causes, ratings] = holdFrozen(now, [snapshot], MINIMUMS).cubes.map(dealsIn);
    expect([amounts?.[`legal ${JUNE}`], causes?.[`x ${JUNE}`], ratings?.[`rnd ${JUNE}`]]).toEqual([5, 9, 20]);
  });

  test("shows what has changed by enough deals, was only corrected, or was never frozen", () => {
    const corrected = { ...shown("legal", JUNE, 5), sum_amount_cny: 44 };
    const now = cube("delay_amounts", "delays", [
      shown("rnd", JUNE, 7),
      corrected,
      shown("rnd", SEPTEMBER, 6),
      shown("rnd", SEPTEMBER + 3, 3),
    ]);
    const { cubes, months } = holdFrozen([now], [snapshotOf({ delay_amounts: FROZEN }), snapshotOf({})], MINIMUMS);
    expect([cubes, months]).toEqual([[now], []]);
  });

  test("hides a month that it holds where the frozen cells have other columns", () => {
    const other = FROZEN.map(({ count_amount_cny, ...cell }) => ({ ...cell, count: Number(count_amount_cny) - 1 }));
    const now = cube("delay_amounts", "delays", [shown("rnd", JUNE, 1), shown("legal", JUNE, 9)]);
    const { cubes } = holdFrozen([now], [snapshotOf({ delay_amounts: other })], MINIMUMS);
    const cells = cubes.flatMap((held) => held.cells.toArray() as Cell[]);
    expect(cells.map((cell) => [cell["is_hidden"], cell["count_amount_cny"]])).toEqual([[true, 0]]);
  });
});
