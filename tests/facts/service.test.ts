import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** Monday 9 March 2026, when a working day begins. */
const OPENED = "2026-03-09 09:00";

const request = (given: Given): Given => ({ department: "after_sales", request_type: "customer_problem", opened_at: OPENED, ...given });

const rule = (given: Given): Given => ({
  department: "after_sales",
  request_type: "customer_problem",
  promise: "first_response",
  clock: "working_days",
  time_limit: 1,
  valid_from: "2020-01-01",
  ...given,
});

/** A request to a department that promises nothing: the company records first responses and resolutions. */
const RECORDED: Given = {
  ...{ department: "hr", request_type: "hiring", opened_at: "2026-03-09 09:00" },
  ...{ first_response_at: "2026-03-09 10:00", resolved_at: "2026-03-09 11:00" },
};

/** Rows of a fact of requests beside the one that is recorded in full. */
async function factOf(id: string, requests: readonly Given[], sla: readonly Given[] = [rule({})], span: Span = {}) {
  await workshop.stage({ service_requests: [...requests, RECORDED], sla }, span);
  return (await workshop.rowsOfFact(id)).filter(({ department }) => department !== "hr");
}

describe("promises", () => {
  test("of one request are as many as it has rules", async () => {
    const given = request({ first_response_at: "2026-03-09 10:00", resolved_at: "2026-03-12 10:00" });
    const rows = await factOf("promises", [given], [rule({}), rule({ promise: "resolution", time_limit: 2 })]);
    expect(rows.map(({ promise, is_met, clock_hours }) => [promise, is_met, clock_hours]).sort()).toEqual([
      ["first_response", true, 1],
      ["resolution", false, 25],
    ]);
  });

  test("not fulfilled are missed, by the current rule as well, and have no time", async () => {
    expect(await factOf("promises", [request({})])).toMatchObject([
      { due_on: "2026-03-09", is_met: false, is_met_by_current_rule: false, clock_hours: null, fulfilled_on: null },
    ]);
  });

  test.each([
    ["before it fell due", "2026-03-09 12:00", 0],
    ["exactly when it fell due", "2026-03-09 18:00", 0],
    ["after it fell due", "2026-03-10 09:00", 1],
  ])("of a request cancelled %s, on %s, count %i", async (_, cancelled_at, count) => {
    expect(await factOf("promises", [request({ cancelled_at })])).toHaveLength(count);
  });

  test.each([
    ["first responses", { resolved_at: "2026-03-09 11:00" }, ["resolution"]],
    ["resolutions", { first_response_at: "2026-03-09 11:00" }, ["first_response"]],
  ])("are judged only where what keeps them is recorded at all: without any %s", async (_, given, promises) => {
    const sla = [rule({}), rule({ promise: "resolution" })];
    await workshop.stage({ service_requests: [request(given), request({ request_id: "K-2" })], sla });
    expect(new Set((await workshop.rowsOfFact("promises")).map(({ promise }) => promise))).toEqual(new Set(promises));
  });

  test.each([
    ["in time", "2026-03-09 12:00", true, 3],
    ["late", "2026-03-10 10:00", false, 9],
  ])("of a first response are fulfilled, where none is recorded, by a resolution %s", async (_, resolved_at, isMet, hours) => {
    const [row] = await factOf("promises", [request({ resolved_at })]);
    expect(row).toMatchObject({ is_met: isMet, clock_hours: hours, fulfilled_on: resolved_at.slice(0, 10) });
  });

  describe("of a request cancelled and opened again for the same deal", () => {
    /** Due at the end of Monday. */
    const first = request({ request_id: "A", deal_id: "D-1", cancelled_at: "2026-03-09 12:00" });
    const again = (given: Given) => request({ request_id: "B", deal_id: "D-1", opened_at: "2026-03-10 09:00", ...given });

    test.each<[string, Given, boolean, number]>([
      ["answered within its own limit, which is late by the first", { first_response_at: "2026-03-10 10:00" }, false, 9],
      ["never answered", {}, false, Number.NaN],
      [
        "opened and answered on the day on which the first fell due",
        { opened_at: "2026-03-09 13:00", first_response_at: "2026-03-09 14:00" },
        true,
        4,
      ],
      ["opened before the first was cancelled", { opened_at: "2026-03-09 11:00", first_response_at: "2026-03-10 10:00" }, false, 9],
    ])("and %s, are one, on the clock since it was first opened", async (_, given, isMet, hours) => {
      const rows = await factOf("promises", [first, again(given)]);
      expect(rows).toMatchObject([{ request_id: "B", due_on: "2026-03-09", is_met: isMet }]);
      expect(rows[0]?.["clock_hours"]).toBe(Number.isNaN(hours) ? null : hours);
    });

    test("a third time are still one", async () => {
      const second = again({ cancelled_at: "2026-03-10 12:00" });
      const third = again({ request_id: "C", opened_at: "2026-03-12 09:00", first_response_at: "2026-03-12 10:00" });
      expect(await factOf("promises", [first, second, third])).toMatchObject([{ request_id: "C", due_on: "2026-03-09", is_met: false }]);
    });

    test("are one by the rule that was in force when it was first opened", async () => {
      const rows = await factOf("promises", [first, again({})], [rule({}), rule({ valid_from: "2026-03-10", time_limit: 3 })]);
      expect(rows).toMatchObject([{ due_on: "2026-03-09", limit_hours: 8 }]);
    });

    test.each<[string, Given]>([
      ["for another deal", { deal_id: "D-2" }],
      ["for no deal", { deal_id: null }],
      ["more than a week later", { opened_at: "2026-03-16 12:01" }],
    ])("but %s, are not", async (_, given) => {
      const rows = await factOf("promises_made", [first, again(given)]);
      expect(rows.map(({ request_id, is_withdrawn }) => [request_id, is_withdrawn]).sort()).toEqual([
        ["A", true],
        ["B", false],
      ]);
    });

    test("are not where it had been answered before it was cancelled", async () => {
      const rows = await factOf("promises", [{ ...first, first_response_at: "2026-03-09 10:00" }, again({})]);
      expect(rows.map(({ request_id, is_met }) => [request_id, is_met]).sort()).toEqual([
        ["A", true],
        ["B", false],
      ]);
    });
  });

  test("kept before the request was cancelled count", async () => {
    const given = request({ first_response_at: "2026-03-09 10:00", cancelled_at: "2026-03-09 11:00" });
    expect(await factOf("promises", [given])).toMatchObject([{ is_met: true }]);
  });

  test("that no day of the data is due on have no day", async () => {
    const rows = await factOf("promises", [request({})], [rule({ time_limit: 3 })], { asOf: "2026-03-10" });
    expect(rows).toMatchObject([{ due_on: null }]);
  });

  test.each([
    ["another department's rule", rule({ department: "rnd" })],
    ["another request type's rule", rule({ request_type: "feedback_report" })],
    ["a rule that began later", rule({ valid_from: "2026-03-10" })],
    ["a rule that ended before", rule({ valid_to: "2026-03-08" })],
  ])("are not made by %s", async (_, other) => {
    expect(await factOf("promises", [request({})], [other])).toEqual([]);
  });

  test("are made once where a rule begins before the one before it ends", async () => {
    const rows = await factOf("promises", [request({})], [rule({}), rule({ valid_from: "2026-03-01", time_limit: 2 })]);
    expect(rows).toMatchObject([{ limit_hours: 16 }]);
  });

  test("are not judged by a rule that is yet to come", async () => {
    const later = rule({ valid_from: "2026-06-01", time_limit: 0.5 });
    const given = request({ first_response_at: "2026-03-09 17:00" });
    expect(await factOf("promises", [given], [rule({}), later], { asOf: "2026-05-31" })).toMatchObject([{ is_met_by_current_rule: true }]);
  });
});

