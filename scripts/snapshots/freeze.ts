import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatMonth, periodId } from "../../src/core/periods.ts";
import { LOCALES } from "../../src/core/text.ts";
import { BUILT_DATA, readDocument } from "../../src/data/documents.ts";
import type { Frozen, FrozenListing } from "../../src/data/frozen.ts";
import type { SnapshotManifest } from "../../src/data/snapshot-manifest.ts";
import type { Design } from "../deck/design.ts";
import { writeDecks } from "../deck/write-decks.ts";
import { runToCompletion } from "../tools/command.ts";
import { loadMetrics } from "../tools/registry.ts";
import { BUILD_DIR, ROOT, type Settings } from "../tools/settings.ts";
import { sha256 } from "../tools/sha256.ts";
import { bagOf, printStoreList } from "./bag.ts";
import { printChecksums } from "./checksums.ts";
import { collect } from "./collect.ts";
import { contentOf } from "./content.ts";
import { dayOfSnapshot, readFrozenPeriod, reasonsAgainst } from "./freezable.ts";
import { currentInputs, packedInputs } from "./inputs.ts";
import { keep } from "./keep.ts";
import { listingOf } from "./listing.ts";
import { endOfLog } from "./log.ts";
import { packed, tarOf } from "./pack.ts";
import { STORE, snapshotName, snapshotsOf } from "./places.ts";
import { archivesIn } from "./read-snapshot.ts";
import { sealOf } from "./seal.ts";
import { CODES, codesIn } from "./short-codes.ts";
import { fingerprintOf, readSigningKey, signatureOf } from "./signature.ts";
import type { Verified } from "./verify.ts";

/** What a person asks for. */
export interface FreezeOptions {
  /** A quarter or a year: 2026Q3 or 2026; fiscal. */
  period: string;
  note: string;
  /** ISO day that the snapshot bears, not before the as-of day, which is the default. */
  day: string | undefined;
  /** Freeze although the period is not over or exports do not reach its end. */
  isProvisional: boolean;
  /** Say what would be frozen, and write nothing. */
  isDryRun: boolean;
  /** How its decks are made. */
  design: Design;
}

/** A snapshot that was frozen, or would have been. */
export interface FrozenSnapshot {
  name: string;
  seal: string;
  /** Pages and downloads. */
  files: number;
  /** What it adds to the data folder. */
  bytes: number;
}

/** Builds the pages of a snapshot from the data that were built; its review says what has changed of those before it. */
async function buildPages(frozen: Frozen, earlier: readonly FrozenListing[]): Promise<void> {
  rmSync(BUILD_DIR, { recursive: true, force: true });
  const code = await runToCompletion("scripts/tools/site.ts", "--frozen", JSON.stringify(frozen), "--snapshots", JSON.stringify(earlier));
  if (code !== 0) throw new Error("页面生成失败，什么也没有冻结 · the pages could not be built, and nothing was frozen");
}

/** The snapshot from whose pages those of a period are to differ least: the first of that period, else the newest that stands alone. No snapshot is more than two steps from one that does. */
function baseOf(verified: readonly Verified[], period: string): string | null {
  const first = verified.find(({ manifest }) => manifest.content.period === period);
  return (first ?? verified.findLast(({ manifest }) => manifest.pages.base === null))?.name ?? null;
}

/** A base is worth while that leaves no more than this part to be stored. */
const WORTHWHILE = 0.7;

function packBeside(snapshots: string, tar: Uint8Array, base: string | null): { archive: Uint8Array; base: string | null } {
  const alone = packed(tar, null);
  const beside = base === null ? null : packed(tar, archivesIn(snapshots).unpacked(base));
  return beside && beside.byteLength < alone.byteLength * WORTHWHILE ? { archive: beside, base } : { archive: alone, base: null };
}

/** Files that the store lacks. Throws where it has another one of the name. */
function newInStore(snapshots: string, store: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const isNew = ([path, bytes]: [string, Uint8Array]) => {
    const file = join(snapshots, STORE, path);
    if (!existsSync(file)) return true;
    if (!readFileSync(file).equals(bytes)) throw new Error(`the store has another file of the name ${path}`);
    return false;
  };
  return new Map([...store].filter(isNew));
}

/** Among the pages: the hash of each of the others, for `sha256sum -c`. */
const CHECKSUMS = "sha256.txt";

const hashesOf = (files: ReadonlyMap<string, Uint8Array>) => Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));

/**
 * Freezes a period of the data that were built, beside the snapshots that were verified. Throws, and writes nothing, where the period is not
 * one of the data, or not over, and where the key is missing that is to sign it.
 */
export async function freeze({ dataDir, base }: Settings, verified: readonly Verified[], options: FreezeOptions): Promise<FrozenSnapshot> {
  const snapshots = snapshotsOf(dataDir);
  const built = join(ROOT, BUILT_DATA);
  const [{ reach, records }, config] = [readDocument(built, "export-reports"), readDocument(built, "site-config")];
  const fiscalStart = config.fiscal_year_starts;
  const period = readFrozenPeriod(options.period, reach, fiscalStart);
  const id = periodId(period, fiscalStart);
  const against = reasonsAgainst(period, reach);
  if (against.length > 0 && !options.isProvisional)
    throw new Error(
      [
        `还不能冻结，除非作为暂定 · ${id} cannot be frozen yet (--provisional freezes it as provisional):`,
        ...against.map((line) => `  ${line}`),
      ].join("\n"),
    );
  const version = verified.filter(({ manifest }) => manifest.content.period === id).length + 1;
  const name = snapshotName(id, version);
  const { note } = options;
  const day = dayOfSnapshot(options.day, reach);
  const key = config.signing_key === undefined ? null : readSigningKey(resolve(dataDir, config.signing_key));
  const asked = {
    ...{
      period: id,
      months: `${formatMonth(period.start)}..${formatMonth(period.end)}`,
      version,
      day,
      note,
      is_provisional: against.length > 0,
    },
    ...{ previous: endOfLog(snapshots), signed_by: key && fingerprintOf(key) },
  };
  const inputs = currentInputs(dataDir, records, options.design.template?.file);
  const content = contentOf(inputs, await loadMetrics(), asked);
  const seal = sealOf(content);
  const frozen = { period, name, version, number: verified.length + 1, day, seal, isProvisional: asked.is_provisional, note };
  await buildPages(frozen, listingOf(verified, fiscalStart));
  await writeDecks(BUILD_DIR, options.design);
  const { pages, store } = collect(BUILD_DIR, base);
  rmSync(BUILD_DIR, { recursive: true, force: true });
  const coded = new Map([...pages, [CODES, Buffer.from(JSON.stringify(codesIn(pages, LOCALES)))] as const]);
  const all = new Map([...coded, [CHECKSUMS, Buffer.from(printChecksums(hashesOf(coded)))] as const]);
  const { archive, base: beside } = packBeside(snapshots, await tarOf(new Map([...all, ...packedInputs(inputs)])), baseOf(verified, id));
  const list = printStoreList(hashesOf(store));
  const manifest: SnapshotManifest = {
    ...{ format: 1, content, seal },
    pages: { archive: sha256(archive), base: beside, files: pages.size },
    store: sha256(list),
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const added = newInStore(snapshots, store);
  const bag = bagOf({ manifest: text, archive, store: list, day, signature: key && signatureOf(text, key) });
  if (!options.isDryRun)
    keep(snapshots, { line: { snapshot: name, day, previous: asked.previous, manifest: sha256(text) }, bag, store: added });
  const bytes = [...bag.values(), ...added.values()].reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  return { name, seal, files: pages.size, bytes };
}
