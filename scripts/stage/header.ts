import type { Table } from "../../src/core/contract.ts";
import { type Issue, listed, nearest } from "../../src/core/errors.ts";
import { type Header, plainName } from "../read/header-row.ts";
import type { EntryPlace } from "../sources/entry-place.ts";
import { orderedColumns, orderHeader } from "../sources/repeats.ts";
import type { Shaped } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";
import { lackingHeader } from "../sources/step.ts";

/** Where the columns of a contract stand in a file, and what is wrong with its header. */
export interface HeaderMatch {
  /** Contract column, and the header that `keep` names → its place in the file, from 0. What the file lacks is left out. */
  places: ReadonlyMap<string, number>;
  issues: Issue[];
}

type Naming = Pick<Source, "columns" | "ignore" | "events" | "sql" | "keep" | "place">;

/** A header as it stands in a file, and what the steps of `sources.yaml` made of it. */
export interface ShapedHeader {
  header: Header;
  shaped: Pick<Shaped, "header" | "used" | "issues">;
}

/** Finds the columns of a contract in the header of one file. */
export function matchHeader(
  table: Table,
  { columns, ignore, events, sql, keep, place }: Naming,
  file: string,
  { header, shaped }: ShapedHeader,
): HeaderMatch {
  const names = shaped.header.map(plainName);
  const at = { file, line: header.line || undefined };
  const order = orderHeader(table, keep);
  const wanted = [...Object.keys(table.columns), ...(order === null ? [] : [order])].map((column) => ({
    column,
    name: plainName(columns[column] ?? column),
  }));
  const present = wanted.filter(({ name }) => names.includes(name));
  const wantedNames = wanted.map(({ name }) => name);
  // a log of events, or a SELECT, takes what it names and no more
  const takesAny = ignore === "rest" || events !== undefined || sql !== undefined;
  const known = [...wantedNames, ...shaped.used, ...ignoredNames(ignore)];
  return {
    places: new Map(present.map(({ column, name }) => [column, names.indexOf(name)])),
    issues: [
      ...wanted.flatMap(({ column, name }) =>
        table.columns[column]?.required && !names.includes(name)
          ? lacking({ column, name }, names, table.isReference ? at : { ...at, place })
          : [],
      ),
      ...repeated(names, wantedNames, at),
      ...(order === null || names.includes(order) ? [] : [notOrdered(table, names, { ...at, column: order, place })]),
      ...(takesAny ? [] : unused(header.names, known, at)),
    ],
  };
}

const ignoredNames = (ignore: Source["ignore"]): string[] => (ignore === "rest" ? [] : ignore.map(plainName));

/** Headers that a message names. */
const SHOWN = 12;

/** A required column whose header is not there. */
function lacking({ column, name }: { column: string; name: string }, names: readonly string[], { place, ...at }: Place): Issue {
  const said = name === column ? "" : ` (${column})`;
  const near = nearest(name, names);
  const shown = listed(names.filter(Boolean), SHOWN);
  return {
    ...{ ...at, column: name, found: { zh: "没有这一列", en: "no such header" } },
    expected: {
      zh: `必需列 ${name}${said}${near ? `（是不是 ${near}？）` : `；文件中有 ${shown}`}`,
      en: `the required column ${name}${said}${near ? `; did you mean ${near}?` : `; the file has ${shown}`}`,
    },
    remedy: place && {
      zh: `在 sources.yaml 的 ${place.name}.columns 中写明 ${column}: ${near ?? "文件中的列名"}`,
      en: `say under ${place.name}.columns in sources.yaml: ${column}: ${near ?? "its header in the file"}`,
    },
  };
}

/** Headers that `sources.yaml` names for optional columns, or to be ignored, and that no file of the table has. */
export function namedInVain(table: Table, { columns, ignore }: Naming, file: string, headers: readonly (readonly string[])[]): Issue[] {
  const names = headers.flat().map(plainName);
  const optional = Object.entries(columns).filter(([column]) => !table.columns[column]?.required);
  return [...optional.map(([, name]) => plainName(name)), ...ignoredNames(ignore)]
    .filter((name) => name !== "" && !names.includes(name))
    .map((name) => lackingHeader(file, [...new Set(names)], name));
}

/** Where an issue is, and the entry of `sources.yaml` that it is about; a hand-kept table has none. */
type Place = Pick<Issue, "file" | "line"> & { place?: EntryPlace };

/** A header that `keep` names, and the file does not have. */
function notOrdered(table: Table, names: readonly string[], { place: entry, ...at }: Required<Place> & { column: string }): Issue {
  const near = nearest(at.column, [...orderedColumns(table), ...names]);
  const place = `${entry.name}.keep`;
  return {
    ...{ ...at, found: { zh: "没有这一列", en: "no such header" } },
    expected: {
      zh: `${place} 所写的 ${table.id} 的日期、时间或数字列，或文件中的列名${near ? `（是不是 ${near}？）` : ""}`,
      en: `a date, time or number of ${table.id}, or a header, as ${place} names it${near ? `; did you mean ${near}?` : ""}`,
    },
  };
}

const repeated = (names: readonly string[], wanted: readonly string[], at: Place): Issue[] =>
  wanted
    .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    .map((name) => ({
      ...at,
      column: name,
      found: { zh: "几列同名", en: "several columns of this name" },
      expected: { zh: "一列", en: "one" },
    }));

const unused = (names: readonly string[], used: readonly string[], at: Place): Issue[] =>
  names.flatMap((name, place) => {
    if (used.includes(name)) return [];
    const near = name ? nearest(name, used) : undefined;
    const found = name ? { zh: `列名 ${name}`, en: `the header ${name}` } : { zh: "空的列名", en: "a blank header" };
    const expected = {
      zh: `这张表的列名，或写在 sources.yaml 的 ignore 里的列名${near ? `（是不是 ${near}？）` : ""}`,
      en: `a header of the contract or one under ignore in sources.yaml${near ? `; did you mean ${near}?` : ""}`,
    };
    return [{ ...at, column: name || `column ${place + 1}`, found, expected }];
  });
