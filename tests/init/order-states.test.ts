import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const HEADER = "Order No,Order date,Net amount,Region,Status";
const day = (at: number) => `2026-0${1 + (at % 3)}-${String(1 + (at % 28)).padStart(2, "0")}`;
const order = (at: number, state: string, region = ["North", "South"][at % 2]) => `SO-${at},${day(at)},${100 + at},${region},${state}`;
const state = (at: number) => ["Shipped", "Completed", "Cancelled", "Draft"][at % 4] as string;

describe("of orders that were cancelled, initFolder", () => {
  test("makes states of orders, without those that are no orders yet, and leaves them out of sales", async () => {
    const files = { "orders.csv": csv(HEADER, ...rows(40, (at) => order(at, state(at)))) };
    const { exports, sources } = await initOf(folderOf(files));
    expect(exports["orders"]).toMatchObject({ where: { Status: { not: ["Cancelled", "Draft"] } } });
    expect(exports["order_states"]).toMatchObject({
      files: "orders.csv",
      where: { Status: { not: ["Draft"] } },
      columns: { order_id: "Order No", ordered_on: "Order date", state: "Status", is_cancelled: "Status", region: "Region" },
      values: { is_cancelled: { Shipped: "false", Completed: "false", Cancelled: "true" } },
    });
    expect(sources).toContain("# is_cancelled: 请核对：这些算已取消：Cancelled · check: these count as cancelled: Cancelled");
    expect(await stagedBy(files)).toMatchObject({ orders: { accepted: 20, rejected: 0 }, order_states: { accepted: 30, rejected: 0 } });
  });

  test("takes the newest state where files of several months have an order twice", async () => {
    const files = {
      "orders-2026-01.csv": csv(HEADER, ...rows(40, (at) => order(at, "Shipped"))),
      "orders-2026-02.csv": csv(HEADER, ...rows(40, (at) => order(20 + at, at < 5 ? "Cancelled" : "Completed"))),
    };
    const { exports } = await initOf(folderOf(files));
    expect(exports["order_states"]?.["columns"]).toMatchObject({ state: "Status", is_cancelled: "Status" });
    expect(await stagedBy(files)).toMatchObject({ order_states: { accepted: 60, rejected: 0 } });
  });

  test("says of an order what its lines agree on", async () => {
    const lines = rows(
      40,
      (at) => `SO-${at >> 1},${1 + (at % 2)},${day(at >> 1)},${100 + at},${["Pumps", "Valves"][at % 2]},${state(at >> 1)}`,
    );
    const files = { "orders.csv": csv("Order No,Line,Order date,Net amount,Product line,Status", ...lines) };
    const { exports } = await initOf(folderOf(files));
    expect(exports["orders"]?.["columns"]).toMatchObject({ product_line: "Product line" });
    expect(exports["order_states"]?.["columns"]).not.toHaveProperty("product_line");
    expect(await stagedBy(files)).toMatchObject({ order_states: { accepted: 15, rejected: 0 } });
  });

  test.each([
    ["no order was cancelled", (at: number) => ["Shipped", "Completed"][at % 2] as string],
    ["each line says what became of it", (at: number) => ["Shipped", "Cancelled"][at % 2] as string],
  ])("makes none where %s", async (_, of) => {
    const lines = rows(40, (at) => `SO-${at >> 1},${1 + (at % 2)},${day(at >> 1)},${100 + at},${of(at)}`);
    const { exports } = await initOf(folderOf({ "orders.csv": csv("Order No,Line,Order date,Net amount,Status", ...lines) }));
    expect(exports).toHaveProperty("orders");
    expect(exports).not.toHaveProperty("order_states");
  });
});
