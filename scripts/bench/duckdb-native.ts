import { DuckDBInstance, DuckDBTypeId } from "@duckdb/node-api";
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
  utf8,
} from "@uwdata/flechette";
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
    async load(name, table) {
      await connection.run(createSql(name, table));
      if (table.numRows > 0) await connection.run(`insert into ${name} values ${rowsSql(table)}`);
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

/** Numbers become doubles and moments milliseconds, as DuckDB-WASM is told to give them. */
function columnOf(typeId: DuckDBTypeId, values: readonly unknown[]) {
  const plain = values.map((value) => (typeof value === "bigint" || value instanceof Date ? Number(value) : value));
  return columnFromArray(plain, (ARROW_TYPES[typeId] ?? float64)());
}

const SQL_TYPES: Partial<Record<DataType["typeId"], string>> = {
  [Type.Int]: "integer",
  [Type.Float]: "double",
  [Type.Utf8]: "varchar",
  [Type.Date]: "date",
};

function createSql(name: string, { schema }: Table): string {
  const columns = schema.fields.map((field) => {
    const type = SQL_TYPES[field.type.typeId];
    if (!type) throw new Error(`cannot load a column of Arrow type ${field.type.typeId}: ${field.name} of ${name}`);
    return `"${field.name}" ${type}`;
  });
  return `create table ${name} (${columns.join(", ")})`;
}

function rowsSql(table: Table): string {
  const literal = (value: unknown, type: DataType) => {
    if (value === null) return "null";
    if (type.typeId === Type.Date) return `cast(epoch_ms(${value}) as date)`;
    return typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
  };
  const rows = table.toArray() as Record<string, unknown>[];
  return rows.map((row) => `(${table.schema.fields.map(({ name, type }) => literal(row[name], type)).join(", ")})`).join(", ");
}
