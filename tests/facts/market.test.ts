import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** The first order of the data, by a customer and of a product that nothing else is about. */
const OLDEST: Given = { order_id: "O-0", ordered_on: "2024-12-15", customer_id: "C-0", product_id: "P-0", region: "R", amount_cny: 1 };

async function factOf(id: string, { orders = [], products = [] }: { orders?: Given[]; products?: Given[] }, span: Span) {
  await workshop.stage({ orders: [OLDEST, ...orders], products: [{ product_id: "P-0" }, ...products] }, span);
  return workshop.rowsOfFact(id);
}

describe("active customers", () => {
  const span: Span = { from: "2024-12", asOf: "2026-03-18" };
  const order = (ordered_on: string, given: Given = {}): Given => ({ customer_id: "C-1", region: "east", ordered_on, ...given });
  const activeOn = async (day: string, orders: Given[], over = span) =>
    (await factOf("active_customers", { orders }, over))
      .filter((row) => row["last_day"] === day && row["region"] !== "R")
      .map((row) => [row["region"], row["is_repeat"]]);

  test.each<[string, string[], [string, boolean][]]>([
    ["with one order is active once", ["2025-06-01"], [["east", false]]],
    ["with orders on two days repeats", ["2025-06-01", "2025-09-01"], [["east", true]]],
    ["with two orders on the same day does not", ["2025-06-01", "2025-06-01"], [["east", false]]],
    ["with an order on the first day of the window is active", ["2025-02-01"], [["east", false]]],
    ["with an order the day before it is not", ["2025-01-31"], []],
    ["whose earlier order is before the window does not repeat", ["2025-01-31", "2025-02-01"], [["east", false]]],
    ["whose two orders are on the window's first and last day repeats", ["2025-02-01", "2026-01-31"], [["east", true]]],
    ["with an order after the month's end is not yet active", ["2026-02-01"], []],
    ["with a later order is not hidden by it", ["2025-06-01", "2026-02-10"], [["east", false]]],
  ])("a customer %s at the end of January 2026", async (_, days, expected) => {
    expect(
      await activeOn(
        "2026-01-31",
        days.map((day) => order(day)),
      ),
    ).toEqual(expected);
  });

  test("is counted in the region of the latest order up to the month's end", async () => {
    const orders = [order("2025-06-01"), order("2025-12-01", { region: "west" }), order("2026-02-01", { region: "south" })];
    expect(await activeOn("2026-01-31", orders)).toEqual([["west", true]]);
    expect(await activeOn("2026-02-28", orders)).toEqual([["south", true]]);
  });

  test("of an unfinished month has the 12 months up to the day up to which the data reach", async () => {
    expect(await activeOn("2026-03-18", [order("2025-03-19")])).toEqual([["east", false]]);
    expect(await activeOn("2026-03-18", [order("2025-03-18")])).toEqual([]);
  });

  test("begins when the orders reach 12 months back", async () => {
    const rows = await factOf("active_customers", { orders: [order("2025-10-01")] }, span);
    expect(rows.map((row) => row["last_day"]).sort()[0]).toBe("2025-12-31");
    expect(new Set(rows.map((row) => row["last_day"])).size).toBe(4);
  });

  test("of a leap year's February looks back to the first of March", async () => {
    const leap: Span = { from: "2026-12", asOf: "2028-03-31" };
    expect(await activeOn("2028-02-29", [order("2027-03-01")], leap)).toEqual([["east", false]]);
    expect(await activeOn("2028-02-29", [order("2027-02-28")], leap)).toEqual([]);
  });
});

describe("customers of the year before", () => {
  const span: Span = { from: "2023-12", asOf: "2026-01-31" };
  const oldest: Given = { ...OLDEST, ordered_on: "2023-12-15", region: "R" };
  const order = (ordered_on: string, given: Given = {}): Given => ({ customer_id: "C-1", region: "east", ordered_on, ...given });
  const earlierOn = async (day: string, orders: Given[], over = span) =>
    (await factOf("earlier_customers", { orders: [oldest, ...orders] }, over))
      .filter((row) => row["last_day"] === day && row["region"] !== "R")
      .map((row) => [row["region"], row["is_back"]]);

  test.each<[string, string[], [string, boolean][]]>([
    ["with an order in that year only have not come back", ["2024-06-01"], [["east", false]]],
    ["with an order in both years have", ["2024-06-01", "2025-06-01"], [["east", true]]],
    ["count once, however many orders they had", ["2024-06-01", "2024-07-01", "2025-06-01", "2025-07-01"], [["east", true]]],
    ["with an order on its first day count", ["2024-02-01"], [["east", false]]],
    ["with an order the day before it do not", ["2024-01-31"], []],
    ["with an order on its last day, and on the first after it, have come back", ["2025-01-31", "2025-02-01"], [["east", true]]],
    ["with orders in the latest year only do not count", ["2025-02-01"], []],
    ["who came back after the month’s end have not yet", ["2024-06-01", "2026-02-01"], [["east", false]]],
  ])("%s at the end of January 2026", async (_, days, expected) => {
    expect(
      await earlierOn(
        "2026-01-31",
        days.map((day) => order(day)),
      ),
    ).toEqual(expected);
  });

  test("are counted in the region of their latest order of that year", async () => {
    const orders = [order("2024-06-01"), order("2024-12-01", { region: "west" }), order("2025-06-01", { region: "south" })];
    expect(await earlierOn("2026-01-31", orders)).toEqual([["west", true]]);
  });

  test("begin when the orders reach 24 months back", async () => {
    const rows = await factOf("earlier_customers", { orders: [oldest, order("2024-06-01")] }, span);
    expect([...new Set(rows.map((row) => row["last_day"]))].sort()).toEqual(["2025-12-31", "2026-01-31"]);
  });

  test("of a year that ends in a leap day begin on the first of March", async () => {
    const leap: Span = { from: "2026-01", asOf: "2029-02-28" };
    const first = { ...oldest, ordered_on: "2026-01-01" };
    const onLeap = async (day: string) =>
      (await factOf("earlier_customers", { orders: [first, order(day)] }, leap)).filter((row) => row["last_day"] === "2029-02-28");
    expect(await onLeap("2027-03-01")).toHaveLength(1);
    expect(await onLeap("2027-02-28")).toHaveLength(0);
  });
});

