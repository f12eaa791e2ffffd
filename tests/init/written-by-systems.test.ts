import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

test("an order of Shopify counts once, by what was paid for its goods", async () => {
  const header = "Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price";
  const lines = Array.from({ length: 30 }, (_, at) => [
    `#${1000 + at},a@x.example,${at % 10 ? "paid" : "voided"},CNY,${90 + at}.00,${95 + at}.00,${day(at)} 10:00:00 +0100,1,Mug,50.00`,
    `#${1000 + at},a@x.example,,,,,${day(at)} 10:00:00 +0100,1,Pen,45.00`,
  ]);
  const files = { "orders_export.csv": csv(header, ...lines.flat()) };
  const { exports } = await initOf(folderOf(files));
  expect(exports["orders"]).toMatchObject({ columns: { order_id: "Name", amount_cny: "Subtotal" } });
  expect((await stagedBy(files))["orders"]).toMatchObject({ accepted: 27, set_aside: 33, rejected: 0 });
});

test("cases of a log in XES are opened by their first event; which events end them is asked", async () => {
  const events = Array.from({ length: 20 }, (_, at) => [
    `Case ${at},Received,${day(at)}T09:00:00+00:00,u1`,
    `Case ${at},Checked,${day(at)}T10:00:00+00:00,u2`,
    `Case ${at},Paid out,${day(at)}T11:00:00+00:00,u3`,
  ]);
  const { exports, sources } = await initOf(
    folderOf({ "log.csv": csv("case:concept:name,concept:name,time:timestamp,org:resource", ...events.flat()) }),
  );
  expect(exports["service_requests"]).toMatchObject({
    events: { key: "case:concept:name", time: "time:timestamp", columns: { opened_at: { first: "time:timestamp" } } },
  });
  expect(sources).toContain("no event of concept:name is known as a response, an end or a withdrawal: Received、Checked、Paid out");
});

test("leads of Pipedrive without an ID are told apart by their titles", async () => {
  const leads = rows(30, (at) => `Lead ${at},Kim,Fair,${day(at)} 08:00:00,5`);
  const header = "Lead - Title,Lead - Owner,Lead - Source,Lead - Lead created,Lead - Value";
  const { exports } = await initOf(folderOf({ "leads.csv": csv(header, ...leads) }));
  expect(exports["leads"]).toMatchObject({
    columns: { lead_id: "Lead - Title", source: "Lead - Source", created_on: "Lead - Lead created" },
  });
});
