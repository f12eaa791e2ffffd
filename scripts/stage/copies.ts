import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fingerprintOf } from "../read/fingerprint.ts";
import type { Copy, FoundFeed, SourceFile } from "./feed.ts";

/** The files of a table without those that are the same as another and read in the same sheets, and these. */
export async function copiesIn(dataDir: string, { files, sources }: Pick<FoundFeed, "files" | "sources">) {
  const left: SourceFile[] = [];
  const copies = new Map<string, Copy>();
  for (const alike of Map.groupBy(files, ({ source }) => JSON.stringify(sources[source]?.sheet)).values()) {
    const found = await copiesAmong(dataDir, [...new Set(alike.map(({ file }) => file))]);
    left.push(...alike.filter(({ file }) => found.every((copy) => copy.file !== file)));
    for (const copy of found) copies.set(copy.file, copy);
  }
  return { files: files.filter((each) => left.includes(each)), copies: [...copies.values()] };
}

/** The files that are the same as one before them. */
async function copiesAmong(dataDir: string, files: readonly string[]): Promise<Copy[]> {
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
