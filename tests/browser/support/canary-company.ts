import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { parse, stringify as stringifyYaml } from "yaml";
import { makeSample } from "../../../scripts/sample/make-sample.ts";
import { loadTables } from "../../../scripts/tools/registry.ts";
import { readSettings } from "../../../scripts/tools/settings.ts";
import type { Column } from "../../../src/core/columns.ts";
import type { Table } from "../../../src/core/contract.ts";
import { withStates } from "../../pipeline/order-states.ts";

/** In every value that must not leave the build. */
export const CANARY = "KANARI";

/** The target and the actual value of every goal whose role one person holds. */
export const CANARY_NUMBER = 76543.21;

type Row = Readonly<Record<string, unknown>>;

/** The role of the sample that one person holds. */
const LONE_ROLE = "sales_ops_analyst";

/** A goal; nothing of it but its number and its place may leave the build, where one person holds its role. */
const withLoneCanary = (goal: Row): Row =>
  goal["role"] === LONE_ROLE
    ? { ...goal, measure: `${CANARY} measure`, measure_en: `${CANARY} measure`, target: CANARY_NUMBER, actual: CANARY_NUMBER }
    : goal;

const iso = (milliseconds: number, length: number) => new Date(milliseconds).toISOString().replace("T", " ").slice(0, length);

/** A staged value as an export writes it; unpublished keys and texts carry the canary, the same one wherever they are repeated. */
function written({ kind, publish }: Column, value: unknown): string {
  if (value === null || value === undefined) return publish === "never" && kind === "text" ? `${CANARY} note` : "";
  if (kind === "date") return iso(Number(value) * 86_400_000, 10);
  if (kind === "timestamp") return iso(Number(value), 19);
  if (kind === "flag") return value ? "1" : "0";
  return publish === "never" ? `${CANARY}-${value}` : String(value);
}

/** A record that is refused, with the canary in every column. */
const refused = (table: Table) => Object.keys(table.columns).map((name) => `${CANARY}-refused-${name}`);

function writeExport(dir: string, table: Table, rows: Iterable<Row>): void {
  const columns = Object.entries(table.columns);
  const records = [...rows].map((row) => columns.map(([name, column]) => written(column, row[name])));
  writeFileSync(join(dir, `exports/${table.id}.csv`), stringify([columns.map(([name]) => name), ...records, refused(table)]));
}

/** A table without the columns that an export lacks. */
const lackingOf = (table: Table, lacking: readonly string[]): Table => ({
  ...table,
  columns: Object.fromEntries(Object.entries(table.columns).filter(([name]) => !lacking.includes(`${table.id}.${name}`))),
});

interface CompanyOptions {
  /** Path under which its site is served. */
  base?: string;
  /** Tables that it does not export. */
  without?: readonly string[];
  /** Columns that its exports lack, as `products.launched_on`. */
  lacking?: readonly string[];
}

/** A small company whose every unpublished value, and every record that is refused, carries the canary. */
export async function writeCanaryCompany({ base = "/", without = [], lacking = [] }: CompanyOptions): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "tandem-canary-"));
  mkdirSync(join(dir, "exports"));
  cpSync(join(readSettings().dataDir, "reference"), join(dir, "reference"), { recursive: true });
  const site = parse(readFileSync(join(readSettings().dataDir, "site.yaml"), "utf8"));
  writeFileSync(join(dir, "site.yaml"), stringifyYaml({ ...site, base }));
  const tables = (await loadTables()).filter((table) => !table.isReference && !without.includes(table.id));
  const source = ({ id }: Table) => [id, { files: `exports/${id}.csv`, system: "CSV", rhythm: "daily" }];
  writeFileSync(
    join(dir, "sources.yaml"),
    stringifyYaml({ defaults: { max_rejected: 0.5 }, exports: Object.fromEntries(tables.map(source)) }),
  );
  const sample = { ...makeSample(2_000) };
  const rowsOf = (id: string): Iterable<Row> => {
    if (id === "goals") return sample.goals.map(withLoneCanary);
    if (id === "order_states") return withStates(sample.orders()) as Row[];
    return (id === "orders" ? sample.orders() : sample[id as Exclude<keyof typeof sample, "orders">]) as Iterable<Row>;
  };
  for (const table of tables) writeExport(dir, lackingOf(table, lacking), rowsOf(table.id));
  return dir;
}
