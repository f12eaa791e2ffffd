import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { STORE } from "./places.ts";
import { readPages, storedBy } from "./read-snapshot.ts";
import type { Verified } from "./verify.ts";

/** Puts the pages of a snapshot into a folder. Its manifest stays with the data: from the hash of a small table its few unknown numbers could be found. */
async function unpackInto(folder: string, snapshots: string, { name }: Verified): Promise<void> {
  for (const [path, bytes] of await readPages(snapshots, name)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Puts all that is frozen, once it was verified, into a site as it was frozen: nothing is drawn again. */
export async function publishSnapshots(snapshots: string, site: string, verified: readonly Verified[]): Promise<void> {
  if (verified.length === 0) return;
  const place = join(site, "snapshots");
  for (const each of verified) await unpackInto(join(place, each.name), snapshots, each);
  for (const path of new Set(verified.flatMap(({ name }) => storedBy(snapshots, name)))) {
    mkdirSync(dirname(join(place, STORE, path)), { recursive: true });
    copyFileSync(join(snapshots, STORE, path), join(place, STORE, path));
  }
}