describe("responses", () => {
  test("leave out a request resolved without a recorded response, since nobody knows when it came", async () => {
    expect(await factOf("responses", [request({ resolved_at: "2026-03-10 10:30" })])).toEqual([]);
  });

  test("have the working hours to the first response, on its day", async () => {
    const rows = await factOf("responses", [request({ first_response_at: "2026-03-10 10:30" }), request({})]);
    expect(rows).toMatchObject([{ responded_on: "2026-03-10", response_hours: 9.5 }]);
  });
});

describe("waits of requests", () => {
  /** Wednesday, on which work ends at 18:00: 24 working hours after the request was opened. */
  const span: Span = { asOf: "2026-03-11" };
  const [first_response_at, resolved_at] = ["2026-03-09 11:00", "2026-03-10 12:00"];

  test.each<[string, Given, (number | null)[]]>([
    ["answered and resolved has ended both", { first_response_at, resolved_at }, [2, null, 11, null]],
    ["answered only goes on waiting to be resolved", { first_response_at }, [2, null, null, 24]],
    ["neither goes on waiting for both, to the end of the last day", {}, [null, 24, null, 24]],
    ["resolved without a recorded response is answered by that", { resolved_at }, [11, null, 11, null]],
    ["cancelled waits no longer", { cancelled_at: "2026-03-09 15:00" }, [null, 5, null, 5]],
    ["answered, then cancelled", { first_response_at, cancelled_at: "2026-03-09 15:00" }, [2, null, null, 5]],
    ["resolved after the last day is not resolved yet", { first_response_at, resolved_at: "2026-03-12 09:00" }, [2, null, null, 24]],
    ["answered after it is not answered yet", { first_response_at: "2026-03-12 09:00" }, [null, 24, null, 24]],
    ["cancelled after it is still open", { cancelled_at: "2026-03-12 09:00" }, [null, 24, null, 24]],
  ])("a request %s", async (_, given, hours) => {
    const [row] = await factOf("request_waits", [request(given)], [], span);
    const columns = ["hours_to_response", "hours_unanswered", "hours_to_resolution", "hours_unresolved"];
    expect(columns.map((column) => row?.[column])).toEqual(hours);
  });

  test("lie on the day on which the request was opened, outside working time too", async () => {
    const given = request({ opened_at: "2026-03-07 20:00", first_response_at: "2026-03-09 10:00" });
    expect(await factOf("request_waits", [given], [], span)).toMatchObject([{ opened_on: "2026-03-07", hours_to_response: 1 }]);
  });
});

