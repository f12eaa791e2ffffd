import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWalkingKey, WALKING_KEYS, walk } from "../../src/islands/figure/walk.ts";
import { assertProperty } from "../core/property.ts";

const grid = (columns: number, rows: number, size = 10) =>
  Array.from({ length: columns * rows }, (_, i) => ({
    ...{ x: (i % columns) * size, y: Math.floor(i / columns) * size },
    ...{ width: size - 2, height: size - 2 },
  }));

const row = grid(4, 1);
const column = grid(1, 4);
const cells = grid(3, 3);

describe("walk", () => {
  test.each([
    { boxes: row, at: 1, key: "ArrowRight", to: 2 },
    { boxes: row, at: 1, key: "ArrowLeft", to: 0 },
    { boxes: row, at: 1, key: "ArrowDown", to: 2 },
    { boxes: row, at: 1, key: "ArrowUp", to: 0 },
    { boxes: row, at: 3, key: "ArrowRight", to: 3 },
    { boxes: row, at: 0, key: "ArrowLeft", to: 0 },
    { boxes: row, at: 2, key: "Home", to: 0 },
    { boxes: row, at: 2, key: "End", to: 3 },
    { boxes: column, at: 1, key: "ArrowDown", to: 2 },
    { boxes: column, at: 1, key: "ArrowRight", to: 2 },
  ] as const)("goes from $at to $to of $boxes.length in a line by $key", ({ boxes, at, key, to }) => {
    expect(walk(boxes, at, key)).toBe(to);
  });

  test.each([
    { at: 4, key: "ArrowLeft", to: 3 },
    { at: 4, key: "ArrowRight", to: 5 },
    { at: 4, key: "ArrowUp", to: 1 },
    { at: 4, key: "ArrowDown", to: 7 },
    { at: 5, key: "ArrowRight", to: 5 },
    { at: 8, key: "ArrowDown", to: 8 },
    { at: 0, key: "End", to: 8 },
  ] as const)("goes from $at to $to in a grid of three by three by $key", ({ at, key, to }) => {
    expect(walk(cells, at, key)).toBe(to);
  });

  test("passes over a cell that is missing", () => {
    const holed = cells.filter((_, i) => i !== 4);
    expect(walk(holed, 3, "ArrowRight")).toBe(4);
  });

  test.each([
    { key: "ArrowRight", to: 0 },
    { key: "ArrowDown", to: 0 },
    { key: "Home", to: 0 },
    { key: "ArrowLeft", to: 3 },
    { key: "ArrowUp", to: 3 },
    { key: "End", to: 3 },
  ] as const)("starts at $to by $key", ({ key, to }) => {
    expect(walk(row, null, key)).toBe(to);
  });

  test("finds nothing where there are no boxes", () => {
    expect(WALKING_KEYS.map((key) => walk([], null, key))).toEqual(WALKING_KEYS.map(() => -1));
  });

  test("stays among the boxes, and comes back by the opposite key unless it stood still", () => {
    const opposite = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft", ArrowUp: "ArrowDown", ArrowDown: "ArrowUp" } as const;
    const side = fc.integer({ min: 1, max: 5 });
    const arrow = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown");
    assertProperty(
      fc.property(side, side, arrow, fc.nat(24), (columns, rows, key, place) => {
        const boxes = grid(columns, rows);
        const at = place % boxes.length;
        const next = walk(boxes, at, key);
        expect(boxes[next]).toBeDefined();
        if (next !== at) expect(walk(boxes, next, opposite[key])).toBe(at);
      }),
    );
  });
});

test("isWalkingKey knows arrows, Home and End only", () => {
  expect(["ArrowUp", "End", "Enter", "a"].map(isWalkingKey)).toEqual([true, true, false, false]);
});
