import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

test("a complaint is of what it says itself, or else of what its order says", async () => {
  const orders = [
    { order_id: "O-1", own: "retrofit" },
    { order_id: "O-2", own: "not_stated" },
  ];
  const after_sales = [
    { case_id: "C-1", order_id: "O-1", own: "new_build" },
    { case_id: "C-2", order_id: "O-1" },
    { case_id: "C-3", order_id: "O-2" },
    { case_id: "C-4", order_id: null },
  ].map((row) => ({ ...row, opened_on: "2026-02-01", kind: "complaint" }));
  await workshop.stage({ orders, after_sales });
  const rows = await workshop.rowsOfFact("after_sales_cases");
  expect(rows.map(({ own }) => own).sort()).toEqual(["new_build", "not_stated", "not_stated", "retrofit"]);
});

test("a request that was cancelled and opened again is promised by what it said at last", async () => {
  const request = { request_type: "quote", department: "rnd", deal_id: "D-1" };
  const service_requests = [
    { ...request, request_id: "R-1", opened_at: "2026-02-02 09:00", cancelled_at: "2026-02-03 09:00", own: "retrofit" },
    { ...request, request_id: "R-2", opened_at: "2026-02-04 09:00", resolved_at: "2026-02-05 09:00", own: "new_build" },
  ];
  const sla = [{ ...request, promise: "resolution", clock: "working_days", time_limit: 5, valid_from: "2026-01-01", valid_to: null }].map(
    ({ deal_id: _, ...rule }) => rule,
  );
  await workshop.stage({ service_requests, sla });
  expect((await workshop.rowsOfFact("promises")).map(({ own }) => own)).toEqual(["new_build"]);
  expect((await workshop.rowsOfFact("requests")).map(({ own }) => own).sort()).toEqual(["new_build", "retrofit"]);
});
