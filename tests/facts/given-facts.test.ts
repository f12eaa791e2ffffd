import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** Opened on Monday 9 March 2026, when a working day of eight hours begins. */
const request = (given: Given): Given => ({
  ...{ request_id: "T-1", department: "it", request_type: "account", opened_at: "2026-03-09 09:00" },
  ...given,
});

const rule = (given: Given): Given => ({
  ...{ department: "it", request_type: "account", promise: "resolution", clock: "calendar_hours", time_limit: 24 },
  ...{ valid_from: "2020-01-01", ...given },
});

/** A request to a department that promises nothing: the company records first responses and resolutions. */
const RECORDED = request({
  ...{ request_id: "T-0", department: "hr", first_response_at: "2026-03-09 10:00", resolved_at: "2026-03-09 11:00" },
});

/** Rows of a fact of requests beside the one that is recorded in full. */
async function factOf(id: string, requests: readonly Given[], sla: readonly Given[] = [], span: Span = {}) {
  await workshop.stage({ service_requests: [...requests, RECORDED], sla }, span);
  return (await workshop.rowsOfFact(id)).filter(({ department }) => department !== "hr");
}

const promiseOf = async (given: Given, ...sla: Given[]) => (await factOf("promises", [request(given)], sla))[0];

describe("a promise of resolution is judged", () => {
  test("by what the export says, even where its own due time says otherwise", async () => {
    expect(await promiseOf({ sla_met: true, due_at: "2026-03-10 12:00", resolved_at: "2026-03-10 12:30" })).toMatchObject({
      ...{ promise: "resolution", due_on: "2026-03-10", is_met: true, is_compared: true, is_different: true },
      ...{ has_rule: false, is_met_by_current_rule: null, limit_hours: 27, clock_hours: 27.5 },
    });
  });

  test.each([
    ["at the due minute, whatever the seconds", "2026-03-10 12:00", "2026-03-10 12:00:59", true],
    ["a minute later", "2026-03-10 12:00", "2026-03-10 12:01", false],
    ["in the last minute of a due day without a time", "2026-03-10 00:00", "2026-03-10 23:59", true],
    ["on the day after it", "2026-03-10 00:00", "2026-03-11 00:00", false],
  ])("by the due time: %s", async (_, due_at, resolved_at, is_met) => {
    expect(await promiseOf({ due_at, resolved_at })).toMatchObject({ due_on: "2026-03-10", is_met, is_compared: false });
  });

  test.each([
    ["on the day of the opening, without a time, holds", "2026-03-09 00:00", "2026-03-09"],
    ["before the opening does not, so that the rule decides", "2026-03-08 10:00", "2026-03-10"],
  ])("by a due time %s", async (_, due_at, due_on) => {
    expect(await promiseOf({ due_at, resolved_at: "2026-03-10 09:00" }, rule({}))).toMatchObject({ due_on });
  });

  test("by the due time before the rule, whose limit and verdict stand beside it", async () => {
    expect(await promiseOf({ due_at: "2026-03-11 09:00", resolved_at: "2026-03-10 10:00" }, rule({}))).toMatchObject({
      ...{ due_on: "2026-03-11", is_met: true, has_rule: true, is_met_by_current_rule: false, limit_hours: 24, clock_hours: 25 },
      ...{ is_compared: true, is_different: true },
    });
  });

  test("by the rule where the export says nothing, and nothing is compared", async () => {
    expect(await promiseOf({ resolved_at: "2026-03-10 09:00" }, rule({}))).toMatchObject({ is_met: true, is_compared: false });
  });

  test("where the export says only whether it was kept, on the day of the resolution, and has no time and no limit", async () => {
    expect(await promiseOf({ sla_met: false, resolved_at: "2026-03-12 10:00" })).toMatchObject({
      ...{ due_on: "2026-03-12", is_met: false, clock_hours: null, limit_hours: null, is_compared: false },
    });
  });

  test("where it says that and there is a rule, on the rule's day", async () => {
    expect(await promiseOf({ sla_met: true, resolved_at: "2026-03-12 10:00" }, rule({}))).toMatchObject({
      ...{ due_on: "2026-03-10", is_met: true, is_compared: true, is_different: true },
    });
  });

  test("on no day where nothing says when it fell due, and it is not resolved", async () => {
    expect(await promiseOf({ sla_met: false })).toMatchObject({ due_on: null });
  });

  test("even where no export records a resolution", async () => {
    await workshop.stage({ service_requests: [request({ sla_met: true, due_at: "2026-03-10 12:00" })] });
    expect(await workshop.rowsOfFact("promises")).toMatchObject([{ due_on: "2026-03-10", is_met: true, is_compared: false }]);
  });

  test.each([
    ["before the due time", "2026-03-10 12:00", []],
    ["after it", "2026-03-10 12:01", [false]],
  ])("not at all once the request is cancelled %s", async (_, cancelled_at, kept) => {
    const rows = await factOf("promises", [request({ due_at: "2026-03-10 12:00", cancelled_at })]);
    expect(rows.map(({ is_met }) => is_met)).toEqual(kept);
  });

  test("apart from the first response, of which the export says nothing", async () => {
    const given = request({ sla_met: false, first_response_at: "2026-03-09 10:00", resolved_at: "2026-03-09 11:00" });
    const rows = await factOf("promises", [given], [rule({ promise: "first_response" })]);
    expect(rows.map(({ promise, is_met }) => [promise, is_met]).sort()).toEqual([
      ["first_response", true],
      ["resolution", false],
    ]);
  });
});

