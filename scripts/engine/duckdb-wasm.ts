import { createRequire } from "node:module";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { type Table, tableFromIPC, tableToIPC } from "@uwdata/flechette";
import type { Engine } from "./engine.ts";

const bundle = (file: string) => createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${file}`);

/** DuckDB-WASM inside this process, in memory. */
export async function openDuckDbWasm(): Promise<Engine> {
  const module = { mainModule: bundle("duckdb-eh.wasm"), mainWorker: bundle("duckdb-node-eh.worker.cjs") };
  const bindings = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), NODE_RUNTIME);
  await bindings.instantiate();
  // Without this the engine asks the internet for extensions and hangs.
  bindings.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = bindings.connect();
  const engine: Engine = {
    async run(sql) {
      connection.useUnsafe((db, id) => db.runQuery(id, sql));
    },
    async read(sql) {
      return tableFromIPC(connection.useUnsafe((db, id) => db.runQuery(id, sql)));
    },
    async load(name, table) {
      const [schema, relation] = name.includes(".") ? (name.split(".") as [string, string]) : ["main", name];
      connection.insertArrowFromIPCStream(streamOf(table), { schema, name: relation, create: true });
    },
    async close() {
      connection.close();
      bindings.reset();
    },
  };
  await engine.run("set autoinstall_known_extensions = false; set autoload_known_extensions = false");
  return engine;
}

function streamOf(table: Table): Uint8Array {
  const bytes = tableToIPC(table, { format: "stream" });
  if (!bytes) throw new Error("cannot write a table as Arrow");
  return bytes;
}
