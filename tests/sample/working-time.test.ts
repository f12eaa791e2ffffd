import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { afterWork, COMPANY_DAYS, isWorked, nextWorked, workedBetween } from "../../scripts/sample/working-time.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";

const at = (text: string) => Date.parse(`${text}Z`);
const timeOf = (moment: number) => new Date(moment).toISOString().slice(0, 16);

test.each([
  ["within a morning", "2026-03-05T09:30", 60, "2026-03-05T10:30"],
  ["over the break at noon", "2026-03-05T11:30", 60, "2026-03-05T13:30"],
  ["to the last minute of a day", "2026-03-05T09:00", 480, "2026-03-05T18:00"],
  ["over a weekend", "2026-03-06T17:30", 60, "2026-03-09T09:30"],
  ["onto a make-up Saturday", "2026-02-13T17:30", 60, "2026-02-14T09:30"],
  ["over the founding day", "2026-08-06T17:30", 60, "2026-08-10T09:30"],
  ["from a Sunday", "2026-03-08T20:00", 30, "2026-03-09T09:30"],
])("afterWork counts %s", (_, from, minutes, expected) => {
  expect(timeOf(afterWork(at(from), minutes))).toBe(expected);
  expect(workedBetween(at(from), at(expected))).toBe(minutes);
});

test("isWorked knows the days on which the company differs", () => {
  expect(isWorked(dayOf("2025-08-08"))).toBe(false);
  expect(isWorked(dayOf("2025-08-16"))).toBe(true);
  expect(isoOf(nextWorked(dayOf("2026-08-07")))).toBe("2026-08-10");
});

test("COMPANY_DAYS are those of calendar.csv", () => {
  const path = fileURLToPath(new URL("../../scripts/sample/files/reference/calendar.csv", import.meta.url));
  const rows = readFileSync(path, "utf8").trim().split("\n").slice(1);
  expect(rows.map((row) => row.split(",").slice(0, 2))).toEqual(
    [...COMPANY_DAYS].map(([day, isWorking]) => [isoOf(day), isWorking ? "1" : "0"]),
  );
});
