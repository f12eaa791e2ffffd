import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, type GivenTables, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

async function factOf(id: string, given: GivenTables) {
  await workshop.stage(given, { from: "2026-01", asOf: "2026-04-30" });
  return workshop.rowsOfFact(id);
}

const line = (order_id: string, number: string, given: Given = {}): Given => ({
  order_id,
  line: number,
  ordered_on: "2026-02-10",
  amount_cny: 10,
  ...given,
});

describe("the currency of orders", () => {
  const inCurrencies = (...currencies: (string | null)[]) =>
    factOf("order_lines", {
      orders: currencies.map((currency, at) => ({ order_id: `${at}`, ordered_on: "2026-02-10", amount_cny: 8, currency })),
    });

  test.each<[string, (string | null)[], string[]]>([
    ["is a dimension where there are several", ["CNY", "usd", "EUR"], ["CNY", "EUR", "USD"]],
    ["is one beside orders that say none, which are in the company's own", ["USD", null], ["USD", "not_stated"]],
    ["is none where all are in one", ["CNY", "CNY"], ["not_stated", "not_stated"]],
    ["is none where no order says one", [null, null], ["not_stated", "not_stated"]],
  ])("%s", async (_, currencies, expected) => {
    expect((await inCurrencies(...currencies)).map((row) => row["order_currency"]).sort()).toEqual(expected);
  });
});

test("states of orders say which were cancelled, as far as that is recorded", async () => {
  const order_states = [
    { order_id: "A", ordered_on: "2026-02-10", state: "已发货", is_cancelled: false },
    { order_id: "B", ordered_on: "2026-02-11", state: "已取消", is_cancelled: true },
    { order_id: "C", ordered_on: "2026-02-12", state: "待发货", is_cancelled: null },
  ];
  const rows = await factOf("order_states", { order_states });
  expect(rows.map((row) => [row["ordered_on"], row["order_state"], row["is_cancelled"]]).sort()).toEqual([
    ["2026-02-10", "已发货", false],
    ["2026-02-11", "已取消", true],
    ["2026-02-12", "待发货", false],
  ]);
});

describe("orders of several lines", () => {
  const orders = [
    line("A", "1", { amount_cny: 30, cost_cny: 12, product_line: "valves" }),
    line("A", "2", { amount_cny: 70, product_line: "pumps" }),
    line("B", "1", { amount_cny: 50, cost_cny: 20, product_line: "valves" }),
    { order_id: "C", ordered_on: "2026-02-11", amount_cny: 8 },
  ];

  test("count by their largest line, each with its margin where it has a cost", async () => {
    const rows = await factOf("order_lines", { orders });
    expect(rows.map((row) => [row["amount_cny"], row["product_line"], row["is_order"], row["margin_cny"], row["costed_cny"]])).toEqual(
      expect.arrayContaining([
        [30, "valves", false, 18, 30],
        [70, "pumps", true, null, null],
        [50, "valves", true, 30, 50],
        [8, "not_stated", true, null, null],
      ]),
    );
    expect(rows).toHaveLength(4);
  });

  test("of two largest lines count by the first by name", async () => {
    const rows = await factOf("order_lines", { orders: [line("A", "2", { region: "east" }), line("A", "1", { region: "west" })] });
    expect(rows.filter((row) => row["is_order"]).map((row) => row["region"])).toEqual(["west"]);
  });

  test("are sold once, unless after-sales cases name lines", async () => {
    const perOrder = await factOf("sold", { orders, after_sales: [{ order_id: "A", kind: "return" }] });
    expect(perOrder.map((row) => row["product_line"]).sort()).toEqual(["not_stated", "pumps", "valves"]);
    const perLine = await factOf("sold", { orders, after_sales: [{ order_id: "A", line: "1", kind: "return" }] });
    expect(perLine.map((row) => row["product_line"]).sort()).toEqual(["not_stated", "pumps", "valves", "valves"]);
  });

  test("give a case the product line of the line that it names, or else of the largest", async () => {
    const after_sales = [
      { case_id: "1", order_id: "A", line: "1", kind: "return" },
      { case_id: "2", order_id: "A", kind: "return" },
      { case_id: "3", order_id: "C", kind: "return" },
      { case_id: "4", order_id: null, kind: "return" },
    ];
    const rows = await factOf("after_sales_cases", { orders, after_sales });
    expect(rows.map((row) => row["product_line"]).sort()).toEqual(["not_stated", "not_stated", "pumps", "valves"]);
  });
});

test("after-sales cases have their kind, their cause and what was paid back, and the product line of their order", async () => {
  const orders = [{ order_id: "A", amount_cny: 100, product_line: "pumps" }];
  const after_sales = [
    { case_id: "1", order_id: "A", kind: "return", cause: "defect", refund_cny: 90 },
    { case_id: "2", order_id: "A", kind: "complaint" },
  ];
  const rows = await factOf("cases_by_cause", { orders, after_sales });
  expect(rows.map((row) => [row["case_kind"], row["case_cause"], row["product_line"], row["refund_cny"]]).sort()).toEqual([
    ["complaint", "not_stated", "pumps", null],
    ["return", "defect", "pumps", 90],
  ]);
});

