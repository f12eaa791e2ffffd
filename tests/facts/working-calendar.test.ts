import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkingCalendar } from "../../scripts/calendar/working-calendar.ts";
import { rowsOf } from "../../scripts/engine/engine.ts";
import { isoDay } from "../../src/core/days.ts";
import { weekOf } from "./week.ts";
import { dropWorkingCalendar, type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const rule = (given: Given): Given => ({
  department: "marketing",
  request_type: "pitch_material",
  promise: "first_response",
  clock: "working_days",
  time_limit: 3,
  valid_from: "2020-01-01",
  ...given,
});

/** Within 24 hours of the clock, be it night or holiday. */
const BY_THE_CLOCK = rule({ clock: "calendar_hours", time_limit: 24 });

interface Asked {
  rules?: readonly Given[];
  calendar?: readonly Given[];
  span?: Span;
}

/** The only promise of a request of marketing opened and answered at these times. */
async function promiseOf(opened_at: string, first_response_at: string, { rules = [rule({})], calendar = [], span = {} }: Asked = {}) {
  const request = { department: "marketing", request_type: "pitch_material", opened_at, first_response_at };
  await workshop.stage({ service_requests: [request], sla: rules, calendar }, span);
  const rows = await workshop.rowsOfFact("promises");
  expect(rows).toHaveLength(1);
  return rows[0] as Record<string, unknown>;
}

const ownDay = (day: string, is_working: boolean): Given => ({ day, is_working });

/** Eight hours a day, from 9 to 12 and from 13 to 18; a promise of three working days, 24 working hours. Each answer was worked out by hand. */
describe("a first response promised within three working days", () => {
  test.each([
    ["within a day", "2026-03-09 09:30", "2026-03-09 11:00", 1.5, "2026-03-12", true],
    ["over the break at noon", "2026-03-09 11:30", "2026-03-09 13:15", 0.75, "2026-03-12", true],
    ["opened in the break at noon", "2026-03-09 12:30", "2026-03-09 13:30", 0.5, "2026-03-12", true],
    ["opened on a Friday night", "2026-03-06 20:00", "2026-03-09 10:30", 1.5, "2026-03-11", true],
    ["opened before the day begins", "2026-03-09 07:00", "2026-03-09 09:20", 1 / 3, "2026-03-11", true],
    ["opened and answered on a weekend", "2026-03-07 10:00", "2026-03-08 16:00", 0, "2026-03-11", true],
    ["over Spring Festival, exactly at the limit", "2026-02-13 15:00", "2026-02-25 15:00", 24, "2026-02-25", true],
    ["over Spring Festival, one minute past the limit", "2026-02-13 15:00", "2026-02-25 15:01", 24 + 1 / 60, "2026-02-25", false],
    ["across a make-up Saturday", "2026-02-27 14:00", "2026-03-02 10:00", 13, "2026-03-03", true],
    ["across a make-up Sunday after New Year", "2025-12-31 17:00", "2026-01-04 10:00", 2, "2026-01-06", true],
    ["answered on a holiday", "2026-09-30 16:00", "2026-10-03 11:00", 2, "2026-10-10", true],
    ["answered on the evening of the due day", "2026-03-09 08:00", "2026-03-11 20:00", 24, "2026-03-11", true],
    ["answered before work on the day after the due day", "2026-03-09 08:00", "2026-03-12 08:00", 24, "2026-03-11", false],
    ["answered on a Saturday when due on the Friday", "2026-03-11 08:00", "2026-03-14 10:00", 24, "2026-03-13", false],
  ])("%s: opened %s, answered %s, took %d working hours, fell due on %s, kept: %s", async (_, opened, answered, hours, due, isMet) => {
    const { clock_hours, due_on, is_met, limit_hours } = await promiseOf(opened, answered);
    expect(clock_hours).toBeCloseTo(hours, 9);
    expect({ due_on, is_met, limit_hours }).toEqual({ due_on: due, is_met: isMet, limit_hours: 24 });
  });

  test("a company's day off is not worked, though the national calendar works", async () => {
    const row = await promiseOf("2026-03-09 09:00", "2026-03-11 10:00", { calendar: [ownDay("2026-03-10", false)] });
    expect(row).toMatchObject({ clock_hours: 9, due_on: "2026-03-12" });
  });

  test("a company's day on is worked, though the national calendar rests", async () => {
    const row = await promiseOf("2026-03-13 17:00", "2026-03-14 10:00", { calendar: [ownDay("2026-03-14", true)] });
    expect(row).toMatchObject({ clock_hours: 2, due_on: "2026-03-17" });
  });

  test("other working hours make other days: six hours, the last ending at midnight", async () => {
    const row = await promiseOf("2026-03-09 22:00", "2026-03-11 19:00", { span: { week: { hours: ["18:00-24:00"] } } });
    expect(row).toMatchObject({ clock_hours: 9, limit_hours: 18, due_on: "2026-03-12" });
  });
});

describe("a first response promised within 24 calendar hours", () => {
  test.each([
    ["over a weekend, exactly at the limit", "2026-03-06 17:00", "2026-03-07 17:00", 24, "2026-03-07", true],
    ["over a weekend, one minute past the limit", "2026-03-06 17:00", "2026-03-07 17:01", 24 + 1 / 60, "2026-03-07", false],
    ["on a holiday", "2026-10-01 00:30", "2026-10-01 23:30", 23, "2026-10-02", true],
    ["to the minute, whatever the seconds, at the limit", "2026-03-06 17:00:01", "2026-03-07 17:00:59", 24, "2026-03-07", true],
    ["to the minute, whatever the seconds, past it", "2026-03-06 17:00:59", "2026-03-07 17:01:01", 24 + 1 / 60, "2026-03-07", false],
  ])("%s: opened %s, answered %s, took %d hours, fell due on %s, kept: %s", async (_, opened, answered, hours, due, isMet) => {
    const { clock_hours, due_on, is_met, limit_hours } = await promiseOf(opened, answered, { rules: [BY_THE_CLOCK] });
    expect(clock_hours).toBeCloseTo(hours, 9);
    expect({ due_on, is_met, limit_hours }).toEqual({ due_on: due, is_met: isMet, limit_hours: 24 });
  });
});

describe("a rule that changes from five working days to three on 1 July 2025", () => {
  const rules = [rule({ time_limit: 5, valid_to: "2025-06-30" }), rule({ valid_from: "2025-07-01" })];

  test.each([
    ["opened before and answered after the change, by the old rule", "2025-06-30 09:00", "2025-07-04 17:00", 40, "2025-07-04", true, false],
    ["opened on the day of the change, by the new rule", "2025-07-01 09:00", "2025-07-04 17:00", 24, "2025-07-03", false, false],
    ["fast enough for both", "2025-06-27 09:00", "2025-06-30 17:00", 40, "2025-07-03", true, true],
  ])("%s: opened %s, answered %s, limit %d hours, due %s, kept %s, by the current rule %s", async (_, opened, answered, ...expected) => {
    const row = await promiseOf(opened, answered, { rules });
    expect([row["limit_hours"], row["due_on"], row["is_met"], row["is_met_by_current_rule"]]).toEqual(expected);
  });

  test("may change its clock as well", async () => {
    const changed = [rule({ valid_to: "2025-06-30" }), rule({ clock: "calendar_hours", time_limit: 24, valid_from: "2025-07-01" })];
    const row = await promiseOf("2025-06-27 16:00", "2025-06-30 10:00", { rules: changed });
    expect(row).toMatchObject({ clock_hours: 3, limit_hours: 24, is_met: true, is_met_by_current_rule: false });
  });
});

/** A limit in working days is so many full days of working time, of which a half day uses up its own. */
describe("a company that works on Saturdays", () => {
  const SIX_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat"];
  const HALF = { sat: "09:00-12:00" };
  const ALTERNATE = { sat: { every: 2, from: "2026-03-07" } };
  const HALF_ALTERNATE = { sat: { every: 2, from: "2026-03-07", hours: "09:00-12:00" } };

  test.each([
    ["six days, three of them over a Saturday", SIX_DAYS, "2026-03-06 17:00", "2026-03-10 17:00", 24, "2026-03-10", true],
    ["six days, a minute late", SIX_DAYS, "2026-03-06 17:00", "2026-03-10 17:01", 24 + 1 / 60, "2026-03-10", false],
    ["six days, the Saturday within Spring Festival off", SIX_DAYS, "2026-02-14 17:00", "2026-02-26 17:00", 24, "2026-02-26", true],
    ["half Saturdays", HALF, "2026-03-06 17:00", "2026-03-11 14:00", 24, "2026-03-11", true],
    ["half Saturdays, due at noon on one, answered that evening", HALF, "2026-03-04 15:00", "2026-03-07 20:00", 22, "2026-03-09", true],
    ["half Saturdays, a make-up Saturday has full hours", HALF, "2026-02-27 14:00", "2026-03-02 10:00", 13, "2026-03-03", true],
    ["alternate Saturdays, one that is worked", ALTERNATE, "2026-03-06 17:00", "2026-03-07 11:00", 3, "2026-03-10", true],
    ["alternate Saturdays, one that is off", ALTERNATE, "2026-03-13 17:00", "2026-03-14 11:00", 1, "2026-03-18", true],
    ["alternate Saturdays, counted back as well", ALTERNATE, "2026-01-23 17:00", "2026-01-24 10:00", 2, "2026-01-27", true],
    ["alternate half Saturdays", HALF_ALTERNATE, "2026-03-06 17:00", "2026-03-09 10:00", 5, "2026-03-11", true],
  ])(
    "%s: %j, opened %s, answered %s, took %d working hours, fell due on %s, kept: %s",
    async (_, week, opened, answered, hours, due, isMet) => {
      const row = await promiseOf(opened, answered, { span: { week: { week } } });
      expect(row["clock_hours"]).toBeCloseTo(hours, 9);
      expect({ due: row["due_on"], isMet: row["is_met"] }).toEqual({ due, isMet });
    },
  );

  test.each([
    ["answered on the due half day after work, in time", "2026-03-07 20:00", true],
    ["answered on the Sunday after it, late", "2026-03-08 10:00", false],
  ])("a promise that ends with a half day: %s", async (_, answered, isMet) => {
    const row = await promiseOf("2026-03-04 14:00", answered, { rules: [rule({ time_limit: 2.875 })], span: { week: { week: HALF } } });
    expect([row["due_on"], row["is_met"]]).toEqual(["2026-03-07", isMet]);
  });

  test("has full hours on a half day that its own calendar lists as worked", async () => {
    const row = await promiseOf("2026-03-06 17:00", "2026-03-07 15:00", {
      calendar: [ownDay("2026-03-07", true)],
      span: { week: { week: HALF } },
    });
    expect(row).toMatchObject({ clock_hours: 6, due_on: "2026-03-10" });
  });
});

interface Listed {
  calendar?: readonly Given[];
  years?: readonly Given[];
  leads?: readonly Given[];
}

describe("the working calendar", () => {
  /** Of a company whose first request was opened on a day, and which may have a lead assigned before. */
  const create = async (opened: string, asOf: string, { calendar = [], years = [], leads = [] }: Listed = {}) => {
    const { engine } = workshop;
    await workshop.stage({ calendar, calendar_years: years, leads, service_requests: [{ opened_at: `${opened} 10:00` }] });
    await dropWorkingCalendar(engine);
    const tables = new Set(["service_requests", "leads", "calendar", "calendar_years"]);
    return createWorkingCalendar(engine, { tables, from: "2000-01-01", asOf, week: weekOf() });
  };
  const firstDay = async () => {
    const [row] = await rowsOf<{ day: number }>(workshop.engine, "select min(day) as day from staging.working_days");
    return new Date(row?.day ?? 0).toISOString().slice(0, 10);
  };
  const workedFrom = async (from: string) => {
    const sql = `select distinct day from staging.working_slots where day >= date '${from}' order by day`;
    return (await rowsOf<{ day: number }>(workshop.engine, sql)).map(({ day }) => isoDay(day));
  };

  test("adds up the minutes of its days", async () => {
    await create("2026-02-01", "2026-02-28");
    const days = "select day, minutes, minutes_before from staging.working_days where day >= date '2026-02-13' order by day limit 3";
    expect(await rowsOf(workshop.engine, days)).toEqual([
      { day: Date.parse("2026-02-13"), minutes: 480, minutes_before: 9 * 480 },
      { day: Date.parse("2026-02-14"), minutes: 480, minutes_before: 10 * 480 },
      { day: Date.parse("2026-02-15"), minutes: 0, minutes_before: 11 * 480 },
    ]);
  });

  test("has as many working days in 2026 as the State Council's notice leaves", async () => {
    await create("2026-01-01", "2026-12-31");
    const [row] = await rowsOf(workshop.engine, "select count(*) as days from staging.working_slots");
    expect(row).toEqual({ days: 248 });
  });

  test("begins with the earliest moment that facts on working time read, however far back other exports go", async () => {
    await create("2026-02-05", "2026-02-28", {
      leads: [{ created_on: "2003-01-01", assigned_at: "2026-02-03 08:00" }, { assigned_at: null }],
    });
    expect(await firstDay()).toBe("2026-02-03");
  });

  test("refuses days of a year that is neither known nor computed, and says which file to write, and why", async () => {
    const file = (year: number) => `  reference/calendar-${year}.csv day: expected the days off and the make-up weekends of ${year}`;
    await expect(create("2002-12-02", "2003-01-02")).rejects.toThrow(
      [
        "the data reach into years whose days off are not known",
        `${file(2002)}, whose national calendar is not known, found 2002-12-02, the earliest opened_at of service_requests`,
        `${file(2003)}, whose national calendar is not known, found 2003-01-01, to which the data reach`,
      ].join("\n"),
    );
  });

  test("names the few records that reach into such a year", async () => {
    const { engine } = workshop;
    await workshop.stage({ service_requests: [{ opened_at: "2003-12-20 10:00" }] });
    const slip = { file: "exports/requests.csv", line: 9, column: "opened_at", found: "2003-12-20" };
    const time = { tables: new Set(["service_requests"]), from: "2000-01-01", asOf: "2004-01-05", week: weekOf() };
    const reaching = (year: string) => (year === "2003" ? [slip] : []);
    await expect(createWorkingCalendar(engine, { ...time, reaching })).rejects.toThrow(
      [
        "few records reach into years whose days off are not known; correct them, say `as_of` in site.yaml, or list the days off of the year in a file such as reference/calendar-2003.csv: 1",
        "  exports/requests.csv:9 opened_at: expected a day of a year whose days off are known, found 2003-12-20",
      ].join("\n"),
    );
  });

  test("takes the days off by statute from a year without a notice, which is provisional", async () => {
    expect(await create("2046-12-30", "2047-10-06")).toEqual(["2046", "2047"]);
    expect(await workedFrom("2047-09-30")).toEqual(["2047-09-30"]);
  });
});
