import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readDocument } from "../../src/data/documents.ts";

export interface CubeSize {
  file: string;
  /** Counts of values, which only quantiles need, rather than cells. */
  isCounts: boolean;
  raw: number;
  gzip: number;
}

/** Every cube that a data build wrote, the largest on the wire first. */
export function cubeSizes(builtDir: string): CubeSize[] {
  const { files } = readDocument(builtDir, "manifest");
  const sizes = Object.entries(files).map(([file, path]) => {
    const packed = readFileSync(join(builtDir, path));
    return { file, isCounts: file.split(".").length > 2, raw: gunzipSync(packed).length, gzip: packed.length };
  });
  return sizes.sort((a, b) => b.gzip - a.gzip);
}
