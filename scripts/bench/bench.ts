import type { ReaderSpeed } from "./browser/readers.ts";
import type { DataBuild } from "./data-build.ts";
import type { ServiceBuilds } from "./service-builds.ts";
import type { SiteBuild } from "./site-build.ts";
import type { WorkbookReads } from "./workbook-reads.ts";

/** What one run of the benchmark has measured. */
export interface Bench {
  machine: { processor: string; cores: number; memory_gb: number; node: string; duckdb_wasm: string; duckdb_native: string };
  /** Seconds and MB; see `Measured`. */
  data: DataBuild[];
  service: ServiceBuilds[];
  workbooks: WorkbookReads;
  site: SiteBuild;
  /** Milliseconds and bytes; see `PageSpeed`. */
  readers: ReaderSpeed[];
}
