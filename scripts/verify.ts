import { basename, dirname, resolve } from "node:path";
import { snapshotsOf } from "./snapshots/places.ts";
import { verifySnapshots } from "./snapshots/verify.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";

/** `npm run verify [-- FOLDER]`: checks every byte that is frozen, of the data folder or of a folder of snapshots. */
async function main(): Promise<number> {
  const { words } = readOptionsAndWords({});
  if (words.length > 1) throw new Error(`one folder of snapshots at most: ${words.join(" ")}`);
  const folder = words[0] === undefined ? snapshotsOf(readSettings().dataDir) : resolve(words[0]);
  const verified = verifySnapshots(folder);
  for (const { name, manifest } of verified) console.log(`${name}  ${manifest.content.day}  ${manifest.seal}`);
  console.log(
    `${verified.length} 个快照，逐字节核对无误 · ${verified.length} ${verified.length === 1 ? "snapshot" : "snapshots"}, every byte as it was frozen (${basename(dirname(folder))}/${basename(folder)})`,
  );
  return 0;
}

if (import.meta.main) runCommand(main);
