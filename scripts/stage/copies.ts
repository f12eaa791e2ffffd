import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fingerprintOf } from "../read/fingerprint.ts";

/** A file that is the same, byte for byte, as another of its table, as a second download is; it is not read. */
export interface Copy {
  file: string;
  of: string;
}

/** The files of a table that are the same as one before them. */
export async function copiesAmong(dataDir: string, files: readonly string[]): Promise<Copy[]> {
  const bySize = Map.groupBy(files, (file) => statSync(resolve(dataDir, file)).size);
  const copies: Copy[] = [];
  for (const alike of [...bySize.values()].filter(({ length }) => length > 1)) copies.push(...(await sameAmong(dataDir, alike)));
  return copies;
}

async function sameAmong(dataDir: string, files: readonly string[]): Promise<Copy[]> {
  const first = new Map<string, string>();
  const copies: Copy[] = [];
  for (const file of files) {
    const { sha256 } = await fingerprintOf(resolve(dataDir, file));
    const of = first.get(sha256);
    if (of === undefined) first.set(sha256, file);
    else copies.push({ file, of });
  }
  return copies;
}
