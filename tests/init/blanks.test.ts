import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

test("what stands where nothing is there is said once, and becomes no department", async () => {
  const tickets = rows(40, (at) => `T${at},${day(at)},${at % 4 ? day(at) : "0000-00-00"},${at % 5 ? "Lab" : "?"}`);
  const { exports, sources, reference } = await initOf(
    folderOf({ "tickets.csv": csv("Ticket ID,Created at,Resolved at,Assignment group", ...tickets) }),
  );
  expect(exports["service_requests"]).toMatchObject({
    columns: { resolved_at: "Resolved at", department: "Assignment group" },
    missing: ["-", "N/A", "NULL", "无", "0000-00-00", "?"],
  });
  expect(sources).toContain("# 请核对：当作没有值（格数）：0000-00-00 10、? 8 ·");
  expect(reference("departments.csv")).not.toContain("?");
});

test("a word that may be a name says that nothing is there only among days and numbers", async () => {
  const deals = rows(40, (at) => `D${at},${day(at)},${at % 4 ? day(at) : "NA"},${at},${at % 2 ? "NA" : "EU"}`);
  const { exports } = await initOf(folderOf({ "deals.csv": csv("Deal ID,Opened on,Closed on,Amount,Region", ...deals) }));
  expect(exports["deals"]).toMatchObject({ columns: { closed_on: "Closed on", region: "Region" }, values: { closed_on: { NA: "" } } });
  expect(exports["deals"]).not.toHaveProperty("missing");
});

test("records without the day that each must have are set aside where they are many", async () => {
  const deals = (without: number) => rows(400, (at) => `D${at},${at < without ? "" : day(at)},Won,${at}`);
  const made = (without: number) => initOf(folderOf({ "deals.csv": csv("Deal ID,Opened on,Outcome,Amount", ...deals(without)) }));
  const many = await made(40);
  expect(many.exports["deals"]).toMatchObject({ where: { "Opened on": { not: [""] } } });
  expect(many.sources).toContain(
    "# Opened on: 请核对：没有 opened_on 的不算（40 行） · check: records without opened_on do not count (40)",
  );
  expect((await made(2)).exports["deals"]).not.toHaveProperty("where");
});

test("a letter among scores says that nobody answered", async () => {
  const answers = rows(60, (at) => `R${at},${day(at)},Lab,Item ${at % 3},${at % 9 ? 1 + (at % 5) : "X"}`);
  const { exports } = await initOf(folderOf({ "survey.csv": csv("Respondent,Survey Date,Department,Question,Response", ...answers) }));
  expect(exports["survey"]).toMatchObject({ columns: { score: "Response", quarter: "Survey Date" }, values: { score: { X: "" } } });
});

test("products without a name get one, so that their orders count", async () => {
  const products = rows(40, (at) => `P${at},${at % 4 ? `Chair ${at}` : ""},Line ${at % 3}`);
  const orders = rows(40, (at) => `O${at},${day(at)},C1,P${at},5`);
  const files = {
    "products.csv": csv("Product code,Product name,Product line", ...products),
    "orders.csv": csv("Order No,Order date,Customer ID,Product code,Amount", ...orders),
  };
  expect(await stagedBy(files)).toMatchObject({ products: { accepted: 40, rejected: 0 }, orders: { accepted: 40, rejected: 0 } });
});

test("a day that only the first line of an order has leaves no line out", async () => {
  const lines = rows(60, (at) => `O${at >> 1},${at % 2 ? "" : day(at)},C1,P${at % 5},${at}`);
  const { exports } = await initOf(folderOf({ "sales.csv": csv("Order No,Order date,Customer ID,Product,Amount", ...lines) }));
  expect(exports["orders"]).not.toHaveProperty("where");
});
