import {
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import {
  bool,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int32,
  type Table,
  Type,
  tableFromColumns,
  tableFromIPC,
  utf8,
} from "@uwdata/flechette";
import { DAY_MS } from "../../src/core/days.ts";
import type { Engine } from "../engine/engine.ts";

/** DuckDB as a native library, in memory, with as many threads as there are cores; what `engine/duckdb-wasm.ts` is measured against. */
export async function openDuckDbNative(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async read(sql) {
      const result = await connection.runAndReadAll(sql);
      const columns = result.getColumnsJS();
      const names = result.columnNames();
      return tableFromColumns(names.map((name, i) => [name, columnOf(result.columnTypeId(i), columns[i] ?? [])]));
    },
    async load(name, given) {
      const table = given instanceof Uint8Array ? tableFromIPC(given) : given;
      await connection.run(createSql(name, table));
      if (table.numRows > 0) await append(connection, name, table);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const ARROW_TYPES: Partial<Record<DuckDBTypeId, () => DataType>> = {
  [DuckDBTypeId.BOOLEAN]: bool,
  [DuckDBTypeId.INTEGER]: int32,
  [DuckDBTypeId.VARCHAR]: () => dictionary(utf8()),
};

/** Numbers become doubles and moments milliseconds, as DuckDB-WASM is set to give them. */
function columnOf(typeId: DuckDBTypeId, values: readonly unknown[]) {
  const plain = values.map((value) => (typeof value === "bigint" || value instanceof Date ? Number(value) : value));
  return columnFromArray(plain, (ARROW_TYPES[typeId] ?? float64)());
}

/** How a column of an Arrow type is held, and a value of it. */
interface Form {
  type: DuckDBType;
  convert: (value: unknown) => DuckDBValue;
}

const asIs = (value: unknown) => value as DuckDBValue;

const FORMS: Partial<Record<DataType["typeId"], Form>> = {
  [Type.Bool]: { type: BOOLEAN, convert: asIs },
  [Type.Int]: { type: INTEGER, convert: asIs },
  [Type.Float]: { type: DOUBLE, convert: asIs },
  [Type.Utf8]: { type: VARCHAR, convert: asIs },
  [Type.Dictionary]: { type: VARCHAR, convert: asIs },
  [Type.Date]: { type: DATE, convert: (value) => new DuckDBDateValue(Number(value) / DAY_MS) },
  [Type.Timestamp]: { type: TIMESTAMP, convert: (value) => new DuckDBTimestampValue(BigInt(Number(value)) * 1000n) },
};

function formsOf(name: string, { schema }: Table): Form[] {
  return schema.fields.map((field) => {
    const form = FORMS[field.type.typeId];
    if (!form) throw new Error(`cannot load a column of Arrow type ${field.type.typeId}: ${field.name} of ${name}`);
    return form;
  });
}

function createSql(name: string, table: Table): string {
  const forms = formsOf(name, table);
  return `create table ${name} (${table.schema.fields.map((field, i) => `"${field.name}" ${forms[i]?.type}`).join(", ")})`;
}

/** Rows that DuckDB takes at once. */
const CHUNK = 2048;

async function append(connection: DuckDBConnection, name: string, table: Table): Promise<void> {
  const forms = formsOf(name, table);
  const columns = table.children.map((column) => Array.from(column));
  const [relation = name, schema] = name.split(".").toReversed();
  const appender = await connection.createAppender(relation, schema ?? null);
  for (let start = 0; start < table.numRows; start += CHUNK) {
    const chunk = DuckDBDataChunk.create(forms.map(({ type }) => type));
    chunk.setColumns(
      columns.map((values, i) => {
        const convert = forms[i]?.convert ?? asIs;
        return values.slice(start, start + CHUNK).map((value) => (value === null ? null : convert(value)));
      }),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
