import { describe, expect, test } from "vitest";
import { columnWidths } from "../../scripts/deck/column-widths.ts";
import { deckOf } from "../../scripts/deck/deck-of.ts";
import { emsOf } from "../../scripts/deck/ems.ts";
import { tableLayout } from "../../scripts/deck/table-layout.ts";
import type { SlideTable } from "../../src/data/review.ts";
import { xmlOf } from "./opened.ts";
import { TINY_REVIEW } from "./tiny-review.ts";

const text = (of: string) => ({ text: of, isNumber: false, tone: null });
const number = (of: string) => ({ text: of, isNumber: true, tone: null });

const tableOf = (rows: number): SlideTable => ({
  ...{ kind: "table", caption: "", head: [text("部门"), number("n"), text("说明")] },
  rows: Array.from({ length: rows }, (_, i) => [text(`部门 ${i + 1}`), number("1,204"), text("一段不短的说明，".repeat(5))]),
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const PLACE = { w: 12, h: 5 };

describe("tableLayout(table, place)", () => {
  test("has all rows in the largest type where there is room", () => {
    expect(tableLayout(tableOf(5), PLACE)).toMatchObject({ size: 12, hidden: 0 });
  });

  test("has smaller type before it hides rows, and none below 10 points", () => {
    const counts = [5, 16, 18, 40];
    const layouts = counts.map((rows) => tableLayout(tableOf(rows), PLACE));
    expect(layouts.map(({ size }) => size)).toEqual([12, 11, 10, 10]);
    expect(layouts.map(({ hidden }) => hidden > 0)).toEqual([false, false, false, true]);
  });

  test("stays within its place, with a line for the rows that are hidden", () => {
    const { heights, widths, hidden } = tableLayout(tableOf(40), PLACE);
    expect(sum(heights)).toBeLessThanOrEqual(PLACE.h);
    expect(sum(widths)).toBeCloseTo(PLACE.w);
    expect(heights.length - 2 + hidden).toBe(40);
  });
});

test("columnWidths(table, available) keeps numbers whole where texts have to wrap, and breaks words last", () => {
  const settings = [10, 20, 200].map((available) => columnWidths(tableOf(3), available));
  expect(settings.map(({ setting }) => setting)).toEqual(["broken", "whole", "whole"]);
  expect(settings[1]?.widths[1]).toBeGreaterThanOrEqual(emsOf("1,204"));
  expect(settings.map(({ widths }) => Math.round(sum(widths)))).toEqual([10, 20, 200]);
});

test("emsOf(line) has a Chinese character at least as wide as it is high, and letters narrower", () => {
  expect(emsOf("部门")).toBeGreaterThanOrEqual(2);
  expect(emsOf("ab")).toBeLessThan(1.5);
});

test("a table that is too long for its slide says how many rows are elsewhere", async () => {
  const [first, ...others] = TINY_REVIEW.slides;
  const long = { ...TINY_REVIEW, slides: [{ ...first, blocks: [tableOf(40)] }, ...others] } as typeof TINY_REVIEW;
  const slide = xmlOf(await deckOf(long)).get("ppt/slides/slide1.xml") ?? "";
  const hidden = Number(/其余 (\d+) 行/.exec(slide)?.[1]);
  expect(slide.match(/<a:tr /g)).toHaveLength(40 - hidden + 2);
  expect(slide).toContain(`部门 ${40 - hidden}<`);
  expect(slide).not.toContain(`部门 ${41 - hidden}<`);
});
