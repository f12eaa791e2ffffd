import { basename, dirname, join } from "node:path";
import { BUILT_DATA } from "../../src/data/documents.ts";
import { type LockOptions, withLock } from "./lock.ts";
import { recoverFolder } from "./replace-folder.ts";
import { ROOT, type Settings } from "./settings.ts";

const USUAL: LockOptions = { patience: 30 * 60_000, say: console.error };

/** The locks of all that a build writes: in the checkout, in the data folder and where the site goes; always in the same order. */
const locksOf = ({ dataDir, outDir }: Settings): string[] =>
  [join(ROOT, ".astro/.tandem-lock"), join(dataDir, ".tandem/.lock"), join(dirname(outDir), `.${basename(outDir)}.tandem-lock`)].sort();

/** Does work that writes to the work folders of the checkout, to the data folder or to the site: alone, and once what a killed build left there is cleared. */
export function atWork<T>(settings: Settings, work: () => Promise<T>, options: LockOptions = USUAL): Promise<T> {
  const start = () => {
    for (const place of [join(ROOT, BUILT_DATA), settings.outDir]) recoverFolder(place);
    return work();
  };
  return locksOf(settings).reduceRight<() => Promise<T>>((inner, lock) => () => withLock(lock, options, inner), start)();
}
