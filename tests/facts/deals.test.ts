import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const lost = (given: Given = {}): Given => ({ closed_on: "2026-03-10", stage: "closed", outcome: "lost", ...given });
const late = (given: Given = {}): Given => lost({ lost_reason: "late_collaboration", delay_department: "rnd", ...given });

describe("deals lost", () => {
  test("are those closed with that outcome; won and open ones are left out", async () => {
    const won = { closed_on: "2026-03-11", stage: "closed", outcome: "won" };
    await workshop.stage({ deals: [lost({ lost_reason: "price" }), won, {}] });
    expect(await workshop.rowsOfFact("lost_deals")).toMatchObject([{ lost_on: "2026-03-10", is_late: false }]);
  });

  test.each([
    ["late_collaboration", true],
    ["price", false],
    [null, false],
  ])("for the reason %j are late: %s", async (lost_reason, isLate) => {
    await workshop.stage({ deals: [lost({ lost_reason })] });
    expect(await workshop.rowsOfFact("lost_deals")).toMatchObject([{ lost_reason: lost_reason ?? "not_stated", is_late: isLate }]);
  });
});

test("deals opened are all of them, by the day of their opening", async () => {
  const deals = [lost({ opened_on: "2026-01-05", team: "north" }), { opened_on: "2026-02-01" }];
  await workshop.stage({ deals });
  const rows = await workshop.rowsOfFact("opened_deals");
  expect(rows.map((row) => [row["opened_on"], row["team"]]).sort()).toEqual([
    ["2026-01-05", "north"],
    ["2026-02-01", "not_stated"],
  ]);
});

describe("deals lost to delay", () => {
  test("belong to the department that delayed; other reasons are left out", async () => {
    await workshop.stage({ deals: [late(), lost({ lost_reason: "price" })] });
    expect(await workshop.rowsOfFact("delay_losses")).toMatchObject([{ lost_on: "2026-03-10", department: "rnd" }]);
  });

  test.each([
    ["avoidable", "avoidable", [true, false, false]],
    ["resource", "resource", [false, true, false]],
    [null, "unreviewed", [false, false, true]],
  ])("whose review says %j are %s", async (delay_cause, cause, [isAvoidable, isResource, isUnreviewed]) => {
    await workshop.stage({ deals: [late({ delay_cause })] });
    expect(await workshop.rowsOfFact("delay_losses")).toMatchObject([{ delay_cause: cause }]);
    const flagged = [{ delay_cause: cause, is_avoidable: isAvoidable, is_resource: isResource, is_unreviewed: isUnreviewed }];
    expect(await workshop.rowsOfFact("delay_cause_amounts")).toMatchObject(flagged);
  });

  test("have their amounts in quarters that are over, on the last day of these", async () => {
    const closedOn = ["2026-01-05", "2026-03-31", "2026-04-01"];
    const deals = closedOn.map((closed_on, i) => late({ closed_on, amount_cny: i }));
    await workshop.stage({ deals: [...deals, lost({ lost_reason: "price", amount_cny: 9 })] }, { from: "2026-01", asOf: "2026-06-29" });
    const rows = (await workshop.rowsOfFact("delay_amounts")).map(({ last_day, department, amount_cny }) => [
      last_day,
      department,
      amount_cny,
    ]);
    expect(rows.sort()).toEqual([
      ["2026-03-31", "rnd", 0],
      ["2026-03-31", "rnd", 1],
    ]);
  });
});

describe("closed deals with requests", () => {
  const rule: Given = {
    ...{ department: "rnd", request_type: "technical_support", promise: "first_response" },
    ...{ time_limit: 24, clock: "calendar_hours", valid_from: "2025-01-01" },
  };
  const request = (first_response_at: string | null, given: Given = {}): Given => ({
    ...{ deal_id: "D-1", department: "rnd", request_type: "technical_support", opened_at: "2026-03-02 10:00" },
    first_response_at,
    ...given,
  });
  const deal: Given = { deal_id: "D-1", closed_on: "2026-03-10", stage: "closed", outcome: "won" };
  // the company records first responses
  const recorded = request("2026-03-02 11:00", { deal_id: null });
  const keptOf = async (requests: Given[], given: Given = {}) => {
    const service_requests = [...requests, recorded];
    await workshop.stage({ deals: [{ ...deal, ...given }], service_requests, sla: [rule] }, { from: "2026-01", asOf: "2026-06-30" });
    return (await workshop.rowsOfFact("requested_deals")).map((row) => row["promises_kept"]);
  };

  test.each<[string, Given[], string[]]>([
    ["with a promise kept", [request("2026-03-03 10:00")], ["kept"]],
    ["with one of two missed", [request("2026-03-03 10:00"), request("2026-03-03 10:01")], ["missed"]],
    ["with an answer that never came", [request(null)], ["missed"]],
    ["with a promise that falls due the day it closes", [request(null, { opened_at: "2026-03-09 10:00" })], ["missed"]],
    ["with a promise that falls due the day after", [request(null, { opened_at: "2026-03-10 10:00" })], ["none"]],
    ["with a request that nothing is promised for", [request(null, { request_type: "other" })], ["none"]],
    ["without requests", [request(null, { deal_id: null })], []],
  ])("%s: %j → %j", async (_, requests, expected) => {
    expect(await keptOf(requests)).toEqual(expected);
  });

  test("that are still open are left out", async () => {
    expect(await keptOf([request(null)], { closed_on: null, outcome: null, stage: "proposal" })).toEqual([]);
  });

  test("count once, however many requests they had", async () => {
    expect(await keptOf([request("2026-03-03 09:00"), request("2026-03-03 09:30")], late())).toEqual(["kept"]);
    expect(await workshop.rowsOfFact("requested_deals")).toMatchObject([{ is_won: false, is_lost: true, is_lost_late: true }]);
  });
});
