import type { Table } from "../../src/core/contract.ts";
import { type Draft, noSelect } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { evaluate, type FoundColumn } from "./recognise.ts";
import { finding } from "./remark.ts";

/** Tables that exports refer to and no file of their own feeds, made from the files that do: such as products from the items of orders. */
export function derivedFrom(drafts: readonly Draft[], fed: ReadonlySet<string>, knowledge: Knowledge): Draft[] {
  const derived = new Map<string, Draft>();
  for (const draft of drafts) {
    for (const [name, found] of draft.columns) {
      const [id = ""] = draft.table.columns[name]?.references?.split(".") ?? [];
      const table = knowledge.tables.find((each) => each.id === id && !each.isReference);
      if (!table || fed.has(id) || derived.has(id)) continue;
      const made = derive(draft, table, found, knowledge);
      if (made) derived.set(id, made);
    }
  }
  return [...derived.values()];
}

/** Null where the files do not have what the table requires. */
function derive(from: Draft, table: Table, key: FoundColumn, knowledge: Knowledge): Draft | null {
  const [id = ""] = table.key;
  const { columns } = evaluate(from.sheet, table, knowledge);
  const taken = new Map([...from.columns].map(([name, { header }]) => [header, name]));
  const held = new Map([...columns].filter(([name, { header }]) => header !== key.header && (taken.get(header) ?? name) === name));
  held.set(id, key);
  // what has no name of its own is called by its number
  const unnamed = Object.entries(table.columns).filter(([name, { kind, required }]) => required && kind === "text" && !held.has(name));
  for (const [name] of unnamed) held.set(name, key);
  if (Object.entries(table.columns).some(([name, { required }]) => required && !held.has(name))) return null;
  if (!addsTo(from, held, key.header)) return null;
  const { files, system, rhythm } = from.settings;
  const text = { zh: `取自“${from.table.label.zh}”的文件`, en: `from the files of ${from.table.id}` };
  return {
    ...from,
    table,
    known: null,
    columns: held,
    select: noSelect(),
    isDerived: true,
    settings: { files, system, rhythm, ...from.sheet.settings },
    remarks: [finding([], text.zh, text.en)],
  };
}

/** Whether a table says more than the one whose files it is made of. */
const addsTo = ({ columns }: Draft, held: ReadonlyMap<string, FoundColumn>, key: string) =>
  [...held].some(([name, { header }]) => header !== key && columns.get(name)?.header !== header);
