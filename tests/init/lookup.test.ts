import { expect, test } from "vitest";
import { ColumnProfiler } from "../../scripts/init/column-profile.ts";
import { shareIn } from "../../scripts/init/lookup.ts";

const profileOf = (values: readonly string[]) => {
  const profiler = new ColumnProfiler("id");
  for (const value of values) profiler.add(value);
  return profiler.profile;
};

const ids = Array.from({ length: 100_000 }, (_, at) => `c${at}`);

test("shareIn(column, among) takes values that were too many to be kept to be known as the others are", () => {
  const [all, backwards] = [profileOf(ids), profileOf(ids.toReversed())];
  const mixed = profileOf(ids.map((_, at) => ids[(at * 7919) % ids.length] as string));
  expect(shareIn(mixed, all)).toBeCloseTo(1, 1);
  expect(shareIn(profileOf(["c1", "d1"]), profileOf(["c1", "c2"]))).toBe(0.5);
  expect(shareIn(backwards, profileOf(["c1"]))).toBe(0);
});
