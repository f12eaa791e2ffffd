import { ADDRESSED } from "../../src/core/addressed.ts";
import type { Column, Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Reason } from "../../src/core/reason.ts";
import { dependencyOrder } from "../tools/dependency-order.ts";
import { membersByName } from "./members-by-name.ts";

/** Values of a column; each is there or not. */
interface Values {
  has(value: Staged): boolean;
  size?: number;
}

/** The values that a reference may have. */
export interface Referenced {
  values: Values;
  /** What their members are called → the value that each name stands for. */
  names: ReadonlyMap<string, string>;
  reason: Reason;
}

/** Rows of a staged table, as far as references need them. */
export interface Rows {
  getChild(name: string): { at(index: number): unknown } | null | undefined;
  numRows: number;
}

/** Every value of the single column that is the key of a table. */
export interface KeyValues {
  column: string;
  values: Values;
}

const targetOf = ({ references }: Column): { table: string; column: string } | null => {
  const [table, column] = references?.split(".") ?? [];
  return table !== undefined && column !== undefined ? { table, column } : null;
};

/** Tables such that each comes after those that it refers to. Throws when tables refer to each other in a circle. */
export function inOrderOfReferences(tables: readonly Table[]): Table[] {
  return dependencyOrder(tables, {
    idOf: ({ id }) => id,
    needs: referredTables,
    circular: (path) => `tables refer to each other in a circle: ${path.join(" → ")}`,
  });
}

/** Ids of the tables that a table refers to; one with amounts in several currencies refers to their rates. */
export const referredTables = ({ columns, money }: Table) => [
  ...Object.values(columns).flatMap((column) => targetOf(column)?.table ?? []),
  ...(money ? ["rates"] : []),
];

/** What references may hold, for the tables that are staged; each set of values is gathered once. */
export class ReferenceBook {
  readonly #rows = new Map<string, Rows>();
  readonly #keys = new Map<string, Values>();
  readonly #known = new Map<string, Referenced | null>();

  /** Adds a staged table; `key` has the values of a key that is a single column, where they are known already. */
  add(table: string, rows: Rows, key?: KeyValues | null): void {
    this.#rows.set(table, rows);
    if (key) this.#keys.set(`${table}.${key.column}`, key.values);
  }

  /** The rows of a staged table; null when it is not there. */
  rowsOf = (table: string): Rows | null => this.#rows.get(table) ?? null;

  /** Null for a column that refers to nothing, or to a table, or a dimension's members, that are not there to compare with. */
  lookUp(column: Column): Referenced | null {
    const target = targetOf(column);
    const rows = target && this.#rows.get(target.table);
    if (!target || !rows) return null;
    const { references: to = "", where } = column;
    const id = JSON.stringify([to, where]);
    let known = this.#known.get(id);
    if (known === undefined) {
      const values = this.#keysOf(column) ?? gather(rows, target.column, where);
      known = isUnnamed(values, where)
        ? null
        : { values, names: namesIn(rows, target.column, where), reason: { code: "reference", to, where } };
      this.#known.set(id, known);
    }
    return known;
  }

  /** The members to which a column refers, each with its names; none where they are not there to compare with. */
  namesOf(column: Column): Map<string, string[]> {
    const target = targetOf(column);
    const rows = target && this.#rows.get(target.table);
    return rows ? membersIn(rows, target.column, column.where) : new Map();
  }

  #keysOf({ references = "", where }: Column): Values | undefined {
    return where ? undefined : this.#keys.get(references);
  }
}

/** Whether nobody names the members of a dimension, so that they are what exports say; those that stand in addresses have to be named. */
const isUnnamed = ({ size }: Values, where: Column["where"]): boolean => where !== undefined && size === 0 && !ADDRESSED.includes(where.is);

function gather(rows: Rows, name: string, where: Column["where"]): Set<Staged> {
  const column = rows.getChild(name);
  if (!column) throw new Error(`unknown column in a reference: ${name}`);
  return new Set(placesIn(rows, where).map((row) => column.at(row) as Staged));
}

/** What the names of the members of a hand-kept table stand for; none of a table that names nothing. */
const namesIn = (rows: Rows, id: string, where: Column["where"]): Map<string, string> =>
  NAMES.some((name) => rows.getChild(name)) ? membersByName([...membersIn(rows, id, where)]) : new Map();

/** The columns with the names of members. */
const NAMES = ["zh", "en"];

/** The members of a table, each with its names. */
function membersIn(rows: Rows, id: string, where: Column["where"]): Map<string, string[]> {
  const [ids, ...names] = [id, ...NAMES].map((column) => rows.getChild(column));
  const namesAt = (row: number) => names.flatMap((name) => (name?.at(row) as string | null | undefined) ?? []);
  return new Map(placesIn(rows, where).map((row) => [String(ids?.at(row)), namesAt(row)]));
}

/** The rows that count. */
function placesIn(rows: Rows, where: Column["where"]): number[] {
  const filter = where && rows.getChild(where.column);
  return Array.from({ length: rows.numRows }, (_, row) => row).filter((row) => !filter || filter.at(row) === where?.is);
}
