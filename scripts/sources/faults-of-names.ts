import type { ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Issue } from "../../src/core/errors.ts";
import { RHYTHMS } from "../../src/core/rhythms.ts";
import { tableFile } from "../read/table-file.ts";
import { type Fault, faultAt } from "../tools/checked.ts";
import type { Yaml } from "../tools/yaml.ts";
import type { Given } from "./export-settings.ts";
import { orderedColumns, orderHeader } from "./repeats.ts";

interface Settings {
  defaults: object;
  exports: Readonly<Record<string, Given>>;
}

/** All tables, columns and values that exports name and no contract has, and settings that do not go together, or are said nowhere. */
export const faultsOfNames = ({ defaults, exports }: Settings, tables: readonly Table[], yaml: Yaml): Issue[] =>
  Object.entries(exports)
    .flatMap(([id, given]) => [...faultsOf(id, given, tables), ...ofRhythm(id, { ...defaults, ...given })])
    .map((fault) => faultAt({ ...fault, path: ["exports", ...fault.path] }, yaml));

const ofRhythm = (id: string, given: Given): Fault[] =>
  given.rhythm === undefined ? [{ path: [id, "rhythm"], expected: { choices: RHYTHMS } }] : [];

function faultsOf(id: string, given: Given, tables: readonly Table[]): Fault[] {
  const table = tables.find((each) => each.id === id);
  const exportable = tables.filter(({ isReference }) => !isReference).map((each) => each.id);
  if (!table) return [unknown([id], exportable)];
  if (table.isReference) {
    const file = `reference/${tableFile(table)}`;
    return [
      { path: [id], found: id, expected: { zh: `导出的表；此表从 ${file} 读取`, en: `a table of exports; this one is read from ${file}` } },
    ];
  }
  return [...ofColumns(table, given), ...ofValues(table, given), ...ofRepeats(table, given), ...ofMaking(id, given)];
}

/** A key that is none of the choices. */
const unknown = (path: readonly string[], choices: readonly string[]): Fault => ({
  ...{ path, found: path.at(-1) ?? "" },
  expected: { choices },
});

function ofColumns({ id, columns }: Table, given: Given): Fault[] {
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
      ...unknown([id, setting, name], choices),
      remedy: swapped(name, value, choices.includes(String(value))),
    }));
  });
}

/** What to write where the two sides of a pair are the wrong way round. */
function swapped(name: string, value: unknown, isSwapped: boolean): Fault["remedy"] {
  if (!isSwapped) return undefined;
  return { zh: `左右写反了，应为 ${value}: ${name}`, en: `the sides are the wrong way round; write ${value}: ${name}` };
}

const ofValues = ({ id, columns }: Table, { values }: Given): Fault[] =>
  Object.entries(values).flatMap(([name, mapped]) => {
    const known = columns[name]?.values;
    const wrong = known ? Object.entries(mapped).filter(([, value]) => value !== "" && !Object.hasOwn(known, value)) : [];
    const choices = Object.keys(known ?? {});
    return wrong.map(([word, value]) => ({
      ...{ path: [id, "values", name, word], expected: { choices } },
      remedy: swapped(word, value, choices.includes(word)),
    }));
  });

function ofRepeats(table: Table, { overlap, keep }: Given): Fault[] {
  const { id, key } = table;
  const faults: Fault[] = [];
  if (overlap !== undefined && key.length > 0)
    faults.push({
      path: [id, "overlap"],
      expected: {
        zh: `没有此项：${id} 有键 ${key.join(", ")}，以最新的文件为准；overlap 只用于没有键的表`,
        en: `nothing: overlap is for tables without a key; ${id} has the key ${key.join(", ")}: the newest file wins`,
      },
    });
  if (keep !== undefined && key.length === 0)
    faults.push({
      path: [id, "keep"],
      expected: {
        zh: `没有此项：keep 只用于有键的表，${id} 没有键，请改用 overlap`,
        en: `nothing: keep is for tables with a key; ${id} has none: say overlap instead`,
      },
    });
  const ordered = orderedColumns(table);
  const isUnordered = keep?.by && orderHeader(table, keep) === null && !ordered.includes(keep.by);
  if (isUnordered && key.length > 0) faults.push({ ...unknown([id, "keep"], ordered), found: String(keep.by) });
  return faults;
}

function ofMaking(id: string, given: Given): Fault[] {
  const faults: Fault[] = [];
  if (given.events && given.sql !== undefined)
    faults.push({
      path: [id, "sql"],
      found: "events and sql",
      expected: { zh: "events 与 sql 二者之一", en: "one of the two" },
    });
  if (given.with && given.sql === undefined)
    faults.push({
      path: [id, "with"],
      expected: { zh: "没有此项：with 只供 sql 使用", en: `nothing: with is for the tables of exports.${id}.sql, which is not there` },
    });
  return faults;
}
