import { describe, expect, test } from "vitest";
import { partsOf, revisionOf } from "../../scripts/ledger/parts.ts";

const sum = (parts: readonly { by: number }[]) => parts.reduce((total, { by }) => total + by, 0);

describe("partsOf(measured)", () => {
  // 80 of 100 kept, now 90 of 120: with the old rule 84 of 120
  const oneThing = partsOf({
    frozen: 0.8,
    now: 0.75,
    alone: [{ of: "reference/sla.csv", value: 0.7 }],
    together: 0.7,
    others: ["records"],
  });

  test("gives a thing what changes when it alone is put back, and what is left to what cannot be put back", () => {
    expect(oneThing.map(({ kind, of }) => [kind, of])).toEqual([
      ["put-back", ["reference/sla.csv"]],
      ["rest", ["records"]],
    ]);
    expect(oneThing[0]?.by).toBeCloseTo(0.05, 12);
    expect(oneThing[1]?.by).toBeCloseTo(-0.1, 12);
  });

  test("says what two things change only by coming together", () => {
    const parts = partsOf({
      ...{ frozen: 100, now: 160, together: 104, others: ["records"] },
      alone: [
        { of: "reference/sla.csv", value: 130 },
        { of: "facts/requests", value: 140 },
      ],
    });
    expect(parts.map(({ kind, by }) => [kind, by])).toEqual([
      ["put-back", 30],
      ["put-back", 20],
      ["together", 6],
      ["rest", 4],
    ]);
    expect(sum(parts)).toBe(60);
  });

  test("leaves all of it to the rest where nothing can be put back", () => {
    expect(partsOf({ frozen: 3, now: 5, alone: [], together: 5, others: ["records"] })).toEqual([{ kind: "rest", of: ["records"], by: 2 }]);
  });

  test("has no part for what changes nothing", () => {
    expect(partsOf({ frozen: 3, now: 5, alone: [{ of: "site.yaml", value: 5 }], together: 5, others: [] })).toEqual([
      { kind: "rest", of: [], by: 2 },
    ]);
  });
});

test.each([
  [["records"], "R1"],
  [["reference/sla.csv"], "R2"],
  [["facts/requests"], "R3"],
  [["records", "formula"], null],
  [["program"], null],
  [[], null],
])("revisionOf(parts) of a largest part due to %j is %j", (of, expected) => {
  const parts = [
    { kind: "rest" as const, of, by: -3 },
    { kind: "put-back" as const, of: ["facts/other"], by: 1 },
  ];
  expect(revisionOf(parts)).toBe(expected);
});
