import { float64 } from "@uwdata/flechette";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { templateText } from "../../scripts/read/templates.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Reason } from "../../src/core/reason.ts";
import { REASON_EXAMPLES } from "../../src/core/reason-examples.ts";
import { CLOCK, dataFolder } from "../stage/folder.ts";
import { writeParquet } from "../stage/parquet.ts";

type Example = (typeof REASON_EXAMPLES)[keyof typeof REASON_EXAMPLES];

const tables = await loadTables();
const contractOf = (id: string) => tables.find((table) => table.id === id) as Table;

const NOT_OF_UTF8 = Buffer.from([0xff]);

/** The bytes of a text, in which U+FFFD stands for a byte that is not of UTF-8. */
const bytesOf = (text: string) =>
  Buffer.concat(text.split("\uFFFD").flatMap((part, n) => (n > 0 ? [NOT_OF_UTF8, Buffer.from(part)] : [Buffer.from(part)])));

/** The header of a table and the record of an example, before which stands the one of the template where it needs another of its key. */
function fileOf({ table, record, reason }: Example): Uint8Array {
  const columns = Object.entries(contractOf(table).columns);
  const before = reason.code === "unique-key" ? [columns.map(([, { example }]) => example)] : [];
  const own = typeof record === "string" ? [] : [columns.map(([name, { example }]) => record[name] ?? example)];
  const text = stringify([columns.map(([name]) => name), ...before, ...own]);
  return bytesOf(typeof record === "string" ? `${text}${record}\n` : text);
}

/** The same in Parquet, the columns that the example names being fractions. */
function parquetOf({ table, record }: Example): Uint8Array {
  const given = record as Readonly<Record<string, string>>;
  const values = Object.entries(contractOf(table).columns).map(([name, { example }]) => [
    name,
    [given[name] === undefined ? example : Number(given[name])],
  ]);
  return writeParquet(Object.fromEntries(values), { types: Object.fromEntries(Object.keys(given).map((name) => [name, float64()])) });
}

/** Why staging does not take the records of an example, or values of them. */
async function reasonsOf(example: Example): Promise<Reason[]> {
  const { table, reason, source, files: beside = {} } = example;
  const isFraction = reason.code === "exact-identifier";
  const file = `${table}.${isFraction ? "parquet" : "csv"}`;
  const referred = reason.code === "reference" ? [reason.to.split(".")[0] as string] : [];
  const exports = Object.fromEntries([[table, { ...source, files: file }], ...referred.map((id) => [id, { files: `${id}.csv` }])]);
  const files = Object.fromEntries(referred.map((id) => [`${id}.csv`, templateText(contractOf(id))]));
  const dataDir = dataFolder(exports, { ...files, ...beside, [file]: isFraction ? parquetOf(example) : fileOf(example) });
  const staged = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress, tables });
  const [report] = staged.tables.get(table)?.files ?? [];
  return [...(report?.reasons ?? []), ...(report?.dropped ?? [])].map((counted) => counted.reason);
}

test.each(Object.entries(REASON_EXAMPLES))("the example of %s is not taken for that reason, and for no other", async (code, example) => {
  expect(example.reason.code).toBe(code);
  expect(await reasonsOf(example)).toEqual([example.reason]);
});
