import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface CubeSize {
  file: string;
  /** Counts of values, which only quantiles need, rather than cells. */
  isCounts: boolean;
  raw: number;
  gzip: number;
}

/** Every cube that a data build wrote, the largest on the wire first. */
export function cubeSizes(builtDir: string): CubeSize[] {
  const files = readdirSync(builtDir).filter((file) => file.endsWith(".arrow"));
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(builtDir, file));
    return { file, isCounts: file.split(".").length > 2, raw: bytes.length, gzip: gzipSync(bytes).length };
  });
  return sizes.sort((a, b) => b.gzip - a.gzip);
}
