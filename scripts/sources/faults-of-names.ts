import type { ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { NOTHING } from "../../src/core/errors.ts";
import { RHYTHMS } from "../../src/core/rhythms.ts";
import { tableFile } from "../read/table-file.ts";
import { type Fault, pathText } from "../tools/checked.ts";
import type { Given } from "./export-settings.ts";
import { orderedColumns, orderHeader } from "./repeats.ts";

/** What is said of one source of a table, and where. */
export interface Entry {
  id: string;
  path: readonly (string | number)[];
  given: Given;
}

interface Settings {
  defaults: object;
  entries: readonly Entry[];
}

/** All tables, columns and values that exports name and no contract has, and settings that do not go together, or are said nowhere. */
export const faultsOfNames = ({ defaults, entries }: Settings, tables: readonly Table[]): Fault[] => {
  const ofEach = entries.flatMap(({ id, path, given }) =>
    [...faultsOf(id, given, tables), ...ofRhythm({ ...defaults, ...given })].map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
  );
  return [...ofEach, ...ofSeveral(entries, tables)];
};

const ofRhythm = (given: Given): Fault[] => (given.rhythm === undefined ? [{ path: ["rhythm"], expected: { choices: RHYTHMS } }] : []);

/** Faults of one entry, by their paths within it. */
function faultsOf(id: string, given: Given, tables: readonly Table[]): Fault[] {
  const table = tables.find((each) => each.id === id);
  const exportable = tables.filter(({ isReference }) => !isReference).map((each) => each.id);
  if (!table) return [{ path: [], found: id, expected: { choices: exportable } }];
  if (table.isReference) {
    const file = `reference/${tableFile(table)}`;
    return [
      { path: [], found: id, expected: { zh: `导出的表；此表从 ${file} 读取`, en: `a table of exports; this one is read from ${file}` } },
    ];
  }
  return [...ofColumns(table, given), ...ofValues(table, given), ...ofRepeats(table, given), ...ofMaking(id, given)];
}

/** A key that is none of the choices. */
const unknown = (path: readonly string[], choices: readonly string[]): Fault => ({
  ...{ path, found: path.at(-1) ?? "" },
  expected: { choices },
});

function ofColumns({ columns }: Table, given: Given): Fault[] {
  const order = orderHeader({ columns }, given.keep);
  const names = Object.keys(columns);
  const ofKinds = (...kinds: ColumnKind[]) => names.filter((name) => kinds.includes(columns[name]?.kind as ColumnKind));
  const able = {
    columns: names,
    values: names,
    dates: ofKinds("date", "timestamp", "quarter"),
    scale: ofKinds("number", "amount", "integer"),
  };
  return Object.entries(able).flatMap(([setting, choices]) => {
    const said = Object.entries(given[setting as keyof typeof able]);
    const wrong = said.filter(([name]) => !choices.includes(name) && !(setting === "dates" && name === order));
    return wrong.map(([name, value]) => ({
      ...unknown([setting, name], choices),
      remedy: swapped(name, value, choices.includes(String(value))),
    }));
  });
}

/** What to write where the two sides of a pair are the wrong way round. */
function swapped(name: string, value: unknown, isSwapped: boolean): Fault["remedy"] {
  if (!isSwapped) return undefined;
  return { zh: `左右写反了，应为 ${value}: ${name}`, en: `the sides are the wrong way round; write ${value}: ${name}` };
}

const ofValues = ({ columns }: Table, { values }: Given): Fault[] =>
  Object.entries(values).flatMap(([name, mapped]) => {
    const known = columns[name]?.values;
    const wrong = known ? Object.entries(mapped).filter(([, value]) => value !== "" && !Object.hasOwn(known, value)) : [];
    const choices = Object.keys(known ?? {});
    return wrong.map(([word, value]) => ({
      ...{ path: ["values", name, word], expected: { choices } },
      remedy: swapped(word, value, choices.includes(word)),
    }));
  });

function ofRepeats(table: Table, { overlap, keep }: Given): Fault[] {
  const { id, key } = table;
  const faults: Fault[] = [];
  if (overlap !== undefined && key.length > 0)
    faults.push({
      path: ["overlap"],
      expected: {
        zh: `没有此项：${id} 有键 ${key.join(", ")}，以最新的文件为准；overlap 只用于没有键的表`,
        en: `nothing: overlap is for tables without a key; ${id} has the key ${key.join(", ")}: the newest file wins`,
      },
    });
  if (keep !== undefined && key.length === 0)
    faults.push({
      path: ["keep"],
      expected: {
        zh: `没有此项：keep 只用于有键的表，${id} 没有键，请改用 overlap`,
        en: `nothing: keep is for tables with a key; ${id} has none: say overlap instead`,
      },
    });
  const ordered = orderedColumns(table);
  const isUnordered = keep?.by && orderHeader(table, keep) === null && !ordered.includes(keep.by);
  if (isUnordered && key.length > 0) faults.push({ ...unknown(["keep"], ordered), found: String(keep.by) });
  return faults;
}

function ofMaking(id: string, given: Given): Fault[] {
  const faults: Fault[] = [];
  if (given.events && given.sql !== undefined)
    faults.push({
      path: ["sql"],
      found: "events and sql",
      expected: { zh: "events 与 sql 二者之一", en: "one of the two" },
    });
  if (given.with && given.sql === undefined)
    faults.push({
      path: ["with"],
      expected: { zh: "没有此项：with 只供 sql 使用", en: `nothing: with is for the tables of exports.${id}.sql, which is not there` },
    });
  return faults;
}

/** What the entries of one table say of it as a whole, each otherwise: they are read into one table, in which one rule holds. */
function ofSeveral(entries: readonly Entry[], tables: readonly Table[]): Fault[] {
  return [...Map.groupBy(entries, ({ id }) => id)].flatMap(([id, own]) => {
    const table = tables.find((each) => each.id === id);
    return table ? [...ofOverlap(own), ...ofKeep(table, own)] : [];
  });
}

function ofOverlap(own: readonly Entry[]): Fault[] {
  const [first, ...others] = own.filter(({ given }) => given.overlap !== undefined);
  return others
    .filter(({ given }) => given.overlap !== first?.given.overlap)
    .map(({ path }) => ({ path: [...path, "overlap"], expected: asIn(first as Entry, first?.given.overlap ?? "") }));
}

/** Records of all entries are ordered by one rule; each may have a header of its own that it goes by. */
function ofKeep(table: Table, own: readonly Entry[]): Fault[] {
  const [first] = own.filter(({ given }) => given.keep !== undefined);
  const keep = first?.given.keep;
  if (!first || !keep) return [];
  const isByHeader = (other: Given["keep"]) => orderHeader(table, other) !== null;
  const isAlike = (other: Given["keep"]) => other?.order === keep.order && (isByHeader(keep) ? isByHeader(other) : other.by === keep.by);
  const text = keep.by === null ? keep.order : `${keep.order} by ${isByHeader(keep) ? "…" : keep.by}`;
  return own
    .filter((entry) => entry !== first && !isAlike(entry.given.keep))
    .map(({ path, given }) => ({ path: [...path, "keep"], found: given.keep ? undefined : NOTHING, expected: asIn(first, text) }))
    .map(({ found, ...fault }) => ({ ...fault, ...(found ? { found } : {}) }));
}

const asIn = ({ path }: Entry, text: string) => ({
  zh: `${text}，与 ${pathText(path)} 相同：同一张表只有一种取法`,
  en: `${text}, as in ${pathText(path)}: one rule holds for all sources of a table`,
});
