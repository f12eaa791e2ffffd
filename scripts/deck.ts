import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { nearest } from "../src/core/errors.ts";
import { readDesign } from "./deck/design.ts";
import { decksOf } from "./deck/write-decks.ts";
import { snapshotsOf } from "./snapshots/places.ts";
import { archivesIn, readPages } from "./snapshots/read-snapshot.ts";
import { type Verified, verifySnapshots } from "./snapshots/verify.ts";
import { checkDataFolder } from "./sources/configuration.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";
import { ROOT, readSettings } from "./tools/settings.ts";

/** The snapshot of a name (`2026Q3/v1`), or the newest of a period (`2026Q3`). Throws with what is nearest to it. */
function findSnapshot(verified: readonly Verified[], asked: string): Verified {
  const found = verified.findLast(({ name, manifest }) => name === asked || manifest.content.period === asked);
  if (found) return found;
  const near = nearest(asked, [...new Set(verified.flatMap(({ name, manifest }) => [manifest.content.period, name]))]);
  throw new Error(
    `${asked} 还没有冻结：先运行 npm run freeze -- ${asked} · ${asked} is not frozen: run npm run freeze -- ${asked} first${near ? `; did you mean ${near}?` : ""}`,
  );
}

/** `npm run deck -- 2026Q3`: makes the decks of a frozen period again, as `deck.yaml` says now; the snapshot keeps its own. */
async function main(): Promise<number> {
  const { words } = readOptionsAndWords({});
  const [asked] = words;
  if (asked === undefined || words.length > 1)
    throw new Error("要哪个已冻结时期的演示文稿？ · Of which frozen period? One, as in: npm run deck -- 2026Q3");
  const { dataDir } = readSettings();
  checkDataFolder(dataDir);
  const design = readDesign(dataDir);
  const snapshots = snapshotsOf(dataDir);
  const { name } = findSnapshot(verifySnapshots(snapshots), asked);
  const decks = await decksOf(await readPages(archivesIn(snapshots), name), design);
  const folder = join(dataDir, ".tandem", "decks", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of decks) {
    writeFileSync(join(folder, file), bytes);
    console.log(relative(ROOT, join(folder, file)));
  }
  return 0;
}

if (import.meta.main) runCommand(main);
