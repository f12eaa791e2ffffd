import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { settleCopies } from "./order-copies.ts";
import { nameReturns } from "./order-returns.ts";
import { settleTotals } from "./order-totals.ts";
import { ordersIn } from "./orders-in-files.ts";

/** Different ids of a key below which they repeat no more than by slips, of 1. */
const ONCE = 0.98;

/**
 * Settles what lines of orders say by their values: an amount that each line of an order repeats is its total, and counts once; orders that
 * stand in a file several times with all their lines count once; documents that only take back are named.
 */
export async function settleLines(draft: Draft, knowledge: Knowledge): Promise<void> {
  const { table, columns, isDerived } = draft;
  const [id = "", line] = table.key;
  const key = columns.get(id);
  if (line !== "line" || !key || isDerived || key.profile.distinctness >= ONCE) return;
  const amount = Object.keys(table.columns).find((name) => table.columns[name]?.kind === "amount" && columns.has(name)) ?? "";
  const held = columns.get(amount)?.header ?? "";
  const isHeld = draft.sheet.layout.header.names.includes(held);
  const signed = isHeld ? held : calledIn(draft.sheet, knowledge.words.priced.quantity, knowledge.systems)?.header;
  const orders = await ordersIn(draft, key.header, signed);
  const isNumbered = columns.has(line);
  const isOneEach = isHeld && settleTotals(draft, { amount, orders }, knowledge);
  if (!isOneEach && !isNumbered) settleCopies(draft, key.header, orders);
  if (columns.has(amount)) nameReturns(draft, orders);
}
