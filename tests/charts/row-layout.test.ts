import { describe, expect, test } from "vitest";
import { rowLayout } from "../../src/charts/parts/row-layout.ts";
import { NARROW, WIDE } from "../../src/charts/widths.ts";

const labels = (count: number) => Array.from({ length: count }, (_, i) => `一个名字很长的产品系列，需要两行才放得下的 ${i} 号`);

describe("rowLayout(labels)", () => {
  test.each([
    [4, WIDE, 38, 2],
    [4, NARROW, 42, 1],
    [21, WIDE, 24, 1],
    [21, NARROW, 30, 1],
  ])("of %i on a width of %i has rows of %i with %i lines", (count, width, rowHeight, lines) => {
    const layout = rowLayout(labels(count), { width, head: 24 });
    expect([layout.rowHeight, layout.labels.length / count]).toEqual([rowHeight, lines]);
  });

  test.each([WIDE, NARROW])("keeps many long names apart on a width of %i", (width) => {
    const texts = rowLayout(labels(21), { width, head: 24 }).labels.map(({ text }) => text);
    expect(new Set(texts).size).toBe(21);
  });
});
