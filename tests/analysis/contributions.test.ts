import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionsToRate, contributionsToSum, type MemberChange } from "../../src/analysis/contributions.ts";
import type { Fraction } from "../../src/cube/parts.ts";
import { assertProperty } from "../core/property.ts";

const change = (member: string, before: [number, number], after: [number, number]): MemberChange => ({
  member,
  before: { amount: before[0], weight: before[1] },
  after: { amount: after[0], weight: after[1] },
});

const wholeOf = (fractions: readonly Fraction[]) => {
  const [amount, weight] = [fractions.reduce((sum, each) => sum + each.amount, 0), fractions.reduce((sum, each) => sum + each.weight, 0)];
  return amount / weight;
};

describe("contributionsToRate", () => {
  test("splits into what came from a member's own value and what from its weight", () => {
    const contributions = contributionsToRate([change("east", [40, 10], [60, 10]), change("west", [20, 10], [60, 30])]);
    const parts = Object.fromEntries(contributions.map(({ member, rate, mix }) => [member, [rate, mix]]));
    // shares 1/2 → 1/4 and 1/2 → 3/4; values 4 → 6 and 2 → 2; the whole 3 → 3
    expect(parts["east"]?.[0]).toBeCloseTo((3 / 8) * 2, 12);
    expect(parts["east"]?.[1]).toBeCloseTo((-1 / 4) * (5 - 3), 12);
    expect(parts["west"]?.[0]).toBeCloseTo(0, 12);
    expect(parts["west"]?.[1]).toBeCloseTo((1 / 4) * (2 - 3), 12);
  });

  test("of the change the part is due to each that it is of the weight, on the mean of both periods", () => {
    const contributions = contributionsToRate([change("east", [40, 10], [60, 10]), change("west", [20, 10], [60, 30])]);
    expect(contributions).toMatchObject([
      { shares: { before: 0.5, after: 0.25 }, due: 0.375 },
      { shares: { before: 0.5, after: 0.75 }, due: 0.625 },
    ]);
  });

  test.each([
    ["new", [0, 0], [30, 10]],
    ["gone", [30, 10], [0, 0]],
  ] as const)("of a member that is %s is all mix", (member, before, after) => {
    const contributions = contributionsToRate([change(member, [...before], [...after]), change("other", [10, 10], [10, 10])]);
    const own = contributions.find((contribution) => contribution.member === member);
    expect(own?.rate).toBe(0);
    expect(own?.mix).not.toBe(0);
  });

  test("of an amount without weight is rate: it has no share to change", () => {
    const [lone] = contributionsToRate([change("lone", [0, 0], [5, 0]), change("other", [10, 10], [10, 10])]);
    expect(lone?.rate).toBe(0.5);
    expect(lone?.mix).toBeCloseTo(0, 12);
  });

  test("is empty where a period has no weight at all", () => {
    expect(contributionsToRate([change("east", [0, 0], [5, 1])])).toEqual([]);
    expect(contributionsToRate([change("east", [5, 1], [0, 0])])).toEqual([]);
    expect(contributionsToRate([])).toEqual([]);
  });

  test("adds up to the change of the whole", () => {
    const fraction = fc.record({ amount: fc.integer({ min: -1000, max: 1000 }), weight: fc.integer({ min: 0, max: 50 }) });
    const changes = fc.array(fc.record({ member: fc.string(), before: fraction, after: fraction }), { minLength: 1, maxLength: 12 });
    assertProperty(
      fc.property(changes, (given) => {
        const [before, after] = [wholeOf(given.map((each) => each.before)), wholeOf(given.map((each) => each.after))];
        fc.pre(Number.isFinite(before) && Number.isFinite(after));
        const sum = contributionsToRate(given).reduce((all, { rate, mix }) => all + rate + mix, 0);
        expect(sum).toBeCloseTo(after - before, 8);
      }),
      1000,
    );
  });
});

describe("contributionsToSum", () => {
  const contributions = contributionsToSum([change("east", [30, 1], [50, 1]), change("west", [10, 1], [0, 0])]);

  test("gives each member its own difference, and they add up to the change of the whole", () => {
    expect(contributions).toMatchObject([
      { member: "east", rate: 20, mix: 0 },
      { member: "west", rate: -10, mix: 0 },
    ]);
  });

  test("of the change the part is due to each that it was of the amount before, whatever its sign", () => {
    expect(contributions.map(({ due }) => due)).toEqual([0.75, 0.25]);
    const [early, late] = contributionsToSum([change("early", [-30, 1], [-10, 1]), change("late", [10, 1], [10, 1])]);
    expect([early, late]).toMatchObject([
      { shares: { before: 0.75, after: 0.5 }, due: 0.75 },
      { shares: { before: 0.25, after: 0.5 }, due: 0.25 },
    ]);
  });

  test("of the change nothing is due to members where all was 0 before", () => {
    expect(contributionsToSum([change("east", [0, 1], [5, 1])])).toMatchObject([{ rate: 5, due: 0 }]);
  });
});
