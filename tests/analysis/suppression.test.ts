import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PoolableGroup, poolSmallGroups } from "../../src/analysis/suppression.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { assertProperty } from "../core/property.ts";
import { type Indicator, isRecoverable } from "./recover.ts";

const MINIMUM = 5;

/** As for a survey. */
const RULE = { minimum: MINIMUM, isOwnKnown: true };

const group = (member: string, cases: number | Record<string, number>, area = "support"): PoolableGroup => ({
  area,
  member,
  cases: new Map(Object.entries(typeof cases === "number" ? { item: cases } : cases)),
});

/** Pools by member, with the groups that are shown left out. */
const poolsOf = (groups: readonly PoolableGroup[]) =>
  Object.fromEntries([...poolSmallGroups(groups, RULE)].map(([{ member }, pool]) => [member, pool]));

describe("poolSmallGroups", () => {
  test.each<[string, PoolableGroup[], Record<string, string>]>([
    ["shows groups of the minimum", [group("hr", 5), group("finance", 9)], {}],
    [
      "pools a small group with the next-smallest until there are the minimum besides the largest",
      [group("hr", 3), group("finance", 9), group("legal", 7), group("plant", 12)],
      { hr: "~support", legal: "~support", finance: "~support" },
    ],
    [
      "pools small groups with each other when they are enough",
      [group("hr", 3), group("legal", 2), group("plant", 4), group("finance", 9)],
      { hr: "~support", legal: "~support", plant: "~support" },
    ],
    [
      "adds the next-smallest to 1 and 4, since the four would know the answers of the one",
      [group("hr", 1), group("legal", 4), group("finance", 9)],
      { hr: "~support", legal: "~support", finance: "~support" },
    ],
    [
      "leaves out a side in which too few stand beside the largest group",
      [group("hr", 4), group("finance", 9)],
      { hr: LEFT_OUT, finance: LEFT_OUT },
    ],
    ["leaves out a side of one small group", [group("hr", 3)], { hr: LEFT_OUT }],
    ["leaves out a side of small groups that are too few together", [group("hr", 2), group("legal", 2)], { hr: LEFT_OUT, legal: LEFT_OUT }],
    [
      "pools within a side only",
      [group("hr", 3), group("plant", 6), group("legal", 6), group("sales", 9, "sales")],
      { hr: "~support", plant: "~support", legal: "~support" },
    ],
    [
      "takes a department for a group of its own in each side",
      [group("hr", 3), group("legal", 4), group("plant", 4), group("hr", 8, "sales")],
      { hr: "~support", legal: "~support", plant: "~support" },
    ],
    [
      "hides a group that is small behind one item",
      [group("hr", { a: 9, b: 3 }), group("legal", { a: 6, b: 6 }), group("plant", { a: 7, b: 7 })],
      { hr: "~support", legal: "~support", plant: "~support" },
    ],
    ["shows a group that left out an item altogether", [group("hr", { a: 9, b: 0 }), group("legal", { a: 9, b: 9 })], {}],
    [
      "has nothing to hide of a group that answered nothing, and does not count on it",
      [group("hr", 0), group("legal", 4), group("finance", 9), group("plant", 8)],
      { legal: "~support", plant: "~support", finance: "~support" },
    ],
    [
      "widens a pool in which an item is of one group alone",
      [group("hr", { a: 4 }), group("legal", { b: 5, a: 4 }), group("finance", { a: 9, b: 9 })],
      { hr: "~support", legal: "~support", finance: "~support" },
    ],
    [
      "widens a pool in which an item is of one group alone, enough people or not",
      [group("hr", { a: 4 }), group("legal", { a: 4, b: 9 }), group("finance", { a: 9, b: 9 })],
      { hr: "~support", legal: "~support", finance: "~support" },
    ],
    [
      "leaves out a side in which an item stays of one group alone",
      [group("hr", { a: 4, b: 4 }), group("finance", { a: 9 })],
      { hr: LEFT_OUT, finance: LEFT_OUT },
    ],
  ])("%s", (_, groups, expected) => {
    expect(poolsOf(groups)).toEqual(expected);
  });

  test.each<[string, PoolableGroup[], Record<string, string>]>([
    [
      "shows a pool of the minimum, however few besides its largest group",
      [group("a", 1), group("b", 4), group("c", 6)],
      { a: "~support", b: "~support" },
    ],
    ["adds the next-smallest to a single small group", [group("a", 2), group("b", 9), group("c", 7)], { a: "~support", c: "~support" }],
    ["leaves out an area of fewer in all", [group("a", 2), group("b", 2)], { a: LEFT_OUT, b: LEFT_OUT }],
  ])("where groups do not know their own cases, %s", (_, groups, expected) => {
    const pools = poolSmallGroups(groups, { minimum: MINIMUM, isOwnKnown: false });
    expect(Object.fromEntries([...pools].map(([{ member }, pool]) => [member, pool]))).toEqual(expected);
  });

  test("of equal groups takes them by name, whatever their order", () => {
    const groups = [group("c", 6), group("a", 6), group("b", 2), group("d", 6)];
    expect(poolsOf(groups)).toEqual({ a: "~support", b: "~support", c: "~support" });
    expect(poolsOf(groups.toReversed())).toEqual(poolsOf(groups));
  });
});

