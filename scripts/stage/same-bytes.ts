import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Issue } from "../../src/core/errors.ts";
import { fingerprintOf } from "../read/fingerprint.ts";

/** Files of one table that are the same, byte for byte, as one before them. */
export async function sameBytes(dataDir: string, files: readonly string[]): Promise<Issue[]> {
  const bySize = Map.groupBy(files, (file) => statSync(resolve(dataDir, file)).size);
  const issues: Issue[] = [];
  for (const alike of [...bySize.values()].filter(({ length }) => length > 1)) issues.push(...(await repeatedIn(dataDir, alike)));
  return issues;
}

async function repeatedIn(dataDir: string, files: readonly string[]): Promise<Issue[]> {
  const first = new Map<string, string>();
  const issues: Issue[] = [];
  for (const file of files) {
    const { sha256 } = await fingerprintOf(resolve(dataDir, file));
    const before = first.get(sha256);
    if (before === undefined) first.set(sha256, file);
    else issues.push({ file, found: `the same bytes as ${before}`, expected: "each export once; delete one of the two" });
  }
  return issues;
}
