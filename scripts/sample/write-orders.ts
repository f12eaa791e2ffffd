import { join } from "node:path";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { isoOf } from "../../src/core/days.ts";
import { brokenAfter } from "./broken-records.ts";
import { nameIn, REGIONS, SEGMENTS } from "./company.ts";
import type { Order } from "./tables/orders.ts";

type Cells = Record<string, string | number | null>;

const text = (name: string) => ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" }) as const;
const amount = (name: string) => ({ name, type: "DOUBLE", repetition_type: "OPTIONAL" }) as const;

const COLUMNS = [
  text("订单编号"),
  { name: "下单日期", type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" } as const,
  text("客户编号"),
  text("产品编号"),
  text("销售区域"),
  text("客户类型"),
  amount("订单金额"),
  amount("订单成本"),
  text("币种"),
];

const cellsOf = (order: Order): Cells => ({
  订单编号: order.order_id,
  下单日期: order.ordered_on,
  客户编号: order.customer_id,
  产品编号: order.product_id,
  销售区域: nameIn(REGIONS, order.region),
  客户类型: nameIn(SEGMENTS, order.segment),
  订单金额: order.amount_cny,
  订单成本: order.cost_cny,
  币种: "CNY",
});

/** Empty text stands for null. */
const spoiledCells = (spoil: Readonly<Record<string, string>>): Cells =>
  Object.fromEntries(Object.entries(spoil).map(([name, value]) => [name, value === "" ? null : value]));

const AT_ONCE = 100_000;

/** A Parquet file that is written a batch of rows at a time. */
class OrderFile {
  count = 0;
  private batch: Cells[] = [];
  private readonly writer: ParquetWriter;

  constructor(path: string) {
    this.writer = new ParquetWriter({ writer: fileWriter(path), schema: [{ name: "orders", num_children: COLUMNS.length }, ...COLUMNS] });
  }

  add(cells: Cells): void {
    this.count++;
    if (this.batch.push(cells) >= AT_ONCE) this.flush();
  }

  finish(): void {
    this.flush();
    void this.writer.finish();
  }

  private flush(): void {
    const columnData = COLUMNS.map(({ name }) => ({ name, data: this.batch.map((cells) => cells[name] ?? null) }));
    if (this.batch.length > 0) void this.writer.write({ columnData, rowGroupSize: AT_ONCE });
    this.batch = [];
  }
}

/** Writes one file per year, a broken copy after some of the orders. Returns the number of records in each file. */
export function writeOrders(folder: string, orders: Iterable<Order>, length: number): Map<string, number> {
  const files = new Map<string, OrderFile>();
  let index = 0;
  for (const order of orders) {
    const name = `erp-orders-${isoOf(order.ordered_on).slice(0, 4)}.parquet`;
    const file = files.get(name) ?? new OrderFile(join(folder, name));
    files.set(name, file);
    const cells = cellsOf(order);
    file.add(cells);
    for (const { spoil = {} } of brokenAfter("orders", index++, length)) file.add({ ...cells, ...spoiledCells(spoil) });
  }
  for (const file of files.values()) file.finish();
  return new Map([...files].map(([name, { count }]) => [name, count]));
}
