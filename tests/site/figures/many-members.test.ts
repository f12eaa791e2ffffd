import { describe, expect, test } from "vitest";
import { NARROW, WIDE } from "../../../src/charts/widths.ts";
import { formatMonth, parseMonth } from "../../../src/core/periods.ts";
import type { Selection } from "../../../src/core/selection.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { rawOf } from "../../../src/site/say/table.ts";
import type { Site } from "../../../src/site/site.ts";
import { type TinyCell, tinyCubes } from "../../cube/tiny.ts";
import { pageFor, SITE, scope } from "../tiny-site.ts";

/** Height of a window, less that of the words around a drawing, in CSS pixels. */
const ROOM = 900 - 120;

/** Two years and the third quarter of 2026. */
const MONTHS = Array.from({ length: 27 }, (_, i) => formatMonth(parseMonth("2024-07") + i));
const MEMBERS = Array.from({ length: 200 }, (_, i) => i);

/** Member i has 200 − i cases of a kind and one of another in a month, of 1 day up to i = 100, of 5 beyond; from July on twice as many of the first. */
const casesOf = (i: number, month: string) => (200 - i) * (month < "2026-07" ? 1 : 2);
const daysOf = (i: number) => (i < 100 ? 1 : 5);
const THINGS = MEMBERS.flatMap((i) =>
  MONTHS.flatMap((month): TinyCell[] =>
    [
      { kind: "a", count: casesOf(i, month) },
      { kind: "b", count: 1 },
    ].map(({ kind, count }) => ({ month, region: `r${i}`, kind, count, sum_days: count * daysOf(i), count_days: count })),
  ),
);

const regions = MEMBERS.map((i) => ({
  id: `r${i}`,
  label: { zh: `一个名字很长的区域 ${i} 号`, en: `A region of a rather long name, number ${i}` },
}));

function siteOf(count: number): Site {
  const members = regions.slice(0, count);
  const cells = THINGS.filter(({ region }) => members.some(({ id }) => id === region));
  const { manifest, ...cubes } = tinyCubes({ things: { cells, dimensions: ["region", "kind"] } }, "2026-10-18");
  const dimensions = SITE.cubes.manifest.dimensions.map((info) => (info.id === "region" ? { ...info, members } : info));
  return { ...SITE, cubes: { ...cubes, manifest: { ...manifest, dimensions } } };
}

const MANY = siteOf(200);

