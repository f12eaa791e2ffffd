import { withoutFullWidth } from "../read/full-width.ts";
import { type ColumnProfile, KEPT } from "./column-profile.ts";
import type { Draft, LookupSettings } from "./draft.ts";
import { fitOf } from "./forms/fit.ts";
import { numbersOf } from "./forms/numbers.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import type { FoundColumn } from "./recognise.ts";
import { doubt } from "./remark.ts";
import { besideOf, type SheetProfile } from "./sheet-profile.ts";

/** Of 1, how many values of a column a list has to know, and how different its keys have to be. */
const [KNOWN, KEYS] = [0.8, 1];

/** Certainty below which a header of a list is not taken for a column. */
const LEAST = 0.7;

/** A list that says more of the values of a column, such as the team of each sales person. */
interface Lookup {
  list: SheetProfile;
  /** Header of the export, and of the list. */
  key: readonly [string, string];
  /** Column of the table → what the list holds of it. */
  columns: Map<string, FoundColumn>;
}

/** Takes columns that a table has, and its files do not, from lists among the sheets that feed nothing; those lists. */
export function lookUp(draft: Draft, lists: readonly SheetProfile[], knowledge: Knowledge): SheetProfile[] {
  return lists.filter((list) => {
    const found = lookupIn(draft, list, knowledge);
    if (!found) return false;
    const columns = Object.fromEntries([...found.columns].map(([name, { header }]) => [name, header]));
    addLookup(draft, { file: besideOf(list), key: { [found.key[0]]: found.key[1] }, columns });
    // the step names its columns as the table does
    for (const [name, column] of found.columns) draft.columns.set(name, { ...column, header: name });
    return true;
  });
}

/** One more lookup of an entry; where the same file is asked for the same key already, that gives its columns too. */
export function addLookup({ settings, remarks }: Pick<Draft, "settings" | "remarks">, added: LookupSettings): void {
  const before = [settings.lookup ?? []].flat();
  const isSame = ({ file, key }: LookupSettings) => JSON.stringify([file, key]) === JSON.stringify([added.file, added.key]);
  const same = before.find(isSame);
  if (same) Object.assign(same.columns, added.columns);
  else {
    const all = [...before, added];
    settings.lookup = all.length === 1 ? added : all;
    const [by] = Object.keys(added.key);
    remarks.push(doubt(["lookup"], `按“${by}”查得`, `looked up by ${by}`));
  }
}

function lookupIn({ sheet, table, columns }: Draft, list: SheetProfile, knowledge: Knowledge): Lookup | null {
  const keys = list.columns.filter(({ distinctness, values }) => distinctness >= KEYS && values.size > 1);
  for (const key of keys) {
    const by = sheet.columns.find((column) => column.values.size > 1 && shareIn(column, key) >= KNOWN);
    if (!by) continue;
    const rest = list.columns.filter((column) => column !== key);
    const lacking = Object.keys(table.columns).filter((name) => !columns.has(name) && table.columns[name]?.kind === "reference");
    const found = lacking.flatMap((name): [string, FoundColumn][] => {
      const best = bestOf(rest, (column) => meaningOf(column.header, table, name, knowledge) * fitIn(column, name));
      return best && best.certainty >= LEAST ? [[name, best]] : [];
    });
    if (found.length > 0) return { list, key: [by.header, key.header], columns: new Map(found) };
  }
  return null;

  function fitIn(column: ColumnProfile, name: string): number {
    const contract = table.columns[name];
    return contract ? fitOf(contract, { column, readNumber: numbersOf(list.settings), isDayFirst: null }) : 0;
  }
}

/** Capitals and width do not matter, as they do not for the step. */
const plain = (value: string) => withoutFullWidth(value).toLowerCase();

/** Of 1, how many values of a column are among those of another; where not all of these were kept, so many more are taken to be. */
export function shareIn(
  { values }: Pick<ColumnProfile, "values">,
  among: Pick<ColumnProfile, "values" | "filled" | "distinctness">,
): number {
  const known = new Set([...among.values.keys()].map(plain));
  const share = [...values.keys()].filter((value) => known.has(plain(value))).length / values.size;
  const all = Math.max(among.values.size, among.distinctness * among.filled);
  return among.values.size < KEPT ? share : Math.min(1, (share * all) / among.values.size);
}

function bestOf(columns: readonly ColumnProfile[], certaintyOf: (column: ColumnProfile) => number): FoundColumn | undefined {
  const scored = columns.map((profile) => ({ header: profile.header, profile, certainty: certaintyOf(profile) }));
  return scored.sort((a, b) => b.certainty - a.certainty)[0];
}
