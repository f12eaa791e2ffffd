import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestBehindSums } from "../../src/analysis/crossed-sums.ts";
import { assertProperty } from "../core/property.ts";
import { recoverableBelow } from "./recover.ts";

describe("fewestBehindSums", () => {
  test.each<[string, number[][], number]>([
    ["nothing", [], Number.POSITIVE_INFINITY],
    ["a table without cases", [[0, 0]], Number.POSITIVE_INFINITY],
    ["a single cell", [[4]], 4],
    ["a row of one case beside a large one", [[1], [9]], 1],
    [
      "a column of two cases",
      [
        [4, 1],
        [5, 1],
      ],
      2,
    ],
    [
      "a row that takes up a column but for one case",
      [
        [3, 0],
        [1, 6],
      ],
      1,
    ],
    [
      "rows and columns that share nothing",
      [
        [5, 0],
        [0, 7],
      ],
      5,
    ],
    [
      "a table in which every difference is of many",
      [
        [4, 5],
        [6, 3],
      ],
      7,
    ],
  ])("of %s", (_, rows, fewest) => {
    expect(fewestBehindSums(rows)).toBe(fewest);
  });

  test("is below a limit exactly where sums of fewer cases can be found by combining the published ones", () => {
    const tables = fc
      .integer({ min: 1, max: 3 })
      .chain((width) => fc.array(fc.array(fc.nat({ max: 4 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    assertProperty(
      fc.property(tables, fc.integer({ min: 2, max: 4 }), (rows, limit) => {
        const cases = rows.flatMap((row, i) => row.flatMap((count, j) => Array<[number, number]>(count).fill([i, j])));
        const sums = [
          ...rows.map((_, i) => cases.map(([row]) => Number(row === i))),
          ...(rows[0] ?? []).map((_, j) => cases.map(([, column]) => Number(column === j))),
        ];
        expect(fewestBehindSums(rows) < limit).toBe(recoverableBelow(sums, limit) !== null);
      }),
      300,
    );
  });
});
