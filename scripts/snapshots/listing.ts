import { parsePeriod } from "../../src/core/periods.ts";
import { type FrozenListing, frozenListing } from "../../src/data/frozen.ts";
import { readSiteConfig } from "../tools/site-config.ts";
import { readLog } from "./log.ts";
import { snapshotsOf } from "./places.ts";
import { readManifest } from "./read-snapshot.ts";

/** What the live site says of the snapshots in a data folder, in the order in which they were frozen. */
export function listSnapshots(dataDir: string): FrozenListing[] {
  const snapshots = snapshotsOf(dataDir);
  const log = readLog(snapshots);
  if (log.length === 0) return [];
  const { fiscal_year_starts: fiscalStart } = readSiteConfig(dataDir);
  return log.map(({ snapshot: name }) => {
    const { content, seal, pages } = readManifest(snapshots, name);
    return frozenListing.parse({
      ...{ name, seal, files: pages.files },
      ...{ period: parsePeriod(content.period, fiscalStart), version: content.version },
      ...{ day: content.day, asOf: content.as_of, note: content.note, isProvisional: content.is_provisional },
    });
  });
}
