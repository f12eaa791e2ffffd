import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingEvidence } from "../../scripts/facts/known.ts";
import { type GivenTables, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const won = (deal_id: string, amount_cny: number) => ({ deal_id, amount_cny, outcome: "won", closed_on: "2026-02-01" });
const open = (deal_id: string, amount_cny: number | null) => ({ deal_id, amount_cny, outcome: null });

/** Figures of a fact that are not known of some tables. */
async function unknownIn(id: string, tables: GivenTables): Promise<string[]> {
  await workshop.stage(tables);
  const fact = workshop.facts.find((each) => each.id === id);
  const missing = await missingEvidence(workshop.engine, fact?.known ?? []);
  return [...new Set(missing.flatMap(({ figures }) => figures))];
}

describe("the pipeline", () => {
  test.each([
    ["is known where most open deals have an amount", [won("1", 9), open("2", 5), open("3", 6), open("4", null)], []],
    ["is not known where only deals that are over have one", [won("1", 9), open("2", null)], ["pipeline_cny"]],
    ["nor where those open have 0, or few have one", [won("1", 9), open("2", 0), open("3", null), open("4", 5)], ["pipeline_cny"]],
    ["nor where no deal is open", [won("1", 9)], ["pipeline_cny"]],
  ])("%s", async (_, deals, figures) => {
    expect(await unknownIn("open_deals", { deals })).toEqual(figures);
  });
});

describe("of requests", () => {
  const judged = { sla_met: true, resolved_at: "2026-01-16 12:00" };

  test.each([
    ["overdue ones are not known by what became of promises alone, without any limit", "open_requests", judged, ["is_overdue"]],
    ["nor is the time on the clock of the limit", "promises", judged, ["clock_hours", "limit_hours", "is_met_by_current_rule", "has_rule"]],
    ["overdue ones are known by a due time", "open_requests", { ...judged, due_at: "2026-01-17 12:00" }, []],
    [
      "the step after a response is not known where no response is",
      "resolutions",
      { resolved_at: "2026-01-16 12:00", assigned_at: "2026-01-15 13:00", output_delivered: "quote" },
      ["hours_to_response", "hours_to_resolution"],
    ],
  ])("%s", async (_, id, given, figures) => {
    expect(await unknownIn(id, { service_requests: [{ department: "it", request_type: "account", ...given }] })).toEqual(figures);
  });
});
