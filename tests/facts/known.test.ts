import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingEvidence } from "../../scripts/facts/known.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const won = (deal_id: string, amount_cny: number) => ({ deal_id, amount_cny, outcome: "won", closed_on: "2026-02-01" });
const open = (deal_id: string, amount_cny: number | null) => ({ deal_id, amount_cny, outcome: null });

describe("the pipeline", () => {
  test.each([
    ["is known where most open deals have an amount", [won("1", 9), open("2", 5), open("3", 6), open("4", null)], []],
    ["is not known where only deals that are over have one", [won("1", 9), open("2", null)], ["pipeline_cny"]],
    ["nor where those open have 0, or few have one", [won("1", 9), open("2", 0), open("3", null), open("4", 5)], ["pipeline_cny"]],
    ["nor where no deal is open", [won("1", 9)], ["pipeline_cny"]],
  ])("%s", async (_, deals, figures) => {
    await workshop.stage({ deals });
    const fact = workshop.facts.find(({ id }) => id === "open_deals");
    const missing = await missingEvidence(workshop.engine, fact?.known ?? []);
    expect(missing.flatMap((evidence) => evidence.figures)).toEqual(figures);
  });
});
