import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { valuesBy } from "./values-by.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

/** Orders with a customer each, of which every three are one person. */
const ORDERS = csv("order_id,customer_id,order_date,amount", ...rows(60, (at) => `o${at},c${at},${day(at)},${100 + at}`));
const CUSTOMERS = csv(
  "customer_id,customer_unique_id,customer_zip,customer_state",
  ...rows(60, (at) => `c${at},u${at % 20},${1000 + (at % 7)},${["North", "South"][at % 2]}`),
);

describe("where each order has a customer of its own", () => {
  test("those who order again are taken from the list that knows these customers, with where they are", async () => {
    const files = { "orders.csv": ORDERS, "customers.csv": CUSTOMERS };
    const { exports, sources, unused } = await initOf(folderOf(files));
    expect(exports["orders"]).toMatchObject({
      lookup: {
        file: "customers.csv",
        key: { customer_id: "customer_id" },
        columns: { region: "customer_state", customer_unique_id: "customer_unique_id" },
      },
      columns: { customer_id: "customer_unique_id" },
    });
    expect(sources).toContain("check: customer_id differs in nearly every order: customer_unique_id of customers.csv is taken");
    expect(unused).toEqual([]);
    const people = await valuesBy(files, "orders", ["customer_id"]);
    expect(new Set(people.flat()).size).toBe(20);
  });

  test("another id in the file itself is taken", async () => {
    const orders = rows(60, (at) => `o${at},c${at},u${at % 20},${day(at)},${100 + at}`);
    const { exports, sources } = await initOf(folderOf({ "orders.csv": csv("Order ID,Customer ID,User ID,Order date,Amount", ...orders) }));
    expect(exports).toHaveProperty("orders.columns.customer_id", "User ID");
    expect(sources).toContain("check: Customer ID differs in nearly every order: User ID is taken");
  });

  test("and nothing knows better, that is said", async () => {
    const { exports, sources } = await initOf(folderOf({ "orders.csv": ORDERS }));
    expect(exports).not.toHaveProperty("orders.lookup");
    expect(sources).toContain("customer_id differs in nearly every order, so that none comes back");
  });
});

test("customers who order again are not doubted", async () => {
  const orders = rows(60, (at) => `o${at},c${at % 25},${day(at)},${100 + at}`);
  const { sources } = await initOf(folderOf({ "orders.csv": csv("order_id,customer_id,order_date,amount", ...orders) }));
  expect(sources).not.toContain("differs in nearly every order");
});
