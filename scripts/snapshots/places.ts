import { join } from "node:path";

/** Where a data folder keeps its snapshots; nothing in it is ever rewritten. */
export const snapshotsOf = (dataDir: string): string => join(dataDir, "snapshots");

/** Files by the hash in their names, which snapshots share. */
export const STORE = "store";

/** Where a snapshot waits, whole, until the log has its line; its folders are those of `snapshots`. */
export const waitingIn = (snapshots: string): string => join(snapshots, ".freezing");

/** One line a snapshot, in the order in which they were frozen. */
export const LOG = "log.jsonl";

/** In the folder of a snapshot: what it is, and its pages and downloads, packed. */
export const MANIFEST = "manifest.json";
export const ARCHIVE = "data/pages.tar.zst";

/** Name of a snapshot, which is its path: `2026Q3/v1`. */
export const snapshotName = (period: string, version: number): string => `${period}/v${version}`;

/** Where on a site lies what was frozen, and is not drawn again: pages, what they share, and the short addresses that lead to them. */
export const FROZEN_FILES = ["snapshots/*/v*/**", "snapshots/store/**", "c/**"];
