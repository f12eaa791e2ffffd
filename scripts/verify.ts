import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { recover } from "./snapshots/keep.ts";
import { LOG, snapshotsOf } from "./snapshots/places.ts";
import { verifySnapshots } from "./snapshots/verify.ts";
import { checkDataFolder } from "./sources/configuration.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";
import { atWork } from "./tools/work-places.ts";

function verify(folder: string): number {
  const verified = verifySnapshots(folder);
  for (const { name, manifest } of verified) console.log(`${name}  ${manifest.content.day}  ${manifest.seal}`);
  console.log(
    `${verified.length} 个快照，逐字节核对无误 · ${verified.length} ${verified.length === 1 ? "snapshot" : "snapshots"}, every byte as it was frozen (${basename(dirname(folder))}/${basename(folder)})`,
  );
  return 0;
}

/** `npm run verify [-- FOLDER]`: checks every byte that is frozen: of the data folder, while nothing is being frozen, or of another folder, which is only read. */
async function main(): Promise<number> {
  const { words } = readOptionsAndWords({});
  if (words.length > 1) throw new Error(`最多写一个快照文件夹 · one folder of snapshots at most: ${words.join(" ")}`);
  if (words[0] !== undefined) {
    if (!existsSync(join(words[0], LOG))) throw new Error(`${words[0]} 里没有快照 · it holds no snapshots: there is no ${LOG} in it`);
    return verify(resolve(words[0]));
  }
  const settings = readSettings();
  checkDataFolder(settings.dataDir);
  const folder = snapshotsOf(settings.dataDir);
  return atWork(settings, async () => {
    recover(folder);
    return verify(folder);
  });
}

if (import.meta.main) runCommand(main);
