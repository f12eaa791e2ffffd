import type { Table } from "../../src/core/contract.ts";
import { type Draft, noSelect } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { evaluate, type FoundColumn } from "./recognise.ts";
import { finding } from "./remark.ts";
import { recordsOf } from "./sheet-profile.ts";

/** Tables that exports refer to and no file of their own feeds, made from the files that do: such as products from the items of orders. */
export async function derivedFrom(drafts: readonly Draft[], fed: ReadonlySet<string>, knowledge: Knowledge): Promise<Draft[]> {
  const derived = new Map<string, Draft[]>();
  for (const draft of drafts) {
    for (const [name, found] of draft.columns) {
      const [id = ""] = draft.table.columns[name]?.references?.split(".") ?? [];
      const table = knowledge.tables.find((each) => each.id === id && !each.isReference);
      const before = derived.get(id);
      // of the sources of one table all make them, and those of another none
      if (!table || fed.has(id) || before?.some(({ form }) => form === draft.form || !isOf(draft.table, form, drafts))) continue;
      const made = await derive(draft, table, found, knowledge);
      if (made) derived.set(id, [...(before ?? []), made]);
    }
  }
  return [...derived.values()].flat();
}

const isOf = (table: Table, form: Draft["form"], drafts: readonly Draft[]) =>
  drafts.some((draft) => draft.table === table && draft.form === form);

/** Null where the files do not have what the table requires. */
async function derive(from: Draft, table: Table, key: FoundColumn, knowledge: Knowledge): Promise<Draft | null> {
  const [id = ""] = table.key;
  const { columns } = evaluate(from.sheet, table, knowledge);
  const taken = new Map([...from.columns].map(([name, { header }]) => [header, name]));
  const others = new Map([...columns].filter(([name, { header }]) => header !== key.header && (taken.get(header) ?? name) === name));
  const varying = await varyingIn(from, key.header, new Set([...others.values()].map(({ header }) => header)));
  const held = new Map([...others].filter(([, { header }]) => !varying.has(header)));
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

/** Of 1, how many lines may say of a member what others do not, such as a name that was mended. */
const SLIPS = 0.01;

/** Headers whose cells differ from line to line of one member, and so say nothing of it. */
export async function varyingIn(
  { form, sheet }: Pick<Draft, "form" | "sheet">,
  key: string,
  headers: ReadonlySet<string>,
): Promise<Set<string>> {
  const first = new Map<string, string>();
  const differing = new Map([...headers].map((header) => [header, 0]));
  for (const own of form.sheets) {
    const { names } = own.layout.header;
    for await (const fields of recordsOf({ ...own, only: sheet.only })) {
      const cell = (header: string) => fields[names.indexOf(header)]?.trim() ?? "";
      for (const header of headers) {
        const place = `${cell(key)}\0${header}`;
        const before = first.get(place);
        if (before === undefined) first.set(place, cell(header));
        else if (before !== cell(header)) differing.set(header, (differing.get(header) ?? 0) + 1);
      }
    }
  }
  return new Set([...differing].filter(([, count]) => count > sheet.rows * SLIPS).map(([header]) => header));
}