describe("launches", () => {
  const product = (launched_on: string | null): Given => ({ product_id: "P-1", product_line: "sensors", launched_on });
  const order = (ordered_on: string, amount_cny: number): Given => ({ product_id: "P-1", ordered_on, amount_cny });
  const span = (asOf: string): Span => ({ from: "2024-12", asOf });

  test("first three months: from the day of launch to the day before the same day three months later", async () => {
    const orders = [order("2025-01-14", 1), order("2025-01-15", 10), order("2025-04-14", 100), order("2025-04-15", 1000)];
    const rows = await factOf("launches_after_3_months", { orders, products: [product("2025-01-15")] }, span("2025-12-31"));
    expect(rows).toEqual([{ product_id: "P-1", completed_on: "2025-04-14", product_line: "sensors", first_3_months_cny: 110 }]);
  });

  test("months 4 to 6 follow on months 1 to 3 without gap or overlap", async () => {
    const orders = [order("2025-04-14", 100), order("2025-04-15", 1000), order("2025-07-14", 10_000), order("2025-07-15", 100_000)];
    const rows = await factOf("launches_after_6_months", { orders, products: [product("2025-01-15")] }, span("2025-12-31"));
    expect(rows).toMatchObject([{ completed_on: "2025-07-14", months_1_to_3_cny: 100, months_4_to_6_cny: 11_000 }]);
  });

  test.each([
    ["launches_after_3_months", "2025-04-13", 0],
    ["launches_after_3_months", "2025-04-14", 1],
    ["launches_after_6_months", "2025-07-13", 0],
    ["launches_after_6_months", "2025-07-14", 1],
  ])("%s has on %s %i of a product launched on 15 January", async (fact, asOf, count) => {
    expect(await factOf(fact, { products: [product("2025-01-15")] }, span(asOf))).toHaveLength(count);
  });

  test("a launch on the first of a month has its third month in that month’s third, not in the one after", async () => {
    const rows = await factOf("launches_after_3_months", { products: [product("2025-07-01")] }, span("2025-09-30"));
    expect(rows).toMatchObject([{ completed_on: "2025-09-30" }]);
  });

  test("a launch on the last of November has three months behind it when the last of February begins", async () => {
    const rows = await factOf("launches_after_3_months", { products: [product("2025-11-30")] }, span("2026-12-31"));
    expect(rows).toMatchObject([{ completed_on: "2026-02-27", first_3_months_cny: 0 }]);
  });

  test.each([["2024-12-14"], [null]])("a product launched on %j, before the orders begin or never, is left out", async (launched_on) => {
    const given = { products: [product(launched_on)] };
    expect(await factOf("launches_after_3_months", given, span("2026-12-31"))).toEqual([]);
    expect(await factOf("launches_after_6_months", given, span("2026-12-31"))).toEqual([]);
    expect(await factOf("launch_months", given, span("2026-12-31"))).toEqual([]);
  });

  test("launch months are complete months from the launch on, twelve at most, those without orders included", async () => {
    const orders = [order("2025-02-14", 5), order("2025-02-15", 7)];
    const rows = await factOf("launch_months", { orders, products: [product("2025-01-15")] }, span("2025-04-20"));
    expect(rows.map((row) => [row["month_since_launch"], row["amount_cny"]]).sort()).toEqual([
      ["01", 5],
      ["02", 7],
      ["03", 0],
    ]);
    expect(await factOf("launch_months", { products: [product("2025-01-15")] }, span("2026-12-31"))).toHaveLength(12);
  });
});

