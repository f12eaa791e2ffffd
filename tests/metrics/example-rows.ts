import { type Engine, rowsOf } from "../../scripts/engine/engine.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import type { Example } from "../../src/cube/metric.ts";

/** The month that the rows of an example lie in; before and after it there are others, so that an empty example is a 0 and not a gap. */
export const EXAMPLE_MONTH = "2026-03";
const OTHER_DAYS = ["2026-02-28", "2026-04-30"];
/** The quarter of that month, and days with other rows of facts by quarter. */
export const EXAMPLE_QUARTER = "2026Q1";
const OTHER_QUARTERS = ["2025-12-31", "2026-06-30"];

type Row = Readonly<Record<string, unknown>>;

/** The rows that an example gives to one of the metric's facts. */
export function rowsGiven({ given }: Example, own: string, fact: string): readonly Row[] {
  if (!Array.isArray(given)) return (given as Readonly<Record<string, readonly Row[]>>)[fact] ?? [];
  return fact === own ? (given as readonly Row[]) : [];
}

const literal = (value: unknown) => (typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value ?? "null"));

/** Fills the table of a fact, which is there with its types: columns left out are missing, members and the day are given. */
export async function fillFact(engine: Engine, { id, time, covers }: Fact, rows: readonly Row[]): Promise<void> {
  const columns = await rowsOf<{ column_name: string; column_type: string }>(engine, `describe facts.${id}`);
  const member = (type: string) => (type === "VARCHAR" ? "member" : null);
  const others = covers === "finished quarters" ? OTHER_QUARTERS : OTHER_DAYS;
  const all = [...rows.map((row) => ({ [time]: `${EXAMPLE_MONTH}-15`, ...row })), ...others.map((day) => ({ [time]: day }))];
  const unknown = all.flatMap((row) => Object.keys(row)).find((name) => !columns.some(({ column_name }) => column_name === name));
  if (unknown) throw new Error(`unknown column: ${unknown}; fact ${id} has ${columns.map(({ column_name }) => column_name).join(", ")}`);
  const values = all.map(
    (row: Row) =>
      `(${columns.map(({ column_name: name, column_type: type }) => literal(row[name] === undefined ? member(type) : row[name])).join(", ")})`,
  );
  await engine.run(`delete from facts.${id}; insert into facts.${id} values ${values.join(", ")}`);
}
