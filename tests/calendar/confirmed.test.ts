import { describe, expect, test } from "vitest";
import { firstConfirmed, lastConfirmed } from "../../scripts/calendar/confirmed.ts";
import { type DayCounts, together } from "../../scripts/stage/day-counts.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";

/** A record every so many days, from one day to another, both within. */
function every(days: number, from: string, to: string): DayCounts {
  const count = Math.floor((dayOf(to) - dayOf(from)) / days) + 1;
  return new Map(Array.from({ length: count }, (_, i) => [dayOf(from) + i * days, 1]));
}

/** Records on single days; the same day twice is two. */
const on = (...days: string[]): DayCounts => together(days.map((day) => new Map([[dayOf(day), 1]])));

/** The same days with so many times the records. */
const times = (count: number, counts: DayCounts): DayCounts => together(Array(count).fill(counts));

/** The days from one to another but for a pause between. */
const paused = (until: string, from: string, to: string): DayCounts => together([every(1, "2024-10-01", until), every(1, from, to)]);

const BUSY = every(1, "2024-10-01", "2026-10-18");
const QUIET = every(25, "2024-10-01", "2026-08-01");
const last = (...tables: DayCounts[]) => isoOf(lastConfirmed(tables) ?? Number.NaN);
const first = (...tables: DayCounts[]) => isoOf(firstConfirmed(tables) ?? Number.NaN);

describe("lastConfirmed(tables)", () => {
  test.each<[string, DayCounts[], string]>([
    ["the latest day of any table", [BUSY, every(7, "2024-10-01", "2026-10-13")], "2026-10-18"],
    ["a table that goes on alone", [every(1, "2024-10-01", "2026-09-30"), every(1, "2024-10-01", "2026-10-18")], "2026-10-18"],
    ["a whole new month of one table after a silence", [BUSY, every(7, "2027-01-04", "2027-01-31")], "2027-01-25"],
    ["one slip of a year", [together([BUSY, on("2027-10-05")])], "2026-10-18"],
    ["one slip of two months", [together([BUSY, on("2026-12-18")])], "2026-10-18"],
    ["three slips in one table", [together([BUSY, on("2027-01-05", "2027-02-05", "2027-09-01")])], "2026-10-18"],
    ["three slips on one day", [together([BUSY, on("2027-01-05", "2027-01-05", "2027-01-05")])], "2026-10-18"],
    ["slips in several tables", [together([BUSY, on("2027-01-05")]), together([BUSY, on("2027-01-06")]), on("2026-12-30")], "2026-10-18"],
    ["four records on one day, which are no slips", [together([BUSY, on(...Array(4).fill("2027-01-05"))])], "2027-01-05"],
    [
      "a dozen slips, which are few of 7,480 records",
      [times(10, BUSY), together([times(10, BUSY), every(3, "2027-01-05", "2027-02-07")])],
      "2026-10-18",
    ],
    ["as many slips as one record in two hundred", [together([times(10, BUSY), every(1, "2027-01-05", "2027-02-10")])], "2026-10-18"],
    ["one record more than that", [together([times(10, BUSY), every(1, "2027-01-05", "2027-02-11")])], "2027-02-11"],
    [
      "the slips of a day, which all tables together would not take for a day of theirs",
      [times(20, BUSY), together([times(4, BUSY), on(...Array(8).fill("2027-01-05"))])],
      "2026-10-18",
    ],
    [
      "the first day after a holiday longer than any before",
      [times(4, paused("2026-08-31", "2026-10-18", "2026-10-18")), times(9, paused("2026-08-31", "2026-10-18", "2026-10-18"))],
      "2026-10-18",
    ],
    ["a record after two weeks, which is none", [together([BUSY, on("2026-11-01")])], "2026-11-01"],
    ["a record after more than two weeks", [together([BUSY, on("2026-11-02")])], "2026-10-18"],
    ["records that each follow another soon enough", [together([BUSY, on("2026-10-30", "2026-11-11", "2026-11-23")])], "2026-11-23"],
    ["a quiet table's record after twice its longest pause", [together([QUIET, on("2026-09-01")])], "2026-09-01"],
    ["a quiet table's record a day later than that", [together([QUIET, on("2026-09-02")])], "2026-07-13"],
    ["a quiet table's record after a year of silence", [together([QUIET, on("2027-08-01")])], "2026-07-13"],
    ["a quiet table that goes on while a busy one is late", [BUSY, every(25, "2024-10-01", "2026-11-30")], "2026-11-15"],
    [
      "a pause as long as ever before",
      [together([every(1, "2024-10-01", "2026-01-31"), every(1, "2026-02-12", "2026-10-18"), on("2026-11-08")])],
      "2026-11-08",
    ],
    ["every record where there are too few to know", [on("2026-01-10", "2026-02-20", "2027-03-01")], "2027-03-01"],
    ["every record of a table of four a year", [every(90, "2024-10-01", "2026-10-18")], "2026-09-21"],
    ["a table of few records beside a busy one", [BUSY, on("2026-10-20")], "2026-10-20"],
  ])("follows %s", (_, tables, expected) => {
    expect(last(...tables)).toBe(expected);
  });

  test("is null without records", () => {
    expect(lastConfirmed([new Map(), new Map()])).toBeNull();
  });

  test("is the same in whatever order tables and records come", () => {
    const slipped = together([BUSY, on("2027-10-05")]);
    const backwards = new Map([...slipped].reverse());
    expect(last(on("2026-12-30"), backwards)).toBe(last(slipped, on("2026-12-30")));
  });
});

describe("firstConfirmed(tables)", () => {
  test.each<[string, DayCounts[], string]>([
    ["the first day of any table", [BUSY, every(7, "2024-11-01", "2026-10-13")], "2024-10-01"],
    ["a slip of a century", [together([BUSY, on("1926-03-05")])], "2024-10-01"],
    ["a slip of ten years in each of two tables", [together([BUSY, on("2016-03-05")]), together([BUSY, on("2016-04-05")])], "2024-10-01"],
    ["four records of long ago, which are no slips", [together([BUSY, on(...Array(4).fill("2016-03-05"))])], "2016-03-05"],
    ["a record a few days before the others", [together([BUSY, on("2024-09-20")])], "2024-09-20"],
  ])("follows %s", (_, tables, expected) => {
    expect(first(...tables)).toBe(expected);
  });
});
