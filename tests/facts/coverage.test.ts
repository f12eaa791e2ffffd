import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coveredUntil, madeUntil, reachOfFact } from "../../scripts/facts/coverage.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

describe("madeUntil(reached, fact, known)", () => {
  test.each([
    ["flow", "2026-08-28", 0, "2026-10-01"],
    ["presence", "2026-08-28", 0, "2026-08-28"],
    ["stock", "2026-08-28", 0, "2026-07-31"],
    ["stock", "2026-08-31", 0, "2026-08-31"],
    ["stock", "2026-10-01", 0, "2026-10-01"],
    ["stock", "2026-10-01", 40, "2026-07-31"],
    ["flow", "2026-10-01", 40, "2026-10-01"],
  ] as const)("of a %s whose cases have begun until %s, some of them missing for %i days, is %s", (over, begun, missing, until) => {
    expect(madeUntil({ from: "2026-01-01", begun, until: "2026-10-01" }, { over }, { asOf: "2026-10-01", missing })).toBe(until);
  });
});

test("reachOfFact(fact, reach) is as far as all of its tables reach", () => {
  const tables = {
    requests: { from: "2026-01-05", begun: "2026-08-28", until: "2026-09-30" },
    deals: { from: "2026-02-01", begun: "2026-09-20", until: "2026-09-20" },
  };
  const reach = { first: parseMonth("2026-01"), asOf: "2026-10-01", from: "2026-01-05", until: "2026-10-01", months: [], tables };
  expect(reachOfFact({ tables: ["requests", "deals", "names"] }, reach)).toEqual({
    from: "2026-02-01",
    begun: "2026-08-28",
    until: "2026-09-20",
  });
});

describe("coveredUntil(engine, fact, begun, made)", () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
    const request = (opened_at: string, resolved_at: string) => ({ opened_at, resolved_at });
    await workshop.stage({
      service_requests: [request("2026-08-20 09:00", "2026-08-21 09:00"), request("2026-08-28 09:00", "2026-09-15 09:00")],
    });
  });
  afterAll(() => workshop.engine.close());

  test.each([
    ["requests", "opened_on", "what begins is known up to the last beginning", "2026-08-28"],
    ["resolutions", "resolved_on", "what becomes of it is known as far as it is followed", "2026-10-01"],
  ])("%s by %s: %s", async (id, time, _, until) => {
    await workshop.rowsOfFact(id);
    expect(await coveredUntil(workshop.engine, { id, time }, "2026-08-28", "2026-10-01")).toBe(until);
  });
});
