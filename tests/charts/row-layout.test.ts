import { describe, expect, test } from "vitest";
import { rowLayout } from "../../src/charts/parts/row-layout.ts";
import { NARROW, WIDE } from "../../src/charts/svg.ts";

const labels = (count: number) => Array.from({ length: count }, (_, i) => `一个名字很长的产品系列，需要两行才放得下 ${i} 号`);

describe("rowLayout(labels)", () => {
  test.each([
    [4, WIDE, false, 2],
    [4, NARROW, true, 1],
    [21, WIDE, false, 1],
    [21, NARROW, false, 1],
  ])("of %i on a width of %i: above the rows %s, lines %i", (count, width, isAbove, lines) => {
    const layout = rowLayout(labels(count), { width, head: 24 });
    expect([layout.isAbove, layout.labels.length / count]).toEqual([isAbove, lines]);
  });

  test("leaves rows of many labels the larger part of the width", () => {
    for (const width of [WIDE, NARROW]) expect(rowLayout(labels(21), { width, head: 24 }).labelWidth).toBeLessThan(width * 0.45);
  });
});
