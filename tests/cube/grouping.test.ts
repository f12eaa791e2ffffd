import { describe, expect, test } from "vitest";
import { groupRows, splitGroups, sumGroups } from "../../src/cube/grouping.ts";

const ROWS = Int32Array.of(1, 2, 4, 5);
const KEYS = Int32Array.of(7, 3, 7, 3);

describe("groupRows", () => {
  test.each([[8], [1_000_000_000]])("numbers groups in the order in which they come, of keys below %i", (limit) => {
    expect(groupRows(ROWS, KEYS, limit)).toEqual({ rows: ROWS, groups: Int32Array.of(0, 1, 0, 1), firsts: [0, 1] });
  });

  test("of no rows has no groups and no sums", () => {
    const none = groupRows(new Int32Array(), new Int32Array(), 8);
    expect(sumGroups(none, Float64Array.of(1))).toEqual(new Float64Array());
  });
});

test("splitGroups parts rows of a group that differ in a column", () => {
  const column = { codes: Int32Array.of(0, 0, 0, 1, 1, 0), members: ["east", "west"] };
  expect(splitGroups(groupRows(ROWS, KEYS, 8), column)).toEqual({ rows: ROWS, groups: Int32Array.of(0, 1, 2, 1), firsts: [0, 1, 2] });
});

test("sumGroups adds up the rows of each group, neighbours or not", () => {
  const figures = Float64Array.of(1, 2, 4, 8, 16, 32);
  expect(sumGroups(groupRows(ROWS, KEYS, 8), figures)).toEqual(Float64Array.of(18, 36));
});