describe("documents that take back", () => {
  const orders = [
    line("A", "1", { amount_cny: 100, customer_id: "C-1" }),
    line("A", "2", { amount_cny: -10, customer_id: "C-1" }),
    line("A", "3", { amount_cny: -40, customer_id: "C-1", ordered_on: "2026-03-02" }),
    line("B", "1", { amount_cny: -100, customer_id: "C-1", ordered_on: "2026-03-10" }),
    line("B", "2", { amount_cny: 5, customer_id: "C-1", ordered_on: "2026-03-10" }),
    { order_id: "C", amount_cny: -20, customer_id: "C-2", ordered_on: "2026-03-10" },
    { order_id: "D", amount_cny: 0, customer_id: "C-3", ordered_on: "2026-03-10" },
  ];

  test("are no orders, and their amounts stay", async () => {
    const rows = await factOf("order_lines", { orders });
    const standing = (flag: string) => rows.filter((row) => row[flag]).map((row) => row["amount_cny"]);
    expect(standing("is_order").sort()).toEqual([0, 100]);
    expect(standing("is_take_back").sort()).toEqual([-20, 5]);
    expect(rows.reduce((sum, row) => sum + (row["amount_cny"] as number), 0)).toBe(-65);
  });

  test("are not sold, nor are lines that take back", async () => {
    const perOrder = await factOf("sold", { orders });
    expect(perOrder.map((row) => row["ordered_on"]).sort()).toEqual(["2026-02-10", "2026-03-10"]);
    const perLine = await factOf("sold", { orders, after_sales: [{ order_id: "A", line: "1", kind: "return" }] });
    expect(perLine).toHaveLength(2);
  });

  test("make no day on which a customer ordered", async () => {
    const rows = await factOf("customer_days", { orders });
    expect(rows.map((row) => [row["customer_id"], row["ordered_on"]]).sort()).toEqual([
      ["C-1", "2026-02-10"],
      ["C-3", "2026-03-10"],
    ]);
  });
});

test("the product line of a product wins over that of the order", async () => {
  const orders = [
    { order_id: "A", ordered_on: "2026-02-10", amount_cny: 1, product_id: "P", product_line: "pumps" },
    { order_id: "B", ordered_on: "2026-02-10", amount_cny: 1, product_id: "Q", product_line: "pumps" },
  ];
  const products = [
    { product_id: "P", product_line: "valves" },
    { product_id: "Q", product_line: "not_stated" },
  ];
  const rows = await factOf("sales", { orders, products });
  expect(rows.map((row) => row["product_line"]).sort()).toEqual(["pumps", "valves"]);
});

describe("deals", () => {
  const deals = [
    { deal_id: "1", opened_on: "2026-01-10", closed_on: "2026-02-09", outcome: "won", amount_cny: 100, stage: "closed" },
    { deal_id: "2", opened_on: "2026-01-10", closed_on: "2026-02-09", outcome: "lost", amount_cny: 50, stage: "closed" },
    { deal_id: "3", opened_on: "2026-02-20", stage: "offer", amount_cny: 70 },
  ];

  test("that are closed have an amount and a duration when they were won", async () => {
    const rows = await factOf("closed_deals", { deals });
    expect(rows.map((row) => [row["is_won"], row["won_cny"], row["days_to_win"]])).toEqual(
      expect.arrayContaining([
        [true, 100, 30],
        [false, null, null],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  test("that late collaboration lost show their amount in no month in which they were open", async () => {
    const lost = { closed_on: "2026-02-09", outcome: "lost", lost_reason: "late_collaboration" };
    const rows = await factOf("open_deals", { deals: [{ deal_id: "1", opened_on: "2026-01-10", amount_cny: 100, ...lost }] });
    expect(rows.map((row) => [row["last_day"], row["pipeline_cny"]])).toEqual([["2026-01-31", null]]);
    const closed = await factOf("closed_deals", { deals: [{ deal_id: "1", opened_on: "2026-01-10", amount_cny: 100, ...lost }] });
    expect(closed.map((row) => row["won_cny"])).toEqual([null]);
  });

  test("are open at the end of each month until they are closed, in a stage that is known only of those still open", async () => {
    const rows = await factOf("open_deals", { deals });
    const at = (day: string) =>
      rows
        .filter((row) => row["last_day"] === day)
        .map((row) => [row["deal_stage"], row["pipeline_cny"]])
        .sort();
    expect(at("2026-01-31")).toEqual([
      ["not_stated", 100],
      ["not_stated", 50],
    ]);
    expect(at("2026-02-28")).toEqual([["offer", 70]]);
    expect(at("2026-04-30")).toEqual([["offer", 70]]);
  });
});
