import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { recover } from "./snapshots/keep.ts";
import { LOG, snapshotsOf } from "./snapshots/places.ts";
import { fingerprintOf, readPublicKey } from "./snapshots/signature.ts";
import { type Verified, verifySnapshots } from "./snapshots/verify.ts";
import { checkDataFolder } from "./sources/configuration.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";
import { atWork } from "./tools/work-places.ts";

/** Throws at a snapshot that is not signed by a key. */
function requireSigned(verified: readonly Verified[], keyFile: string): void {
  const fingerprint = fingerprintOf(readPublicKey(keyFile));
  const other = verified.find(({ manifest }) => manifest.content.signed_by !== fingerprint);
  if (!other) return;
  const by = other.manifest.content.signed_by;
  throw new Error(
    by === null
      ? `快照没有签名 · snapshots/${other.name} is not signed; the key in ${keyFile} is ${fingerprint}`
      : `快照由另一把密钥签名 · snapshots/${other.name} is signed by another key, ${by}; the key in ${keyFile} is ${fingerprint}`,
  );
}

function verify(folder: string, keyFile: string | undefined): number {
  const verified = verifySnapshots(folder);
  if (keyFile !== undefined) requireSigned(verified, keyFile);
  for (const { name, manifest } of verified) {
    const { day, signed_by } = manifest.content;
    console.log([name, day, manifest.seal, ...(signed_by === null ? [] : [`签名密钥 · signed by ${signed_by}`])].join("  "));
  }
  console.log(
    `${verified.length} 个快照，逐字节核对无误 · ${verified.length} ${verified.length === 1 ? "snapshot" : "snapshots"}, every byte as it was frozen (${basename(dirname(folder))}/${basename(folder)})`,
  );
  return 0;
}

/**
 * `npm run verify [-- FOLDER] [--key FILE]`: checks every byte that is frozen: of the data folder, while nothing is being frozen, or of another
 * folder, which is only read; with a key also that it has signed every snapshot.
 */
async function main(): Promise<number> {
  const { values, words } = readOptionsAndWords({ key: { type: "string" } });
  if (words.length > 1) throw new Error(`最多写一个快照文件夹 · one folder of snapshots at most: ${words.join(" ")}`);
  if (words[0] !== undefined) {
    if (!existsSync(join(words[0], LOG))) throw new Error(`${words[0]} 里没有快照 · it holds no snapshots: there is no ${LOG} in it`);
    return verify(resolve(words[0]), values.key);
  }
  const settings = readSettings();
  checkDataFolder(settings.dataDir);
  const folder = snapshotsOf(settings.dataDir);
  return atWork(settings, async () => {
    recover(folder);
    return verify(folder, values.key);
  });
}

if (import.meta.main) runCommand(main);
