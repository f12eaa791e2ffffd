import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FrozenListing } from "../../src/data/frozen.ts";
import { snapshotCode } from "../../src/data/short-code.ts";
import type { Files } from "./pack.ts";
import { STORE } from "./places.ts";
import { readPages, storedBy } from "./read-snapshot.ts";
import { CODES, codePage } from "./short-codes.ts";

/** Writes files into a folder, each of whose folders is made once. */
function writeInto(folder: string, files: Files): void {
  for (const own of new Set([...files.keys()].map(dirname))) mkdirSync(join(folder, own), { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
}

/** The pages to which the short codes of a snapshot lead, from the root of the site. */
function codePages({ name, number }: FrozenListing, pages: Files): Files {
  const codes = JSON.parse(Buffer.from(pages.get(CODES) ?? "{}").toString("utf8")) as Record<string, string>;
  return new Map(
    Object.entries(codes).map(([code, place]) => [`c/${code}${snapshotCode(number)}/index.html`, Buffer.from(codePage(name, place))]),
  );
}

/**
 * Puts all that is frozen, once it was verified, into a site as it was frozen: nothing is drawn again. The manifest of a snapshot stays with
 * the data: from the hash of a small table its few unknown numbers could be found.
 */
export async function publishSnapshots(snapshots: string, site: string, listing: readonly FrozenListing[]): Promise<void> {
  if (listing.length === 0) return;
  const place = join(site, "snapshots");
  for (const each of listing) {
    const pages = await readPages(snapshots, each.name);
    writeInto(join(place, each.name), pages);
    writeInto(site, codePages(each, pages));
  }
  for (const path of new Set(listing.flatMap(({ name }) => storedBy(snapshots, name)))) {
    mkdirSync(dirname(join(place, STORE, path)), { recursive: true });
    copyFileSync(join(snapshots, STORE, path), join(place, STORE, path));
  }
  writeFileSync(join(place, "versions.json"), `${JSON.stringify(listing)}\n`);
}
