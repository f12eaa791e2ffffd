import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coverageOf, reachOfFact } from "../../scripts/facts/coverage.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const FIRST = parseMonth("2026-01");

describe("reachOfFact(fact, reach)", () => {
  const reach = (asOf: string, begun: string) => ({
    ...{ first: FIRST, asOf, until: asOf, months: [] },
    tables: { requests: { from: "2026-01-05", begun, until: asOf } },
  });

  test.each([
    ["flow", "2026-08-28", "2026-10-01"],
    ["presence", "2026-08-28", "2026-08-28"],
    ["stock", "2026-08-28", "2026-07-31"],
    ["stock", "2026-08-31", "2026-08-31"],
    ["stock", "2026-10-01", "2026-10-01"],
  ] as const)("of a %s of a table in which records have begun until %s is up to %s", (over, begun, until) => {
    const fact = { tables: ["requests", "names"], over };
    expect(reachOfFact(fact, reach("2026-10-01", begun))).toEqual({ from: "2026-01-05", begun, until });
  });
});

describe("coverageOf(engine, fact, reached)", () => {
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
    const reached = { from: "2026-08-01", begun: "2026-08-28", until: "2026-10-01" };
    expect(await coverageOf(workshop.engine, { id, time }, reached)).toEqual({ from: "2026-08-01", until });
  });
});
