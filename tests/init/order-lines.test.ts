import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { ordersBy, stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

describe("an amount that each line of an order repeats", () => {
  const HEADER = "Order No,Order date,Customer ID,Product,Order total";
  const line = (at: number) => `O${at >> 1},${day(at >> 1)},C${at % 5},P${at % 7},${100 + (at >> 1)}`;

  test("gives way to quantity times price", async () => {
    const lines = rows(60, (at) => `${line(at)},${1 + (at % 3)},${10 + at}`);
    const { exports, sources } = await initOf(folderOf({ "sales.csv": csv(`${HEADER},Qty,Unit price`, ...lines) }));
    expect(exports["orders"]?.["sql"]).toContain(
      'try_cast("Qty" as decimal(18, 6)) * try_cast("Unit price" as decimal(18, 6)) as amount_cny',
    );
    expect(sources).toContain("“Order total”在每一行重复整张订单的金额，没有用");
  });

  test("counts once where nothing says what a line costs", async () => {
    const { orders } = await stagedBy({ "sales.csv": csv(HEADER, ...rows(60, line)) });
    expect(orders).toMatchObject({ accepted: 30, set_aside: 30, rejected: 0 });
  });

  // two exports that overlap: 100 orders of two lines each, and one more in the newer
  const exported = (total: (order: number) => number, ...more: string[]) =>
    csv(HEADER, ...rows(200, (at) => `O${at >> 1},${day(at >> 1)},C1,P${at % 7},${total(at >> 1)}`), ...more);
  const added = rows(2, (at) => `O500,2026-06-28,C1,P${at},5`);

  test.each([
    ["two orders", (order: number) => (order < 2 ? 9000 : 100 + order)],
    ["every order", (order: number) => 1100 + order],
  ])("counts once as the newer of two files has it, which restates that of %s", async (_, restated) => {
    const orders = await ordersBy({
      "sales-2026-06.csv": exported((order) => 100 + order),
      "sales-2026-07.csv": exported(restated, ...added),
    });
    const revenue = rows(100, (at) => String(restated(at))).reduce((sum, total) => sum + Number(total), 5);
    expect(orders).toMatchObject({ accepted: 101, replaced: 100, rejected: 0, revenue });
  });

  test("is not said to be of lines that all count", async () => {
    const { sources } = await initOf(folderOf({ "sales.csv": csv(HEADER, ...rows(60, line), ...rows(2, () => line(0))) }));
    expect(sources).toContain("one line of each order counts");
    expect(sources).not.toContain("the same as another");
  });

  test("is of the line where lines of an order differ", async () => {
    const lines = rows(60, (at) => `O${at >> 1},${day(at >> 1)},C1,P${at % 7},${100 + at}`);
    const { orders } = await stagedBy({ "sales.csv": csv(HEADER, ...lines) });
    expect(orders).toMatchObject({ accepted: 60 });
  });
});

describe("orders that stand in a file twice", () => {
  const HEADER = "Order No,Order date,Customer ID,Product,Amount";
  // the second and third line of each order are the same
  const line = (at: number) => `O${Math.floor(at / 3)},${day(Math.floor(at / 3))},C1,P${Math.min(at % 3, 1)},${50 + Math.min(at % 3, 1)}`;

  test("with all their lines count once, lines that are alike among them", async () => {
    const lines = rows(60, line);
    const { orders } = await stagedBy({ "sales.csv": csv(HEADER, ...lines, ...lines.slice(0, 9)) });
    expect(orders).toMatchObject({ accepted: 60, set_aside: 9 });
  });

  test("are said with their number; lines alike in one order are said as well, and all count", async () => {
    const lines = rows(60, line);
    const twice = await initOf(folderOf({ "sales.csv": csv(HEADER, ...lines, ...lines.slice(0, 9)) }));
    expect(twice.sources).toContain("3 orders with all lines several times in a file: each counts once, without 9 rows");
    const once = await initOf(folderOf({ "sales.csv": csv(HEADER, ...lines) }));
    expect(once.sources).toContain("20 lines the same as another of the order, which count as well");
    expect(once.exports["orders"]?.["sql"]).not.toContain("copies");
  });
});

describe("a line that stands in an order several times", () => {
  const HEADER = "Order No,Order date,Customer ID,Product,Amount";
  const lines = rows(60, (at) => `O${at >> 1},${day(at >> 1)},C1,P${at % 2},${50 + at}`);
  const [first, second, third, fourth] = lines as [string, string, string, string];
  const single = "S1,2026-01-05,C1,P9,70";
  const plain = 60 * 50 + 59 * 30;

  test.each([
    ["counts as often, where other lines of the order stand there less often", [first, second, first], 63, plain + 50 * 2 + 51],
    ["counts as often, where it is the only one of its order", [single, single], 62, plain + 70 * 2],
    [
      "counts as often, where it is the only one of its order and other orders stand there twice",
      [third, fourth, single, single],
      62,
      plain + 140,
    ],
    ["counts half as often, where all others stand there twice or four times", [first, first, first, second], 61, plain + 50],
  ])("%s", async (_, more, accepted, revenue) => {
    const orders = await ordersBy({ "sales.csv": csv(HEADER, ...lines, ...more) });
    expect(orders).toMatchObject({ accepted, set_aside: 60 + more.length - accepted, rejected: 0, revenue });
  });

  test("is named where it counts, beside the orders that stand there twice, each in its own file", async () => {
    const { sources } = await initOf(
      folderOf({ "sales-06.csv": csv(HEADER, ...lines, third, fourth, single, single), "sales-07.csv": csv(HEADER, ...lines, single) }),
    );
    expect(sources).toContain("1 order with all lines several times in a file: each counts once, without 2 rows");
    expect(sources).toContain("1 line the same as another of the order, which counts as well");
  });
});

test("documents that only take back are named with their number", async () => {
  const lines = rows(60, (at) => `${at < 4 ? "C" : ""}O${at >> 1},${day(at >> 1)},C1,P${at % 7},${at < 4 ? -5 : 20 + at}`);
  const { sources } = await initOf(folderOf({ "sales.csv": csv("Order No,Order date,Customer ID,Product,Amount", ...lines) }));
  expect(sources).toContain("2 documents with negative amounts alone (CO0, CO1): revenue is lower by them, yet each counts as an order");
});

test("quantities and prices with a decimal comma make amounts", async () => {
  const lines = rows(30, (at) => `O${at};${day(at)};K${at};P${at % 5};${1 + (at % 3)};1.00${at % 10},50`);
  const { orders } = await stagedBy({ "sales.csv": csv("Order No;Order date;Customer ID;Product;Qty;Unit price", ...lines) });
  expect(orders).toMatchObject({ accepted: 30, rejected: 0 });
});

describe("orders that say when they were changed last", () => {
  const HEADER = "Order No,Order date,Customer ID,Product,Amount,Last modified";
  const changed = (order: number, hour: number) => `${day(order)} ${String(hour).padStart(2, "0")}:00:00`;
  const line = (order: number, at: number, hour: number, amount: number) =>
    `O${order},${day(order)},C${order % 5},P${at},${amount},${changed(order, hour)}`;
  const lines = rows(60, (at) => line(at >> 1, at % 2, 9, 100 + (at % 2)));

  test("count with all lines of a state", async () => {
    expect(await ordersBy({ "sales.csv": csv(HEADER, ...lines) })).toMatchObject({ accepted: 60, set_aside: 0, revenue: 30 * 201 });
  });

  test("count as they are in their latest state, with all its lines", async () => {
    const later = [line(0, 0, 18, 500), line(0, 1, 18, 600)];
    const orders = await ordersBy({ "sales.csv": csv(HEADER, ...lines, ...later) });
    expect(orders).toMatchObject({ accepted: 60, set_aside: 2, rejected: 0, revenue: 29 * 201 + 1100 });
  });
});

test("initFolder reads orders below a header of two rows, the later lines of which leave the head blank, and takes the tax off", async () => {
  const orders = rows(20, (at) => `SO${at},2026-01-${10 + at},C${at % 3},P1,113,13\n,,,P2,226,26`);
  const head = ["销售订单,,,,,", "基本信息,,,明细信息,,", "单据编号,日期,客户,物料编码,价税合计,税额"];
  const { exports } = await initOf(folderOf({ "订单.csv": csv(...head, ...orders, "合计,,,,6780,780") }));
  expect(exports["orders"]).toMatchObject({
    header_row: [2, 3],
    fill_down: ["基本信息 单据编号", "基本信息 日期", "基本信息 客户"],
    columns: { order_id: "基本信息 单据编号", product_id: "明细信息 物料编码" },
  });
  expect(exports["orders"]?.["sql"]).toContain(`try_cast("明细信息 价税合计" as decimal(18, 6)) - coalesce(`);
  expect(exports["orders"]?.["sql"]).toContain(`row_number() over (partition by _file, "基本信息 单据编号" order by _line) as line`);
});
