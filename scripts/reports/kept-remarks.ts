import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a data folder keeps what its latest build said. */
const fileOf = (dataDir: string) => join(dataDir, ".tandem", "remarks.txt");

/** Keeps what a build of the data says, so that it can be said again once the site is built. */
export function keepRemarks(dataDir: string, remarks: readonly string[]): void {
  mkdirSync(dirname(fileOf(dataDir)), { recursive: true });
  writeFileSync(fileOf(dataDir), remarks.map((line) => `${line}\n`).join(""));
}

/** What the latest build of the data said, as lines; empty where it said nothing. */
export const keptRemarks = (dataDir: string): string => (existsSync(fileOf(dataDir)) ? readFileSync(fileOf(dataDir), "utf8") : "");
