import { createRequire } from "node:module";
import { join } from "node:path";
import { type Table, tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { openScratch } from "../tools/scratch.ts";
import type { Engine } from "./engine.ts";

const bundle = (file: string) => createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${file}`);

/** The engine's own memory, of the 4 GB that WebAssembly can have at most; what needs more goes to its file. */
const MEMORY_LIMIT = "2500MB";

export interface EngineOptions {
  /** Keeps what does not fit in memory in a file, which is removed with the engine. One such engine at a time is all that a process can have. */
  isLarge?: boolean;
}

/** DuckDB-WASM inside this process, in memory. Its package is loaded by then, so that faults of settings need not wait for it. */
export async function openDuckDbWasm({ isLarge = false }: EngineOptions = {}): Promise<Engine> {
  const { createDuckDB, DuckDBAccessMode, NODE_RUNTIME, VoidLogger } = await import("@duckdb/duckdb-wasm/blocking");
  const scratch = isLarge ? openScratch("engine") : undefined;
  const module = { mainModule: bundle("duckdb-eh.wasm"), mainWorker: bundle("duckdb-node-eh.worker.cjs") };
  const bindings = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), NODE_RUNTIME);
  await bindings.instantiate();
  // Without this the engine asks the internet for extensions and hangs.
  bindings.open({
    ...(scratch && { path: join(scratch.folder, "engine.db"), accessMode: DuckDBAccessMode.READ_WRITE }),
    query: { castBigIntToDouble: true, castDecimalToDouble: true },
  });
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
      connection.insertArrowFromIPCStream(table instanceof Uint8Array ? table : streamOf(table), { schema, name: relation, create: true });
    },
    async close() {
      connection.close();
      bindings.reset();
      scratch?.remove();
    },
  };
  await engine.run("set autoinstall_known_extensions = false; set autoload_known_extensions = false");
  if (scratch) {
    const overflow = join(scratch.folder, "overflow").replaceAll("'", "''");
    await engine.run(`set memory_limit = '${MEMORY_LIMIT}'; set temp_directory = '${overflow}'`);
  }
  return engine;
}

function streamOf(table: Table): Uint8Array {
  const bytes = tableToIPC(table, { format: "stream" });
  if (!bytes) throw new Error("cannot write a table as Arrow");
  return bytes;
}
