import type { Table } from "../../src/core/contract.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { varyingIn } from "./derived.ts";
import { type Draft, noSelect, setAside } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import type { FoundColumn } from "./recognise.ts";
import { doubt, finding } from "./remark.ts";
import { STATES, stateIn } from "./state-column.ts";

const [STATE, CANCELLED] = ["state", "is_cancelled"];

/** Entries for the states of orders, from the files of the orders, where these say which of them were cancelled. */
export async function orderStatesOf(drafts: readonly Draft[], fed: ReadonlySet<string>, knowledge: Knowledge): Promise<Draft[]> {
  const table = knowledge.tables.find(({ id }) => id === "order_states");
  if (!table || fed.has(table.id)) return [];
  const states: Draft[] = [];
  for (const draft of drafts.filter(({ table: { id }, isDerived }) => id === "orders" && !isDerived)) {
    const state = stateIn(draft.sheet, draft.table, knowledge);
    const made = state ? await statesIn(draft, table, state, knowledge) : null;
    if (made) states.push(made);
  }
  return states;
}

/** Null where no order was cancelled, or where lines of an order say each what became of it. */
async function statesIn(orders: Draft, table: Table, state: ColumnProfile, { words }: Knowledge): Promise<Draft | null> {
  const key = orders.columns.get(table.key[0] ?? "");
  const said = (list: readonly string[]) => [...state.values.keys()].filter((value) => list.map(plainHeader).includes(plainHeader(value)));
  const cancelled = said(words.cancelled);
  const drafts = said(words.not_counted["orders"] ?? []).filter((value) => !cancelled.includes(value));
  if (!key || state.values.size > STATES || cancelled.length === 0 || cancelled.length === state.values.size) return null;
  const columns = await shared(orders, table, key, state);
  if (!columns.has(STATE) || !columns.has(table.time ?? "")) return null;
  const { files, system, rhythm, prefix } = orders.settings;
  const counted = [...state.values.keys()].filter((value) => !drafts.includes(value));
  const draft: Draft = {
    ...orders,
    ...{ table, columns, known: null, select: noSelect(), isDerived: true },
    settings: {
      ...{ files, system, rhythm, ...orders.sheet.settings, ...(prefix ? { prefix } : {}) },
      values: { [CANCELLED]: Object.fromEntries(counted.map((value) => [value, cancelled.includes(value) ? "true" : "false"])) },
    },
    remarks: [
      finding([], "取自订单的文件，取消的也在内", "from the files of the orders, cancelled ones included"),
      doubt(["values", CANCELLED], `这些算已取消：${cancelled.join("、")}`, `these count as cancelled: ${cancelled.join(", ")}`),
    ],
  };
  if (drafts.length > 0) {
    setAside(draft, state.header, drafts);
    draft.remarks.push(
      doubt(["where", state.header], `这些还不是订单：${drafts.join("、")}`, `these are no orders yet: ${drafts.join(", ")}`),
    );
  }
  return draft;
}

/** What both tables have, as far as the lines of one order in a file agree on it, with the state. */
async function shared({ sheet, form, columns }: Draft, table: Table, key: FoundColumn, state: ColumnProfile): Promise<Draft["columns"]> {
  const { names } = sheet.layout.header;
  const held = [...columns].filter(([name, { header }]) => Object.hasOwn(table.columns, name) && names.includes(header));
  const found = { header: state.header, profile: state, certainty: 1 };
  const all = new Map([...held, [STATE, found], [CANCELLED, found]]);
  const headers = new Set([...all.values()].map(({ header }) => header));
  const varying = new Set<string>();
  // of several files the newest says what became of an order
  for (const own of form.sheets)
    for (const header of await varyingIn({ form: { ...form, sheets: [own] }, sheet }, key.header, headers)) varying.add(header);
  return new Map([...all].filter(([, { header }]) => header === key.header || !varying.has(header)));
}
