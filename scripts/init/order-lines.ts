import type { Draft } from "./draft.ts";
import { numbersOf } from "./forms/numbers.ts";
import type { Knowledge } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { priceOut } from "./priced.ts";
import { doubt } from "./remark.ts";
import { recordsOf } from "./sheet-profile.ts";
import { nameInSql } from "./sql-text.ts";

/** Different ids of a key below which they repeat no more than by slips, of 1. */
const ONCE = 0.98;

/** Orders of several lines from which their amounts are compared, different amounts that they have at least, and how many, of 1, repeat theirs. */
const [ORDERS, AMOUNTS, REPEAT] = [10, 5, 0.95];

/** The lines of one order. */
class Order {
  readonly #lines = new Map<string, number>();
  readonly amounts = new Set<number | null>();
  count = 0;

  add(line: string, amount: number | null): void {
    this.#lines.set(line, (this.#lines.get(line) ?? 0) + 1);
    this.amounts.add(amount);
    this.count += 1;
  }

  get different(): number {
    return this.#lines.size;
  }

  /** How often the whole order stands there. */
  get copies(): number {
    return Math.min(...this.#lines.values());
  }
}

/**
 * Settles what lines of orders say by their values: an amount that each line of an order repeats is its total, and counts once; orders that
 * stand there twice with all their lines count once; documents that only take back are named.
 */
export async function settleLines(draft: Draft, knowledge: Knowledge): Promise<void> {
  const { table, columns, isDerived } = draft;
  const [id = "", line] = table.key;
  const key = columns.get(id);
  if (line !== "line" || !key || isDerived || key.profile.distinctness >= ONCE) return;
  const amount = Object.keys(table.columns).find((name) => table.columns[name]?.kind === "amount" && columns.has(name)) ?? "";
  const names = draft.sheet.layout.header.names;
  const held = columns.get(amount)?.header ?? "";
  const isHeld = names.includes(held);
  const signed = isHeld ? held : calledIn(draft.sheet, knowledge.words.priced.quantity, knowledge.systems)?.header;
  const orders = await ordersIn(draft, key.header, signed);
  if (isHeld) settleTotals(draft, { amount, orders }, knowledge);
  if (!columns.has(line)) settleCopies(draft, key.header, orders);
  nameReturns(draft, amount, orders);
}

type Orders = ReadonlyMap<string, Order>;

async function ordersIn({ form, sheet }: Draft, key: string, amount: string | undefined): Promise<Orders> {
  const names = sheet.layout.header.names;
  const [keyAt, amountAt] = [names.indexOf(key), names.indexOf(amount ?? "")];
  const read = numbersOf(sheet.settings);
  const orders = new Map<string, Order>();
  // a blank cell of a merged head means the one above
  const above = new Map<number, string>();
  const cell = (fields: readonly (string | null)[], at: number) => {
    const text = fields[at]?.trim() ?? "";
    const whole = text === "" && sheet.fillDown.includes(names[at] ?? "") ? (above.get(at) ?? "") : text;
    above.set(at, whole);
    return whole;
  };
  for (const own of form.sheets.filter(({ file }) => !form.copies.includes(file.name)))
    for await (const fields of recordsOf({ ...own, only: sheet.only })) {
      const [id, said] = [cell(fields, keyAt), cell(fields, amountAt)];
      if (id === "") continue;
      const order = orders.get(id) ?? new Order();
      orders.set(id, order);
      order.add(fields.join("\0"), read(said));
    }
  return orders;
}

/** An amount that all lines of an order share is that of the order. */
function settleTotals(draft: Draft, { amount, orders }: { amount: string; orders: Orders }, knowledge: Knowledge): void {
  const { columns, select, remarks } = draft;
  const found = columns.get(amount);
  const several = [...orders.values()].filter(({ different }) => different > 1);
  const totals = several.filter(({ amounts }) => amounts.size === 1 && !amounts.has(null));
  const differ = new Set(totals.flatMap(({ amounts }) => [...amounts])).size;
  if (!found || several.length < ORDERS || totals.length < several.length * REPEAT || differ < AMOUNTS) return;
  columns.delete(amount);
  priceOut(draft, knowledge);
  const said = [`“${found.header}”在每一行重复整张订单的金额`, `every line of an order repeats its ${found.header}`];
  if (columns.has(amount)) {
    remarks.push(doubt(["sql"], `${said[0]},没有用`, `${said[1]}, which is not used`));
    return;
  }
  columns.set(amount, found);
  // what a line is of says nothing of the whole order
  for (const name of ["line", "product_id", "product_line"]) columns.delete(name);
  select.qualify = `row_number() over (partition by ${nameInSql(columns.get(draft.table.key[0] ?? "")?.header ?? "")} order by _file, _line) = 1`;
  remarks.push(doubt(["sql"], `${said[0]},每张订单只取一行`, `${said[1]}: one line of each order counts`));
}

/** Orders that stand there several times with all their lines count once; lines that repeat another by itself are named. */
function settleCopies({ select, remarks, sheet }: Draft, key: string, orders: Orders): void {
  const all = [...orders.values()];
  const copied = all.filter(({ copies }) => copies > 1);
  const rows = copied.reduce((sum, { count, copies }) => sum + count - count / copies, 0);
  if (copied.some(({ different }) => different > 1) && select.qualify === null) {
    const cells = sheet.columns.flatMap(({ header }) => (sheet.layout.header.names.includes(header) ? [nameInSql(header)] : [])).join(", ");
    const same = `partition by _file, ${cells}`;
    select.from = `(select *, count(*) over (${same}) as copies, row_number() over (${same} order by _line) as copy from records)`;
    select.qualify = `copy <= copies / min(copies) over (partition by _file, ${nameInSql(key)})`;
    remarks.push(
      doubt(
        ["sql"],
        `${copied.length} 张订单连同各行重复出现,只算一次(${rows} 行)`,
        `${copied.length} orders stand there twice with all their lines, and count once (${rows} rows)`,
      ),
    );
    return;
  }
  const repeated = all.reduce((sum, { count, different }) => sum + count - different, 0);
  if (repeated > 0)
    remarks.push(
      doubt(
        ["sql"],
        `${repeated} 行与同一订单的另一行完全相同,都算`,
        `${repeated} lines are the same as another of their order; all count`,
      ),
    );
}

/** Documents all of whose amounts, or quantities, are negative lower the revenue, and count as orders. */
function nameReturns({ remarks, columns, table }: Draft, amount: string, orders: Orders): void {
  const returns = [...orders].filter(([, { amounts }]) => [...amounts].every((each) => each !== null && each < 0)).map(([id]) => id);
  if (returns.length === 0 || returns.length === orders.size || !columns.has(amount)) return;
  const some = returns.slice(0, 3).join("、");
  remarks.push(
    doubt(
      ["columns", table.key[0] ?? ""],
      `${returns.length} 张单据只有负数金额(${some}):冲减销售额,却也算作订单`,
      `${returns.length} documents hold negative amounts alone (${some}): they lower the revenue, yet count as orders`,
    ),
  );
}
