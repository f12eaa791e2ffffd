import { hash } from "node:crypto";
import type { Entry } from "../read/entry.ts";
import type { Draft } from "./draft.ts";
import { numbersOf } from "./forms/numbers.ts";
import { recordsOf, type SheetProfile } from "./sheet-profile.ts";

/** The lines of one order in one file. */
export class Order {
  readonly id: string;
  /** Of each line, a hash of its cells. */
  readonly #lines: number[] = [];
  #amount: number | null = null;
  #isRepeated = true;
  #isNegative = true;

  constructor(id: string) {
    this.id = id;
  }

  add(line: number, amount: number | null): void {
    if (this.#lines.length === 0) this.#amount = amount;
    this.#isRepeated &&= amount === this.#amount;
    this.#isNegative &&= amount !== null && amount < 0;
    this.#lines.push(line);
  }

  get count(): number {
    return this.#lines.length;
  }

  /** The amount that all of its lines have; null where they differ, or one has none. */
  get repeated(): number | null {
    return this.#isRepeated ? this.#amount : null;
  }

  /** Whether all of its amounts are below zero. */
  get isNegative(): boolean {
    return this.#isNegative;
  }

  /** How often each of its different lines stands there. */
  get counts(): number[] {
    const counts = new Map<number, number>();
    for (const line of this.#lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    return [...counts.values()];
  }
}

/** Reads the orders of each file of a draft by itself: an order that two files have is there twice. `key` and `amount` are headers. */
export async function ordersIn({ form, sheet }: Draft, key: string, amount: string | undefined): Promise<Order[]> {
  const orders: Order[] = [];
  for (const own of form.sheets.filter(({ file }) => !form.copies.includes(file.name)))
    orders.push(...(await ordersOf({ ...own, only: sheet.only, fillDown: sheet.fillDown }, { key, amount })));
  return orders;
}

async function ordersOf(sheet: SheetProfile, { key, amount }: { key: string; amount: string | undefined }): Promise<Iterable<Order>> {
  const names = sheet.layout.header.names;
  const [keyAt, amountAt] = [names.indexOf(key), names.indexOf(amount ?? "")];
  const cellsAt = cellsIn(sheet).map((name) => names.indexOf(name));
  const read = numbersOf(sheet.settings);
  const filled = fillerOf(sheet);
  const orders = new Map<string, Order>();
  for await (const record of recordsOf(sheet)) {
    const fields = filled(record);
    const id = fields[keyAt]?.trim() ?? "";
    if (id === "") continue;
    const order = orders.get(id) ?? new Order(id);
    orders.set(id, order);
    order.add(hashOf(cellsAt.map((at) => fields[at] ?? null)), read(fields[amountAt]?.trim() ?? ""));
  }
  return orders.values();
}

/** Headers of the cells by which lines are told apart: those that stand once. */
export const cellsIn = ({ columns, layout }: Pick<SheetProfile, "columns" | "layout">): string[] =>
  columns.map(({ header }) => header).filter((header) => layout.header.names.includes(header));

/** Fills blank cells of a merged head with those above, as the step does. */
function fillerOf({ layout, fillDown }: SheetProfile): (fields: Entry["fields"]) => Entry["fields"] {
  const above = new Map<number, string | null>(fillDown.map((name) => [layout.header.names.indexOf(name), null]));
  if (above.size === 0) return (fields) => fields;
  return (fields) => {
    const whole = fields.map((field, at) => (above.has(at) && !field?.trim() ? (above.get(at) ?? null) : field));
    for (const at of above.keys()) above.set(at, whole[at] ?? null);
    return whole;
  };
}

/** 48 bits, so that a file of millions of lines fits into memory; only lines of one order are compared. */
const hashOf = (cells: Entry["fields"]): number => hash("sha1", JSON.stringify(cells), "buffer").readUIntBE(0, 6);