test("an open request is overdue past its due time, unless the export says that its promise is kept", async () => {
  const given = [
    request({ due_at: "2026-03-10 12:00" }),
    request({ request_id: "T-2", due_at: "2026-03-10 12:00", sla_met: true, category: "kept" }),
  ];
  const rows = await factOf("open_requests", given, [], { from: "2026-03", asOf: "2026-03-31" });
  expect(rows.map(({ category, is_overdue }) => [category, is_overdue]).sort()).toEqual([
    ["kept", false],
    ["not_stated", true],
  ]);
});

describe("a request is resolved", () => {
  test.each<[string, Given, string | null]>([
    ["when it was closed, where nothing else is recorded", { closed_at: "2026-03-10 10:00" }, "2026-03-10"],
    [
      "when it was resolved, not when it was closed later",
      { resolved_at: "2026-03-10 10:00", closed_at: "2026-03-13 10:00" },
      "2026-03-10",
    ],
    ["as many hours after its opening as are recorded", { hours_to_resolution: 40 }, "2026-03-11"],
    ["when it was closed, whatever hours are recorded", { closed_at: "2026-03-10 10:00", hours_to_resolution: 400 }, "2026-03-10"],
  ])("%s", async (_, given, day) => {
    expect(await factOf("resolutions", [request(given)])).toMatchObject([{ resolved_on: day }]);
  });

  test("not by the closing, nor by hours, of one that was cancelled", async () => {
    const given = { cancelled_at: "2026-03-10 10:00", closed_at: "2026-03-10 10:00", hours_to_resolution: 25 };
    expect(await factOf("resolutions", [request(given)])).toEqual([]);
  });

  test("and answered as many hours after its opening as are recorded, and not after it was resolved", async () => {
    const requests = [
      request({ hours_to_first_response: 25.5, hours_to_resolution: 48 }),
      request({ request_id: "T-2", hours_to_first_response: 50, hours_to_resolution: 48 }),
    ];
    expect(await factOf("responses", requests)).toMatchObject([{ responded_on: "2026-03-10", response_hours: 9.5, elapsed_hours: 25.5 }]);
  });
});

describe("of the rules that cover a request", () => {
  const of = (given: Given, time_limit: number) =>
    rule({ ...{ department: "not_stated", request_type: "not_stated" }, ...given, time_limit });
  const [TYPE, DEPARTMENT, PRIORITY] = [{ request_type: "account" }, { department: "it" }, { priority: "high" }];

  test.each([
    ["one for its type, then its department, then its priority", [of(PRIORITY, 1), of(DEPARTMENT, 2), of(TYPE, 3), of({}, 4)], 3],
    ["one for its department before one for its priority", [of(PRIORITY, 1), of(DEPARTMENT, 2), of({}, 4)], 2],
    ["one for its priority", [of(PRIORITY, 1), of({}, 4)], 1],
    [
      "of two for its type and department, the one for its priority",
      [of({ ...TYPE, ...DEPARTMENT, ...PRIORITY }, 5), of({ ...TYPE, ...DEPARTMENT }, 6)],
      5,
    ],
    ["one for all", [of({ priority: "low" }, 1), of({ department: "hr" }, 2), of({ request_type: "laptop" }, 3), of({}, 4)], 4],
    ["one that holds on the day", [rule({ time_limit: 1, valid_from: "2026-03-10" }), of({}, 4)], 4],
  ])("%s decides", async (_, rules, limit_hours) => {
    expect(await promiseOf({ priority: "high", resolved_at: "2026-03-09 11:00" }, ...rules)).toMatchObject({ limit_hours });
  });

  test("one for another priority does not", async () => {
    expect(await promiseOf({ resolved_at: "2026-03-09 11:00" }, rule({ priority: "high" }))).toBeUndefined();
  });

  test("the current one is found in the same way, and one that is over only where no other holds", async () => {
    const rules = [rule({ valid_to: "2026-06-30" }), of({}, 1)];
    expect(await promiseOf({ resolved_at: "2026-03-09 11:00" }, ...rules)).toMatchObject({ is_met: true, is_met_by_current_rule: false });
  });
});

