import { expect, test } from "vitest";
import { parsePeriod, periodBefore } from "../../../src/core/periods.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { sum } from "../../../src/cube/parts.ts";
import { bestCarriers } from "../../../src/site/ask/carriers.ts";
import type { Site } from "../../../src/site/site.ts";
import { type TinyCell, tinyCubes, tinyMetric } from "../../cube/tiny.ts";
import { SITE, text } from "../tiny-site.ts";

const DIMENSIONS = ["promise", "region", "department"];

/** What a member of each dimension had in two months: promise, region, department, and the days. */
type Line = readonly [promise: string, region: string, department: string, before: number, after: number];

function siteOf(lines: readonly Line[]): Site {
  const cell = (month: string, [promise, region, department]: Line, days: number): TinyCell => ({
    ...{ month, promise, region, department, count: 1, sum_days: days, count_days: 1 },
  });
  const cells = lines.flatMap((line) => [cell("2026-08", line, line[3]), cell("2026-09", line, line[4])]);
  const cubes = tinyCubes({ things: { cells, dimensions: DIMENSIONS } });
  const dimensions = DIMENSIONS.map((id) => ({ id, label: text(id, id), members: [] }));
  return { ...SITE, cubes: { ...cubes, manifest: { ...cubes.manifest, dimensions } } };
}

const chosen = (lines: readonly Line[], { dimensions = DIMENSIONS, filters = {} }: { dimensions?: string[]; filters?: Filters } = {}) => {
  const period = parsePeriod("2026-09");
  const asked = { slice: { period, filters }, against: { period: periodBefore(period), filters }, isCompared: false };
  return bestCarriers(siteOf(lines), tinyMetric({ value: sum("days"), dimensions }), asked)?.dimension;
};

/** R&D has all of the rise, in two regions; it had a fifth of the days. */
const BY_DEPARTMENT: Line[] = [
  ["first", "east", "rnd", 10, 20],
  ["second", "west", "rnd", 10, 20],
  ["first", "east", "sales", 30, 30],
  ["first", "west", "sales", 20, 20],
  ["second", "south", "finance", 30, 30],
];

/** R&D has all of the rise, all of it in the west, which had no other days; R&D had so many more in the north. */
const inOneRegion = (more: number): Line[] => [
  ["first", "west", "rnd", 20, 40],
  ["first", "north", "rnd", more, more],
  ["first", "east", "sales", 40, 40],
  ["second", "south", "finance", 40, 40],
];

test("bestCarriers chooses the dimension in which a member carried most beyond its weight", () => {
  expect(chosen(BY_DEPARTMENT)).toBe("department");
});

test("bestCarriers leaves a dimension of two members for where there is no other", () => {
  const inOnePromise: Line[] = [
    ["first", "east", "sales", 10, 20],
    ["first", "west", "rnd", 10, 20],
    ["first", "south", "finance", 10, 20],
    ["second", "east", "sales", 40, 40],
    ["second", "west", "rnd", 40, 40],
    ["second", "south", "finance", 40, 40],
  ];
  expect(chosen(inOnePromise)).not.toBe("promise");
  expect(chosen(inOnePromise, { dimensions: ["promise"] })).toBe("promise");
});

test("bestCarriers chooses the department before another that explains as much, or little more, and no further", () => {
  expect([0, 8, 60].map((more) => chosen(inOneRegion(more)))).toEqual(["department", "department", "region"]);
});

test("bestCarriers chooses for the whole company, whatever is filtered", () => {
  expect(chosen(BY_DEPARTMENT, { filters: { region: ["south", "east"] } })).toBe("department");
});
