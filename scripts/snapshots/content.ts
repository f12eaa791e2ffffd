import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metric } from "../../src/cube/metric.ts";
import { BUILT_DATA, readDocument } from "../../src/data/documents.ts";
import type { SnapshotContent } from "../../src/data/snapshot-manifest.ts";
import { ROOT } from "../tools/settings.ts";
import { sha256 } from "../tools/sha256.ts";
import { type Inputs, textOfRecords } from "./inputs.ts";

/** What a person says of a snapshot, and what its place among others says. */
export type Asked = Pick<SnapshotContent, "period" | "months" | "version" | "day" | "note" | "is_provisional" | "previous" | "signed_by">;

const hashOf = (file: string): string => sha256(readFileSync(file));

function hashesOf<T>(things: readonly T[], keyOf: (thing: T) => string, hash: (thing: T) => string): Record<string, string> {
  const entries = things.map((thing): [string, string] => [keyOf(thing), hash(thing)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a snapshot of the data that were built is made from. */
export function contentOf({ settings, facts, records }: Inputs, metrics: readonly Metric[], asked: Asked): SnapshotContent {
  const built = join(ROOT, BUILT_DATA);
  const [manifest, reports] = [readDocument(built, "manifest"), readDocument(built, "export-reports")];
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return {
    ...asked,
    as_of: manifest.asOf,
    program: { version, lock: hashOf(join(ROOT, "package-lock.json")) },
    exports: reports.exports.map(({ table, file, sheet, content }) => ({
      ...{ table, file, sheet },
      content: content && { sha256: content.sha256, read: content.read, accepted: content.accepted },
    })),
    settings: hashesOf(
      [...settings],
      ([path]) => path,
      ([, bytes]) => sha256(bytes),
    ),
    records: sha256(textOfRecords(records)),
    facts: hashesOf(
      [...facts],
      ([id]) => id,
      ([, sql]) => sha256(sql),
    ),
    metrics: hashesOf(
      metrics,
      ({ id }) => id,
      (metric) => sha256(JSON.stringify(metric)),
    ),
    cubes: hashesOf(
      Object.values(manifest.files),
      (path) => `data/${path}`,
      (path) => hashOf(join(built, path)),
    ),
  };
}
