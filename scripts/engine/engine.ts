import type { Table } from "@uwdata/flechette";

/** A database that the build computes in: SQL in the dialect that DuckDB, ClickHouse and Trino share. */
export interface Engine {
  /** Runs statements for their effect. */
  run(sql: string): Promise<void>;
  /** Runs a query; dates and timestamps come as milliseconds. */
  read(sql: string): Promise<Table>;
  /** Creates a table from Arrow, or from the bytes of an Arrow stream. */
  load(name: string, table: Table | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Rows of a query as plain objects. */
export async function rowsOf<Row = Record<string, unknown>>(engine: Engine, sql: string): Promise<Row[]> {
  return (await engine.read(sql)).toArray() as Row[];
}