describe("resolutions", () => {
  const [assigned_at, first_response_at, resolved_at] = ["2026-03-09 11:00", "2026-03-09 15:00", "2026-03-10 12:00"];

  test.each([
    ["every step recorded", { assigned_at, first_response_at }, [2, 3, 6]],
    ["no assignment", { first_response_at }, [null, 5, 6]],
    ["no response", { assigned_at }, [2, null, 9]],
    ["neither", {}, [null, null, 11]],
    ["an assignment after the response", { assigned_at: first_response_at, first_response_at: assigned_at }, [2, 0, 9]],
  ])("with %s split the time by who held the clock", async (_, steps, hours) => {
    const [row] = await factOf("resolutions", [request({ ...steps, resolved_at })]);
    expect([row?.["hours_to_assignment"], row?.["hours_to_response"], row?.["hours_to_resolution"]]).toEqual(hours);
    expect(row?.["resolution_hours"]).toBe(11);
  });

  test("show whether an output was delivered", async () => {
    const rows = await factOf("resolutions", [request({ resolved_at, output_delivered: "service_record" }), request({ resolved_at })]);
    expect(rows.map(({ output, is_delivered }) => [output, is_delivered])).toEqual(
      expect.arrayContaining([
        ["service_record", true],
        [null, false],
      ]),
    );
  });
});

describe("ratings", () => {
  test("are of requests resolved in quarters that are over, and bear the last day of the quarter", async () => {
    const requests = [
      request({ resolved_at: "2026-03-31 17:00", output_delivered: "service_record", rating: 4 }),
      request({ resolved_at: "2026-01-05 17:00", rating: 2 }),
      request({ resolved_at: "2026-03-02 17:00", output_delivered: "service_record" }),
      request({ rating: 5 }),
      request({ resolved_at: "2026-04-01 09:00", rating: 1 }),
    ];
    const rows = await factOf("ratings", requests, [], { from: "2026-01", asOf: "2026-05-18" });
    expect(rows.map(({ last_day, output, rating }) => [last_day, output, rating])).toEqual(
      expect.arrayContaining([
        ["2026-03-31", "service_record", 4],
        ["2026-03-31", null, 2],
      ]),
    );
    expect(rows).toHaveLength(2);
  });
});

describe("open requests", () => {
  const span: Span = { from: "2026-03", asOf: "2026-05-18" };
  const endsOf = async (given: Given, sla: readonly Given[] = []) =>
    (await factOf("open_requests", [request(given)], sla, span)).sort((a, b) => (String(a["last_day"]) < String(b["last_day"]) ? -1 : 1));

  test.each([
    [{}, ["2026-03-31", "2026-04-30", "2026-05-18"]],
    [{ resolved_at: "2026-04-30 10:00" }, ["2026-03-31"]],
    [{ cancelled_at: "2026-05-01 10:00" }, ["2026-03-31", "2026-04-30"]],
    [{ resolved_at: "2026-03-31 23:00" }, []],
    [{ opened_at: "2026-03-31 23:00", resolved_at: "2026-04-01 09:00" }, ["2026-03-31"]],
  ])("%j are open on %j", async (given, days) => {
    expect((await endsOf(given)).map((row) => row["last_day"])).toEqual(days);
  });

  test.each([
    ["2026-03-31 12:00", 0.625, "under_1"],
    ["2026-03-31 09:00", 1, "1_to_3"],
    ["2026-03-27 09:00", 3, "3_to_5"],
    ["2026-03-25 09:00", 5, "5_to_10"],
    ["2026-03-18 09:00", 10, "from_10"],
  ])("opened at %s are on 31 March %d working days old, of class %s", async (opened_at, age_days, age_class) => {
    expect((await endsOf({ opened_at }))[0]).toMatchObject({ age_days, age_class });
  });

  test.each([
    ["never answered", {}, [true, true, true]],
    ["answered late, in April", { first_response_at: "2026-04-10 10:00" }, [true, false, false]],
    ["answered late, in the month it was opened", { first_response_at: "2026-03-20 10:00" }, [false, false, false]],
    ["answered in time", { first_response_at: "2026-03-09 10:00" }, [false, false, false]],
  ])("%s are overdue at the month's ends: %j %j", async (_, given, expected) => {
    expect((await endsOf(given, [rule({})])).map((row) => row["is_overdue"])).toEqual(expected);
  });

  test("with two promises overdue are one row", async () => {
    const rows = await endsOf({}, [rule({}), rule({ promise: "resolution" })]);
    expect(rows).toHaveLength(3);
  });

  test("are not overdue before the promise falls due", async () => {
    const rows = await endsOf({ opened_at: "2026-03-31 09:00" }, [rule({ time_limit: 2 })]);
    expect(rows.map((row) => row["is_overdue"])).toEqual([false, true, true]);
  });
});