/** Surveys made to be hard: many small and empty groups, items that few answer. */
const surveys = fc
  .uniqueArray(
    fc.record({
      side: fc.constantFrom("sales", "rnd", "support"),
      department: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      people: fc.dictionary(fc.constantFrom("", "x", "y", "z"), fc.nat({ max: 9 })),
    }),
    { selector: ({ side, department }) => `${side} ${department}`, maxLength: 14 },
  )
  .map((groups) => groups.map(({ side, department, people }) => group(department, people, side)));

type Pooling = (groups: readonly PoolableGroup[]) => Map<PoolableGroup, string>;

/** What a build publishes behind one figure: each shown group, and each pool; groups without people have no part. */
function publishedOf(groups: readonly PoolableGroup[], pools: Map<PoolableGroup, string>, figure: string) {
  const counted = groups.filter(({ cases }) => (cases.get(figure) ?? 0) > 0);
  const shown = counted.filter((each) => !pools.has(each)).map((each) => [each]);
  const pooled = Map.groupBy(
    counted.filter((each) => pools.has(each) && pools.get(each) !== LEFT_OUT),
    (each) => pools.get(each),
  );
  const sums = [...shown, ...pooled.values()];
  const indicators: Indicator[] = sums.map((sum) => counted.map((each) => Number(sum.includes(each))));
  return { counted, sums, indicators };
}

/** Hidden groups behind a figure whose number can be found from what is published. */
const recovered = (groups: readonly PoolableGroup[], pooling: Pooling) =>
  ["", "x", "y", "z"].flatMap((figure) => {
    const pools = pooling(groups);
    const { counted, indicators } = publishedOf(groups, pools, figure);
    return counted.filter((each, i) => pools.has(each) && isRecoverable(indicators, i, counted.length));
  });

const safe: Pooling = (groups) => poolSmallGroups(groups, RULE);
const isSmall = ({ cases }: PoolableGroup) => [...cases.values()].some((count) => count > 0 && count < MINIMUM);

describe("of random surveys", () => {
  test("no hidden group can be recovered", () => {
    assertProperty(
      fc.property(surveys, (groups) => {
        expect(recovered(groups, safe)).toEqual([]);
      }),
      1000,
    );
  });

  test("every published number is of the minimum of people, and every pool of as many besides any one of its groups", () => {
    assertProperty(
      fc.property(surveys, fc.constantFrom("", "x", "y", "z"), (groups, figure) => {
        const pools = safe(groups);
        for (const sum of publishedOf(groups, pools, figure).sums) {
          const counts = sum.map(({ cases }) => cases.get(figure) ?? 0);
          const all = counts.reduce((total, count) => total + count, 0);
          const known = pools.has(sum[0] as PoolableGroup) ? Math.max(...counts) : 0;
          expect(all - known).toBeGreaterThanOrEqual(MINIMUM);
        }
      }),
      1000,
    );
  });
});

/** Small groups of a side in one sum, and nothing else: the total of the side less the groups shown. */
const naive: Pooling = (groups) => new Map(groups.filter(isSmall).map((each) => [each, `~${each.area}`]));

describe("hiding only the small groups", () => {
  const survey = [group("hr", { x: 3 }), group("legal", { x: 9 }), group("finance", { x: 8 })];

  test("lets a small group be found by subtraction, where pooling does not", () => {
    expect(recovered(survey, naive).map(({ member }) => member)).toEqual(["hr"]);
    expect(recovered(survey, safe)).toEqual([]);
  });

  test("fails the property that pooling holds", () => {
    const property = fc.property(surveys, (groups) => recovered(groups, naive).length === 0);
    expect(fc.check(property, { seed: 1, numRuns: 200 }).failed).toBe(true);
  });
});
