import { expect, test } from "vitest";
import { allot } from "../../scripts/sample/allot.ts";
import { randomStream } from "../../scripts/sample/random.ts";

const days = Array.from({ length: 100 }, (_, day) => day);

test("allot spreads exactly the total, by weight, and nothing on a day that weighs nothing", () => {
  const counts = allot(randomStream("allot"), { total: 5_000, days, weight: (day) => (day < 50 ? 3 : day < 99 ? 1 : 0) });
  const sum = (from: number, to: number) => days.slice(from, to).reduce((total, day) => total + (counts.get(day) ?? 0), 0);
  expect(sum(0, 100)).toBe(5_000);
  expect(sum(0, 50) / sum(50, 100)).toBeCloseTo(3, 0);
  expect(counts.get(99)).toBe(0);
});