describe("launch months of two products of one name", () => {
  const orders: Given[] = [
    { order_id: "O-0", ordered_on: "2025-01-01", product_id: "P-0", amount_cny: 1 },
    { order_id: "O-1", ordered_on: "2025-01-20", product_id: "P-9", amount_cny: 100 },
    { order_id: "O-2", ordered_on: "2025-02-20", product_id: "P-1", amount_cny: 7 },
    { order_id: "O-3", ordered_on: "2025-02-20", product_id: "P-5", amount_cny: 5 },
  ];
  const product = (product_id: string, name: string, launched_on: string): Given => ({ product_id, product: name, launched_on });

  test.each([
    ["the same day", "2025-01-15", { "G5 (1)": 7, "G5 (2)": 100 }],
    ["one after the other", "2025-01-16", { "G5 (1)": 100, "G5 (2)": 7 }],
  ])("launched %s are kept apart, in the order of their launch, and others keep their name", async (_, launched_on, amounts) => {
    const products = [product("P-1", "G5", launched_on), product("P-9", "G5", "2025-01-15"), product("P-5", "T3", "2025-02-01")];
    const rows = await factOf("launch_months", { orders, products }, { from: "2025-01", asOf: "2025-12-31" });
    const sold = rows.filter((row) => Number(row["amount_cny"]) > 0).map((row) => [row["product"], row["amount_cny"]]);
    expect(Object.fromEntries(sold)).toEqual({ ...amounts, T3: 5 });
    expect(new Set(rows.map((row) => row["product"])).size).toBe(3);
  });

  /** What each name sold, of products launched day after day from 15 January on: the first sold 1, the second 10, and so on. */
  async function soldBy(...names: readonly string[]) {
    const products = names.map((name, i) => product(`P-${i}`, name, `2025-01-${15 + i}`));
    const first: Given = { order_id: "O", ordered_on: "2025-01-01", product_id: "P-X", amount_cny: 1 };
    const sold = names.map((_, i): Given => ({ order_id: `O-${i}`, ordered_on: "2025-01-28", product_id: `P-${i}`, amount_cny: 10 ** i }));
    const rows = await factOf("launch_months", { orders: [first, ...sold], products }, { from: "2025-01", asOf: "2025-03-31" });
    const amounts = rows.filter((row) => Number(row["amount_cny"]) > 0).map((row) => [row["product"], row["amount_cny"]]);
    expect(amounts).toHaveLength(names.length);
    return Object.fromEntries(amounts);
  }

  test.each([
    ["is called like the first of them", ["G5", "G5", "G5 (1)"], { "G5 (2)": 1, "G5 (3)": 10, "G5 (1)": 100 }],
    ["is called like the second of them", ["G5", "G5 (2)", "G5"], { "G5 (1)": 1, "G5 (2)": 10, "G5 (3)": 100 }],
    ["is called so with other blanks", ["G5", "G5", "G 5(1)"], { "G5 (2)": 1, "G5 (3)": 10, "G 5(1)": 100 }],
    ["is there twice as well", ["G5", "G5", "G5 (1)", "G5 (1)"], { "G5 (2)": 1, "G5 (3)": 10, "G5 (1) (1)": 100, "G5 (1) (2)": 1000 }],
  ])("never get the name of a product that %s", async (_, names, sold) => {
    expect(await soldBy(...names)).toEqual(sold);
  });

  test("are of one name when only blanks differ, wide ones, ones at the end and ones that do not break included", async () => {
    const sold = {
      "Gate G5 (1)": 1,
      "Gate G5 (2)": 10,
      "Gate  G5 (3)": 100,
      "Gate G5 (4)": 1000,
      "GateG5 (5)": 10_000,
      "Gate T3": 100_000,
    };
    expect(await soldBy("Gate G5", "Gate G5 ", "Gate  G5", "Gate　G5", "GateG5", "Gate T3")).toEqual(sold);
  });
});

describe("sales", () => {
  test.each([
    ["2025-03-01", true],
    ["2026-02-28", true],
    ["2026-03-01", false],
    ["2025-02-28", false],
  ])("on %s are of a new product, launched on 1 March 2025: %s", async (ordered_on, isNew) => {
    const given = { orders: [{ product_id: "P-1", ordered_on }], products: [{ product_id: "P-1", launched_on: "2025-03-01" }] };
    const rows = await factOf("sales", given, { from: "2024-12", asOf: "2026-12-31" });
    expect(rows.find((row) => row["ordered_on"] === ordered_on)?.["is_new_product"]).toBe(isNew);
  });

  test.each([
    [null, [false, true]],
    ["2024-12-01", [true, false]],
  ])("of a product launched on %j are of a new one, or of an undated one: %j", async (launched_on, flags) => {
    const given = { orders: [{ product_id: "P-1", ordered_on: "2025-01-01" }], products: [{ product_id: "P-1", launched_on }] };
    const rows = await factOf("sales", given, { from: "2024-12", asOf: "2026-12-31" });
    const row = rows.find(({ ordered_on }) => ordered_on === "2025-01-01");
    expect([row?.["is_new_product"], row?.["is_undated"]]).toEqual(flags);
  });
});
