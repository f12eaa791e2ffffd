import { relative } from "node:path";
import { convertPathToPattern } from "tinyglobby";
import { BUILT_DATA } from "../src/data/documents.ts";
import { clockOf } from "./read/company-clock.ts";
import { patternsOutside } from "./read/outside.ts";
import { checkReferences } from "./reference/check-references.ts";
import { keptRemarks } from "./reports/kept-remarks.ts";
import { recover } from "./snapshots/keep.ts";
import { listingOf } from "./snapshots/listing.ts";
import { snapshotsOf } from "./snapshots/places.ts";
import { publishSnapshots } from "./snapshots/publish-snapshots.ts";
import { verifySnapshots } from "./snapshots/verify.ts";
import { checkConfiguration, checkDataFolder } from "./sources/configuration.ts";
import { stageShared } from "./stage/stage-all.ts";
import { runToCompletion } from "./tools/command.ts";
import { readOptions } from "./tools/options.ts";
import { silentProgress } from "./tools/progress.ts";
import { publish } from "./tools/publish.ts";
import { loadTables } from "./tools/registry.ts";
import { runCommand } from "./tools/run-command.ts";
import { BUILD_DIR, ROOT, readSettings, type Settings } from "./tools/settings.ts";
import { readSiteConfig } from "./tools/site-config.ts";
import { refresh, type Step } from "./tools/stamp.ts";
import { atWork } from "./tools/work-places.ts";

const pattern = (folder: string) => convertPathToPattern(relative(ROOT, folder));

/** What the data pipeline uses of `src/`; a change elsewhere leaves the data as they are. */
export const USED_BY_DATA = [
  "src/{core,data,tables,cube,metrics,topics,analysis}/**",
  "src/i18n/{reasons,en/reasons,zh/reasons,zh/spacing}.ts",
];

/** Exports in, cubes out. */
export function dataStep({ dataDir }: Settings): Step {
  const data = pattern(dataDir);
  return {
    name: "data",
    reads: [
      `${data}/**`,
      `!${data}/published/**`,
      // of snapshots the log, which has the hash of all that lies beside it
      `!${data}/snapshots/*/**`,
      ...patternsOutside(dataDir),
      "scripts/**",
      "!scripts/bench/**",
      ...USED_BY_DATA,
      "package-lock.json",
    ],
    writes: [`${BUILT_DATA}/**`, `${data}/.tandem/**`, `${data}/published/**`],
    work: () => runToCompletion("scripts/data.ts"),
  };
}

/** Cubes in, pages out. The exports themselves are the data step's: what they say comes through what that step writes. */
export function siteStep({ dataDir, outDir }: Settings): Step {
  const data = pattern(dataDir);
  return {
    name: "site",
    reads: [
      "src/**",
      "public/**",
      `${BUILT_DATA}/**`,
      `${data}/**`,
      `!${data}/{exports,published}/**`,
      "scripts/tools/{settings,publish,site}.ts",
      "scripts/snapshots/**",
      "astro.config.mjs",
      "tsconfig.json",
      "package-lock.json",
    ],
    writes: [`${pattern(outDir)}/**`],
    work: () => {
      const snapshots = snapshotsOf(dataDir);
      const listing = listingOf(verifySnapshots(snapshots), readSiteConfig(dataDir).fiscal_year_starts);
      return publish(BUILD_DIR, outDir, {
        build: () => runToCompletion("scripts/tools/site.ts", "--snapshots", JSON.stringify(listing)),
        add: (folder) => publishSnapshots(snapshots, folder, listing),
      });
    },
  };
}

/** Data, then site, each only if something changed; gives the exit code of the first that fails; at the end it says again what is to be said of the data. Throws at once, before a file is hashed, where settings or hand-kept tables cannot be used; a site that a killed build had moved aside is back even then. */
export async function build(settings: Settings): Promise<number> {
  checkDataFolder(settings.dataDir);
  return atWork(settings, async () => {
    recover(snapshotsOf(settings.dataDir));
    const { dataDir } = settings;
    const site = await checkConfiguration(dataDir, await loadTables());
    await stageShared({ dataDir, clock: clockOf(site), progress: silentProgress, check: checkReferences });
    const code = (await refresh(dataStep(settings))) || (await refresh(siteStep(settings)));
    // the log of the pages has put it out of sight
    if (code === 0) process.stderr.write(keptRemarks(settings.dataDir));
    return code;
  });
}

async function main(): Promise<number> {
  readOptions({});
  return build(readSettings());
}

if (import.meta.main) runCommand(main);
