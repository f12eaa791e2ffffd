import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/cube/cell-index.ts";
import { isHiddenAmong, LEFT_OUT } from "../../src/cube/hidden.ts";

const shown: Cell = { department: "sales", pool: null, is_hidden: false, count: 9 };
const pool: Cell = { department: "~pool", pool: "~support", is_hidden: false, count: 7 };
const otherPool: Cell = { department: "~pool", pool: "~sales", is_hidden: false, count: 7 };
const mark: Cell = { department: "hr", pool: "~support", is_hidden: true, count: 0 };
const leftOut: Cell = { department: "hr", pool: LEFT_OUT, is_hidden: true, count: 0 };

describe("isHiddenAmong", () => {
  test.each<[string, Cell[], boolean]>([
    ["nothing", [], false],
    ["shown groups only", [shown], false],
    ["a pool alone", [pool], false],
    ["a hidden group alone", [mark], true],
    ["a hidden group with its pool", [mark, pool], false],
    ["a hidden group with its pool and shown ones", [mark, pool, shown], false],
    ["a hidden group with shown ones, without its pool", [mark, shown], true],
    ["a hidden group with another side's pool", [mark, otherPool, shown], true],
    ["two hidden groups, one with its pool", [mark, { ...mark, pool: "~sales" }, pool], true],
    ["a group left out, alone", [leftOut], true],
    ["a group left out, with shown ones, in whose sum it is not", [leftOut, shown], false],
    ["a group left out and a hidden one without its pool", [leftOut, mark, shown], true],
  ])("of %s: %#", (_, cells, isHidden) => {
    expect(isHiddenAmong(cells)).toBe(isHidden);
  });
});
