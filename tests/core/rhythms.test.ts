import { expect, test } from "vitest";
import { daysLate, type Rhythm } from "../../src/core/rhythms.ts";

test.each<[Rhythm, string | null, number | null]>([
  ["weekly", "2026-10-04", 0],
  ["weekly", "2026-10-03", 15],
  ["daily", "2026-10-15", 3],
  ["monthly", "2026-08-17", 0],
  ["quarterly", "2026-04-16", 185],
  ["monthly", "2026-12-01", 0],
  ["daily", null, null],
])("daysLate() of a %s export up to %s, which may be two rhythms old, is %s on 18 October", (rhythm, to, days) => {
  expect(daysLate({ to, rhythm }, "2026-10-18", 2)).toBe(days);
});
