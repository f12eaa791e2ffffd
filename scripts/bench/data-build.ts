import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "../../src/data/documents.ts";
import { type CubeSize, cubeSizes } from "./cube-sizes.ts";
import { type Measured, measure } from "./measure.ts";
import type { Phases } from "./phases.ts";

/** A build in a process of its own, from start to end. */
export interface BuildTime extends Measured {
  /** The seconds of its phases: read, load, fact, cube, double. The rest is starting, and writing. */
  phases: Phases;
}

/** Exports to cubes, by Tandem and by native DuckDB, one after the other. */
export interface DataBuild {
  name: string;
  /** Records in the exports, and how many of them are orders. */
  records: number;
  orders: number;
  tandem: BuildTime;
  native: BuildTime;
  cubes: CubeSize[];
}

async function measureBuild(script: string, ...args: readonly string[]): Promise<BuildTime> {
  const { output, ...measured } = await measure(fileURLToPath(script), ...args);
  return { ...measured, phases: JSON.parse(output) };
}

export async function measureDataBuild(name: string, dataDir: string): Promise<DataBuild> {
  const outDir = mkdtempSync(join(tmpdir(), "tandem-bench-"));
  try {
    const tandem = await measureBuild(import.meta.resolve("./tandem-build.ts"), dataDir, outDir);
    const native = await measureBuild(import.meta.resolve("./native-build.ts"), dataDir, outDir);
    const { exports } = readDocument(outDir, "export-reports");
    const recordsOf = (reports: typeof exports) => reports.reduce((sum, { content }) => sum + (content?.read ?? 0), 0);
    const orders = recordsOf(exports.filter(({ table }) => table === "orders"));
    return { name, records: recordsOf(exports), orders, tandem, native, cubes: cubeSizes(outDir) };
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