describe("while a request waits for whoever asked", () => {
  test.each([
    ["exactly at the limit", "2026-03-10 11:00", true, 24],
    ["a minute later", "2026-03-10 11:01", false, 24 + 1 / 60],
  ])("calendar hours stand still: two hours paused, resolved %s", async (_, resolved_at, isMet, hours) => {
    const row = await promiseOf({ paused_minutes: 120, resolved_at }, rule({}));
    expect(row).toMatchObject({ due_on: "2026-03-10", is_met: isMet, limit_hours: 24 });
    expect(row?.["clock_hours"]).toBeCloseTo(hours, 9);
  });

  test("the due day moves", async () => {
    expect(await promiseOf({ paused_minutes: 960, resolved_at: "2026-03-12 09:00" }, rule({}))).toMatchObject({ due_on: "2026-03-11" });
  });

  /** Eleven working hours in 27: of nine hours paused, 220 minutes are taken to be working time, so that a limit of 480 ends at 700, on Tuesday. */
  test("working days stand still by the share of working time in the whole", async () => {
    const given = { paused_minutes: 540, resolved_at: "2026-03-10 12:00" };
    const row = await promiseOf(given, rule({ clock: "working_days", time_limit: 1 }));
    expect(row).toMatchObject({ due_on: "2026-03-10", is_met: true, limit_hours: 8 });
    expect(row?.["clock_hours"]).toBeCloseTo(440 / 60, 9);
    expect(await promiseOf({ ...given, paused_minutes: null }, rule({ clock: "working_days", time_limit: 1 }))).toMatchObject({
      ...{ due_on: "2026-03-09", is_met: false },
    });
  });

  test("a first response does not", async () => {
    const given = { paused_minutes: 120, first_response_at: "2026-03-09 11:00", resolved_at: "2026-03-09 15:00" };
    expect(await promiseOf(given, rule({ promise: "first_response", time_limit: 1 }))).toMatchObject({ is_met: false, clock_hours: 2 });
  });

  test("the time to resolution stands still, and is told with the wait as well", async () => {
    const rows = await factOf("resolutions", [request({ paused_minutes: 540, resolved_at: "2026-03-10 12:00" })]);
    expect(rows).toMatchObject([{ elapsed_hours: 27, unpaused_hours: 18 }]);
    expect(rows[0]?.["resolution_hours"]).toBeCloseTo(440 / 60, 9);
    expect(rows[0]?.["hours_to_resolution"]).toBeCloseTo(440 / 60, 9);
  });

  test("no more stands still than there was", async () => {
    const rows = await factOf("resolutions", [request({ paused_minutes: 9999, resolved_at: "2026-03-10 12:00" })]);
    expect(rows).toMatchObject([{ resolution_hours: 0, unpaused_hours: 0, elapsed_hours: 27 }]);
  });

  describe("and still does", () => {
    const span: Span = { asOf: "2026-03-11", week: { hours: ["00:00-24:00"] } };

    /** 23 of 24 hours are used up when the wait begins; it has lasted for the 40 hours to the end of the last day. */
    test("its promise falls due the later, the longer it waits", async () => {
      const rows = await factOf("promises", [request({ paused_since: "2026-03-10 08:00" })], [rule({})], span);
      expect(rows).toMatchObject([{ due_on: "2026-03-12", is_met: false }]);
    });

    test("it has waited unresolved for the time before, beside what was paused earlier", async () => {
      const given = request({ paused_since: "2026-03-10 08:00", paused_minutes: 60 });
      expect(await factOf("request_waits", [given], [], span)).toMatchObject([{ hours_to_resolution: null, hours_unresolved: 22 }]);
    });

    test("no longer once it is resolved", async () => {
      const given = request({ paused_since: "2026-03-10 08:00", resolved_at: "2026-03-10 10:00" });
      expect(await factOf("request_waits", [given], [], span)).toMatchObject([{ hours_to_resolution: 25 }]);
    });
  });
});
