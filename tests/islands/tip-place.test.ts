import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeTip } from "../../src/islands/figure/tip-place.ts";
import { assertProperty } from "../core/property.ts";

const window = { width: 400, height: 800 };
const tip = { width: 100, height: 60 };
const mouse = { tip, window, isTouch: false };
const column = { x: 100, y: 200, width: 20, height: 200 };
const row = { x: 20, y: 300, width: 300, height: 30 };

describe("placeTip", () => {
  test("stands right of a tall mark, above the pointer", () => {
    expect(placeTip({ ...mouse, mark: column, point: { x: 110, y: 300 } })).toEqual({ x: 128, y: 232 });
  });

  test("stands left of a tall mark near the right edge", () => {
    expect(placeTip({ ...mouse, mark: { ...column, x: 350 }, point: { x: 360, y: 300 } })).toEqual({ x: 242, y: 232 });
  });

  test("stands above a wide mark, over the pointer", () => {
    expect(placeTip({ ...mouse, mark: row, point: { x: 200, y: 310 } })).toEqual({ x: 150, y: 232 });
  });

  test("stands below a wide mark near the upper edge", () => {
    expect(placeTip({ ...mouse, mark: { ...row, y: 10 }, point: { x: 200, y: 20 } })).toEqual({ x: 150, y: 48 });
  });

  test("stands above a tall mark under a finger", () => {
    expect(placeTip({ ...mouse, isTouch: true, mark: column, point: { x: 110, y: 300 } })).toEqual({ x: 60, y: 132 });
  });

  test("goes to the other side of the window when a mark fills its height", () => {
    const mark = { x: 0, y: 0, width: 400, height: 800 };
    expect(placeTip({ ...mouse, isTouch: true, mark, point: { x: 300, y: 300 } }).x).toBe(8);
    expect(placeTip({ ...mouse, isTouch: true, mark, point: { x: 100, y: 300 } }).x).toBe(292);
  });

  test("never leaves the window, wherever the mark is", () => {
    const size = fc.integer({ min: 1, max: 900 });
    const mark = fc.record({ x: fc.integer({ min: -50, max: 420 }), y: fc.integer({ min: -300, max: 900 }), width: size, height: size });
    assertProperty(
      fc.property(mark, fc.boolean(), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 800 }), (box, isTouch, px, py) => {
        const { x, y } = placeTip({ ...mouse, isTouch, mark: box, point: { x: px, y: py } });
        expect([x >= 0, y >= 0, x + tip.width <= window.width, y + tip.height <= window.height]).toEqual([true, true, true, true]);
      }),
    );
  });

  test("never covers a mark under a finger that leaves room above or below", () => {
    const mark = fc.record({ x: fc.nat(300), y: fc.nat(700), width: fc.nat(100), height: fc.nat(100) });
    assertProperty(
      fc.property(mark, (box) => {
        const { y } = placeTip({ ...mouse, isTouch: true, mark: box, point: { x: box.x, y: box.y } });
        expect(y + tip.height <= box.y || y >= box.y + box.height).toBe(true);
      }),
    );
  });
});
