import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { tableToIPC } from "@uwdata/flechette";
import { cubeFile } from "../../src/cube/cubes.ts";
import type { Manifest } from "../../src/data/manifest.ts";
import { sha256 } from "../tools/sha256.ts";
import type { BuiltCube } from "./cubes.ts";

const HASH_DIGITS = 10;
/** Where a gzip header names the system that wrote it, and the value for none. */
const GZIP_SYSTEM = 9;
const UNKNOWN_SYSTEM = 255;

/** Arrow bytes of every cube, by name of the file. */
export function cubeFiles(cubes: readonly BuiltCube[]): Map<string, Uint8Array> {
  const bytes = (table: BuiltCube["cells"]) => tableToIPC(table, { format: "stream" }) as Uint8Array;
  return new Map(
    cubes.flatMap(({ info, cells, counts }) => [
      [cubeFile(info.id), bytes(cells)] as const,
      ...[...counts].map(([column, table]) => [cubeFile(info.id, column), bytes(table)] as const),
    ]),
  );
}

/** Name with the hash of the content, so that whoever has loaded it never need ask again. */
function pathOf(file: string, bytes: Uint8Array): string {
  const hash = sha256(bytes).slice(0, HASH_DIGITS);
  return `cubes/${file.replace(/\.arrow$/, "")}.${hash}.arrow.gz`;
}

/** Where each file lies below the folder of the built data. */
export const pathsOf = (files: ReadonlyMap<string, Uint8Array>): Manifest["files"] =>
  Object.fromEntries([...files].map(([file, bytes]) => [file, pathOf(file, bytes)]));

/** The same bytes whatever system writes them. */
function compressed(bytes: Uint8Array): Uint8Array {
  const gzip = gzipSync(bytes, { level: 9 });
  gzip[GZIP_SYSTEM] = UNKNOWN_SYSTEM;
  return gzip;
}

/** Writes the cubes, compressed, where the manifest says that they lie. */
export function writeCubes(outDir: string, files: ReadonlyMap<string, Uint8Array>, paths: Manifest["files"]): void {
  for (const [file, bytes] of files) {
    const path = paths[file];
    if (path === undefined) throw new Error(`no path for the cube ${file}; the manifest has ${Object.keys(paths).join(", ")}`);
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    writeFileSync(join(outDir, path), compressed(bytes));
  }
}
