import type { KeyObject } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bagOf, printStoreList } from "../../scripts/snapshots/bag.ts";
import { keep, type NewSnapshot } from "../../scripts/snapshots/keep.ts";
import { endOfLog } from "../../scripts/snapshots/log.ts";
import { packed, tarOf } from "../../scripts/snapshots/pack.ts";
import { sealOf } from "../../scripts/snapshots/seal.ts";
import { fingerprintOf, signatureOf } from "../../scripts/snapshots/signature.ts";
import { sha256 } from "../../scripts/tools/sha256.ts";
import { formatMonth, parsePeriod } from "../../src/core/periods.ts";
import type { SnapshotManifest } from "../../src/data/snapshot-manifest.ts";

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "tandem-snapshots-"));

const bytes = (text: string) => new TextEncoder().encode(text);

/** A snapshot of one page and one script, and of further files of its archive, signed where there is a key, to come after what a folder holds. */
export async function smallSnapshot(
  snapshots: string,
  period: string,
  version: number,
  further: Readonly<Record<string, string>> = {},
  key: KeyObject | null = null,
): Promise<NewSnapshot> {
  const [day, previous] = ["2026-10-20", endOfLog(snapshots)];
  const { start, end } = parsePeriod(period);
  const content = {
    ...{ period, months: `${formatMonth(start)}..${formatMonth(end)}` },
    ...{ version, as_of: "2026-10-18", day, note: "", is_provisional: false, previous, signed_by: key && fingerprintOf(key) },
    ...{
      program: { version: "1.0.0", lock: sha256("lock") },
      exports: [],
      settings: {},
      records: sha256("{}"),
      facts: {},
      metrics: {},
      cubes: {},
    },
  };
  const store = new Map([["_astro/x.abc.js", bytes("export {};")]]);
  const list = printStoreList(Object.fromEntries([...store].map(([path, file]) => [path, sha256(file)])));
  const files = Object.entries({ "index.html": "<p>1</p>", ...further }).map(([path, text]) => [path, bytes(text)] as const);
  const archive = packed(await tarOf(new Map(files)), null);
  const manifest: SnapshotManifest = {
    ...{ format: 1, content, seal: sealOf(content), store: sha256(list) },
    pages: { archive: sha256(archive), base: null, files: 1 },
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const line = { snapshot: `${period}/v${version}`, day, previous, manifest: sha256(text) };
  return { line, bag: bagOf({ manifest: text, archive, store: list, day, signature: key && signatureOf(text, key) }), store };
}

/** A folder with two snapshots of a quarter and one of another. */
export async function keptSnapshots(): Promise<string> {
  const snapshots = newFolder();
  for (const [period, version] of [
    ["2026Q1", 1],
    ["2026Q2", 1],
    ["2026Q2", 2],
  ] as const)
    keep(snapshots, await smallSnapshot(snapshots, period, version, { "index.html": `<p>${period} ${version}</p>` }));
  return snapshots;
}
