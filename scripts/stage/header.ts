import type { Table } from "../../src/core/contract.ts";
import { type Issue, orNearest } from "../../src/core/errors.ts";
import { type Header, plainName } from "../read/header-row.ts";
import { orderedColumns, orderHeader } from "../sources/repeats.ts";
import type { Shaped } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";

/** Where the columns of a contract stand in a file, and what is wrong with its header. */
export interface HeaderMatch {
  /** Contract column, and the header that `keep` names → its place in the file, from 0. What the file lacks is left out. */
  places: ReadonlyMap<string, number>;
  /** Headers of required columns that are not there. */
  missing: string[];
  issues: Issue[];
}

type Naming = Pick<Source, "columns" | "ignore" | "events" | "sql" | "keep">;

/** A header as it stands in a file, and what the steps of `sources.yaml` made of it. */
export interface ShapedHeader {
  header: Header;
  shaped: Pick<Shaped, "header" | "used">;
}

/** Finds the columns of a contract in the header of one file. */
export function matchHeader(
  table: Table,
  { columns, ignore, events, sql, keep }: Naming,
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
    missing: wanted.filter(({ column, name }) => table.columns[column]?.required && !names.includes(name)).map(({ name }) => name),
    issues: [
      ...repeated(names, wantedNames, at),
      ...(order === null || names.includes(order) ? [] : [notOrdered(table, names, { ...at, column: order })]),
      ...(takesAny ? [] : unused(header.names, known, at)),
    ],
  };
}

const ignoredNames = (ignore: Source["ignore"]): string[] => (ignore === "rest" ? [] : ignore.map(plainName));

/** Headers that `sources.yaml` names for optional columns, or to be ignored, and that no file of the table has. */
export function namedInVain(table: Table, { columns, ignore }: Naming, file: string, headers: readonly (readonly string[])[]): Issue[] {
  const names = headers.flat().map(plainName);
  const optional = Object.entries(columns).filter(([column]) => !table.columns[column]?.required);
  return [...optional.map(([, name]) => plainName(name)), ...ignoredNames(ignore)]
    .filter((name) => name !== "" && !names.includes(name))
    .map((name) => ({
      file,
      column: name,
      found: "no such header",
      expected: `the header that sources.yaml names${orNearest(name, names)}`,
    }));
}

type Place = Pick<Issue, "file" | "line">;

/** A header that `keep` names, and the file does not have. */
function notOrdered({ id, columns }: Table, names: readonly string[], at: Place & { column: string }): Issue {
  const near = orNearest(at.column, [...orderedColumns(columns), ...names]);
  return {
    ...at,
    found: "no such header",
    expected: `a date, time or number of ${id}, or a header, as exports.${id}.keep names it${near}`,
  };
}

const repeated = (names: readonly string[], wanted: readonly string[], at: Place): Issue[] =>
  wanted
    .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    .map((name) => ({ ...at, column: name, found: "several columns of this name", expected: "one" }));

const unused = (names: readonly string[], used: readonly string[], at: Place): Issue[] =>
  names.flatMap((name, place) => {
    if (used.includes(name)) return [];
    const found = name ? `the header ${name}` : "a blank header";
    const expected = `a header of the contract or one under ignore in sources.yaml${name ? orNearest(name, used) : ""}`;
    return [{ ...at, column: name || `column ${place + 1}`, found, expected }];
  });
