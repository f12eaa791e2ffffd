import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-02-${String(10 + (at % 18))}`;

/** What `sources.yaml` says once a folder holds this file. */
const exportsOf = async (name: string, text: string) => (await initOf(folderOf({ [name]: text }))).exports;

test("types of a table's own records are no kinds of others, though one is called as another table's records are", async () => {
  const kinds = ["Question", "Incident", "Feature Request"];
  const tickets = rows(30, (at) => `${at},${day(at)} 09:00:00,Open,${kinds[at % 3]},${at % 2 ? "Support" : "Billing"}`);
  const { service_requests } = await exportsOf("tickets.csv", csv("Ticket ID,Created time,Status,Type,Group", ...tickets));
  expect(service_requests).toMatchObject({ columns: { request_type: "Type", department: "Group" } });
  expect(service_requests).not.toHaveProperty("where");
});

test("of an order whose amount stands in the first of its lines, the others are set aside", async () => {
  const lines = rows(30, (at) => [`#${at},${day(at)},CNY,${at}00.00,Mug`, ...(at % 2 ? [`#${at},${day(at)},,,Cup`] : [])].join("\n"));
  const { orders } = await exportsOf("shop.csv", csv("Order number,Created at,Currency,Total,Lineitem name", ...lines));
  expect(orders).toMatchObject({ where: { Total: { not: [""] } } });
  expect(orders).not.toHaveProperty("sql");
});

test("an order that was never paid is set aside", async () => {
  const orders = rows(30, (at) => `E${at},${day(at)} 10:00:00,${at}9.00,${["交易完成", "交易关闭", "等待买家付款"][at % 3]}`);
  const found = await exportsOf("订单.csv", csv("订单号,订单创建时间,订单实付金额,订单状态", ...orders));
  expect(found["orders"]).toMatchObject({
    where: { 订单状态: { not: ["交易关闭", "等待买家付款"] } },
    columns: { amount_cny: "订单实付金额" },
  });
});

test("headers may begin with what the records are", async () => {
  const deals = rows(30, (at) => `${at},${at % 2 ? "Won" : "Lost"},${at}00,${day(at)} 10:00:00,${day(at + 1)} 10:00:00`);
  const found = await exportsOf(
    "deals.csv",
    csv("Deal - ID,Deal - Status,Deal - Value,Deal - Deal created,Deal - Deal closed on", ...deals),
  );
  expect(found["deals"]).toMatchObject({
    columns: { deal_id: "Deal - ID", outcome: "Deal - Status", amount_cny: "Deal - Value", closed_on: "Deal - Deal closed on" },
  });
});

test("a question in few words is one where it stands among others", async () => {
  const questions = "Requests are answered in time,Handovers are complete,I know who is responsible,Meetings end with decisions";
  const answers = rows(
    30,
    (at) => `02/${10 + (at % 18)}/2026 10:00:00,Sales,${rows(4, (item) => String(((at + item) % 5) + 1)).join(",")}`,
  );
  const { survey } = await exportsOf("Responses.csv", csv(`Timestamp,Which department are you in?,${questions}`, ...answers));
  expect(survey).toMatchObject({
    unpivot: { columns: questions.split(",") },
    columns: { department: "Which department are you in?", item: "题目", score: "得分" },
  });
});

test("the line of an order is no name of its product", async () => {
  const lines = rows(40, (at) => `${100 + (at >> 1)};${10 * ((at % 2) + 1)};${day(at)};C${at % 5};MAT-${at % 3};${at}00,50`);
  const text = csv("Sales Document;Item (SD);Document Date;Sold-to party;Material;Net value", ...lines);
  const found = await exportsOf("list.csv", text);
  expect(found["orders"]).toMatchObject({ columns: { order_id: "Sales Document", line: "Item (SD)", product_id: "Material" } });
  expect(found).not.toHaveProperty("products.columns.product", "Item (SD)");
});

test("a number below the header # is that of a ticket, of which weekly files repeat some", async () => {
  const ticket = (at: number) => `${31000 + at},${day(at)} 09:00,${at % 5 ? `${day(at)} 15:30` : ""},Lab`;
  const week = (from: number) => csv("#,Created At,Closed At,Group", ...rows(30, (at) => ticket(from + at)));
  const files = { "tickets-W10.csv": week(0), "tickets-W11.csv": week(25) };
  expect((await initOf(folderOf(files))).exports["service_requests"]).toMatchObject({
    files: "tickets-W*.csv",
    columns: { request_id: "#" },
  });
  expect(await stagedBy(files)).toMatchObject({ service_requests: { accepted: 55, replaced: 5, rejected: 0 } });
});