function drawn(spec: string, selection: Partial<Selection> = {}, site = MANY): FigureData {
  const figure = figureFor(pageFor({ ...scope("2026Q3"), ...selection }, "en", site), spec);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const heightOf = (figure: FigureData, width: number) => Number(figure.draw({ id: "it", width }).getAttribute("height")) / width;
const namesOf = (figure: FigureData) => figure.marks().map(({ name }) => name);

/** What members r20 to r199 have together in months, by the cells as they were written. */
function others(months: readonly string[], from = 20) {
  const cells = THINGS.filter(({ region, month }) => Number(region?.toString().slice(1)) >= from && months.includes(month));
  const sum = (column: string) => cells.reduce((all, cell) => all + Number(cell[column]), 0);
  return { cases: sum("count"), days: sum("sum_days") / sum("count_days") };
}
const Q3 = MONTHS.slice(-3);

describe("a figure by 200 members", () => {
  test.each([
    ["breakdown orders region", {}],
    ["breakdown wait region", {}],
    ["trend orders", { split: "region" }],
    ["crossing orders region kind", {}],
    ["crossing orders kind region", {}],
  ] as const)("is no higher than a window, on a phone or a wide screen: %s %j", (spec, selection) => {
    const figure = drawn(spec, selection);
    // in CSS pixels: pages give a drawing of their own column that many, and a narrow one at most so many
    expect(heightOf(figure, WIDE) * 760).toBeLessThan(ROOM);
    expect(heightOf(figure, NARROW) * 372).toBeLessThan(ROOM);
  });

  test("draws the 20 largest in their order, and the others as one", () => {
    const figure = drawn("breakdown orders region");
    const names = regions.slice(0, 20).map(({ label }) => `${label.en}, 2026 Q3`);
    expect(namesOf(figure)).toEqual([...names, "180 others, 2026 Q3"]);
    expect(figure.draw({ id: "it" }).querySelectorAll("rect.bar, .bar rect, .bar")).not.toHaveLength(0);
    expect(figure.notes).toContain("Of 200, the drawing names the 20 with the largest values; the table lists all.");
  });

  test("has all members in its table", () => {
    expect(drawn("breakdown orders region").table().rows).toHaveLength(200);
    expect(drawn("trend orders", { split: "region" }).table().head).toHaveLength(202);
    expect(drawn("crossing orders region kind").table().rows).toHaveLength(200);
  });

  test("gives the others the sum of their cases", () => {
    expect(drawn("breakdown orders region").marks().at(-1)?.lines).toContain(others(Q3).cases.toLocaleString("en"));
  });

  test("gives the others the ratio of their sums, which is no mean of ratios", () => {
    const { days } = others(Q3);
    const mean = MEMBERS.slice(20).reduce((sum, i) => sum + daysOf(i), 0) / 180;
    expect(days.toFixed(1)).not.toBe(mean.toFixed(1));
    expect(drawn("breakdown wait region").marks().at(-1)?.lines[0]).toBe(`${days.toFixed(1)}\u00a0days`);
    expect(drawn("breakdown wait region").notes).toContain("Of 200, the drawing names the 20 with the most orders; the table lists all.");
  });

  test("names what the reader chose, whatever its size, and the others are not to be chosen", () => {
    const figure = drawn("breakdown orders region", { filters: { region: ["r150", "r199"] } });
    const names = namesOf(figure);
    expect(names).toHaveLength(21);
    expect(names).toEqual(expect.arrayContaining([expect.stringContaining("number 150,"), expect.stringContaining("number 199,")]));
    expect(figure.marks().map(({ choice }) => choice)).toEqual([
      ...Array.from({ length: 20 }, () => ({ members: { region: expect.any(String) } })),
      null,
    ]);
  });

  test("split by them has a panel for each of the largest and one for the others, with their values", () => {
    const marks = drawn("trend wait", { split: "region" }).marks();
    expect(marks).toHaveLength(21);
    expect(marks.at(-1)).toMatchObject({ name: "180 others", choice: null });
    expect(marks.at(-1)?.lines[0]).toContain(`${others(["2026-09"]).days.toFixed(1)}\u00a0days`);
  });

  test("crossed with another dimension gives the others a row of their own, or a column", () => {
    const inRows = drawn("crossing wait region kind").marks();
    const inColumns = drawn("crossing wait kind region").marks();
    expect([inRows.length, inColumns.length]).toEqual([42, 42]);
    const rest = (marks: typeof inRows) => marks.filter(({ name }) => name.includes("180 others"));
    const cases = others(Q3).cases - 180 * 3;
    expect(rest(inRows).map(({ name, choice }) => [name, choice])).toEqual([
      ["180 others × A, 2026 Q3", null],
      ["180 others × B, 2026 Q3", null],
    ]);
    expect(rest(inRows).map(({ lines }) => lines[1])).toEqual([`n = ${cases.toLocaleString("en")}`, "n = 540"]);
    expect(rest(inColumns).map(({ lines }) => lines)).toEqual(rest(inRows).map(({ lines }) => lines));
  });

  /** So that nothing but the regions can have carried a change. */
  const withoutKinds = { ...MANY, metrics: MANY.metrics.map((metric) => ({ ...metric, dimensions: ["region"] })) };

  test("of who carried a change adds up to it all the same", () => {
    const figure = drawn("carriers orders", {}, withoutKinds);
    const total = figure.table().rows.at(-1)?.map(rawOf).at(-1);
    const change = (cells: readonly string[]) => Number(cells[0]?.replaceAll(",", "").replace("−", "-"));
    expect(figure.marks().reduce((sum, { lines }) => sum + change(lines), 0)).toBe(total);
    expect(namesOf(figure)).toHaveLength(21);
    expect(heightOf(figure, NARROW) * 372).toBeLessThan(ROOM);
  });
});

test("a figure by 21 members names them all", () => {
  const figure = drawn("breakdown orders region", {}, siteOf(21));
  expect(namesOf(figure).some((name) => name.includes("others"))).toBe(false);
  expect(figure.notes).toEqual([]);
});
