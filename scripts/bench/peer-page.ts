import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { run } from "../tools/command.ts";
import { ROOT } from "../tools/settings.ts";

const PEERS = join(import.meta.dirname, "peers");
const DATABASE = join(PEERS, "node_modules/@duckdb/duckdb-wasm/dist");

/** What is used of esbuild, which is installed for the peers alone. */
interface Esbuild {
  build: (options: {
    entryPoints: string[];
    outfile: string;
    bundle: true;
    minify: true;
    format: "esm";
    logLevel: "warning";
  }) => Promise<unknown>;
}

/** Makes a folder with the page of Mosaic vgplot, all that it loads, and the facts that `writePeerFacts` wrote. */
export async function buildPeer(factsFile: string, outDir: string): Promise<void> {
  await install();
  mkdirSync(outDir, { recursive: true });
  const { build }: Esbuild = createRequire(join(PEERS, "package.json"))("esbuild");
  const outfile = join(outDir, "page.js");
  await build({ entryPoints: [join(PEERS, "page/page.js")], outfile, bundle: true, minify: true, format: "esm", logLevel: "warning" });
  cpSync(join(PEERS, "page/index.html"), join(outDir, "index.html"));
  cpSync(join(DATABASE, "duckdb-browser-eh.worker.js"), join(outDir, "duckdb-browser-eh.worker.js"));
  writeFileSync(join(outDir, "duckdb-eh.wasm.gz"), gzipSync(readFileSync(join(DATABASE, "duckdb-eh.wasm")), { level: 9 }));
  cpSync(factsFile, join(outDir, "facts.arrow.gz"));
}

/** Installs what the lock file of the peers names, unless that has been done. */
async function install(): Promise<void> {
  const installed = join(PEERS, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(PEERS, "package-lock.json")).mtimeMs) return;
  const code = await run("npm", ["ci", "--prefix", relative(ROOT, PEERS), "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error(`npm ci of the peers ended with ${code}; see its own words above`);
}
