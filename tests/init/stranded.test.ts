import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

test("a follow-up of leads that no column says were assigned is not taken, and that is said", async () => {
  const leads = rows(30, (at) => `L${at},${day(at)},Fair,${day(at)} 09:00`);
  const files = { "leads.csv": csv("Lead ID,Created date,Lead source,First contacted at", ...leads) };
  const { exports, sources } = await initOf(folderOf(files));
  expect(exports["leads"]?.["columns"]).not.toHaveProperty("followed_up_at");
  expect(sources).toContain("First contacted at is not taken for followed_up_at, which needs assigned_at");
  expect((await stagedBy(files))["leads"]).toMatchObject({ accepted: 30, rejected: 0 });
});

test("nor is an outcome of deals that never close, and what rests on it", async () => {
  const deals = rows(30, (at) => `D${at},${day(at)},${at % 2 ? "Won" : "Lost"},${at % 2 ? "" : "Price"},5`);
  const { exports } = await initOf(folderOf({ "deals.csv": csv("Deal ID,Opened on,Outcome,Lost reason,Amount", ...deals) }));
  expect(Object.keys(exports["deals"]?.["columns"] as object)).toEqual(["deal_id", "opened_on", "amount_cny"]);
});
