import { type SnapshotContent, snapshotContent } from "../../src/data/snapshot-manifest.ts";
import { sha256 } from "../tools/sha256.ts";

const DIGITS = 16;

/**
 * The digits that stand on every page of a snapshot: of the hash of what it is made from and, through `previous`, of all snapshots before it.
 * Pages follow from that, and could not hold a hash of themselves.
 */
export const sealOf = (content: SnapshotContent): string => sha256(JSON.stringify(snapshotContent.parse(content))).slice(0, DIGITS);
