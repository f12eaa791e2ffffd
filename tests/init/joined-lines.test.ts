import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { ordersBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;
const order = (at: number) => `O${at},${day(at)},C${at % 5}`;
// two of each order; 2 × 60 × 0.5 + 2 × (0 + … + 59) together
const lines = rows(60, (at) => `O${at >> 1},P${at % 7},2,${at}.50`);
const REVENUE = 3600;

const filesOf = (orders: readonly string[], items: readonly string[] = lines, header = "Order No,Order date,Customer ID") => ({
  "orders.csv": csv(header, ...orders),
  "items.csv": csv("Order No,Product code,Qty,Unit price", ...items),
});

describe("orders without an amount", () => {
  test("take it, and what they are of, from the file of their lines", async () => {
    const files = filesOf(rows(30, order));
    const { exports, unused, sources } = await initOf(folderOf(files));
    expect(exports["orders"]).toMatchObject({ files: "orders.csv", with: { lines: "items.csv" } });
    expect(unused).toEqual([]);
    expect(sources).toContain("lines are taken from items.csv, and the amount is Qty × Unit price");
    expect(sources).not.toContain("without lines");
    expect(await ordersBy(files)).toMatchObject({ accepted: 60, rejected: 0, revenue: REVENUE });
  });

  test("are rejected where they have no lines; lines without an order are counted as well", async () => {
    const files = filesOf(rows(32, order), [...lines, ...rows(3, () => "X1,P1,2,1.50")]);
    const { sources } = await initOf(folderOf(files));
    expect(sources).toContain("2 orders without lines, rejected for want of an amount; 3 lines without an order, not used");
    expect(await ordersBy(files)).toMatchObject({ accepted: 60, rejected: 2, set_aside: 0, revenue: REVENUE });
  });

  test.each([
    ["one", 1],
    ["many", 12],
  ])("have each line once where %s of them stands there twice", async (_, copies) => {
    const orders = rows(30, order);
    expect(await ordersBy(filesOf([...orders, ...orders.slice(0, copies)]))).toMatchObject({ accepted: 60, rejected: 0, revenue: REVENUE });
  });

  test("are as they were changed last, where several records of one say when", async () => {
    const versions = rows(60, (at) => `${order(at >> 1)},${at % 2 ? "South" : "North"},2026-07-0${1 + (at % 2)} 09:00`);
    const files = filesOf(versions, lines, "Order No,Order date,Customer ID,Region,Updated at");
    expect(await ordersBy(files)).toMatchObject({ accepted: 60, set_aside: 30, rejected: 0, revenue: REVENUE });
  });
});
