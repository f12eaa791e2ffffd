import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { convertPathToPattern } from "tinyglobby";
import { commandOf, runNode } from "./command.ts";
import { BUILD_DIR, ROOT, readSettings } from "./settings.ts";
import { refresh, type Stage } from "./stamp.ts";

const { dataDir, outDir } = readSettings();
const pattern = (folder: string) => convertPathToPattern(relative(ROOT, folder));
const data = pattern(dataDir);

/** What the data pipeline uses of `src/`; a change elsewhere leaves the data as they are. */
const USED_BY_DATA = ["src/{core,tables,cube,metrics,analysis}/**", "src/{build/exports,site/reference}.ts"];

/** Puts the finished site in the place of the one before, which stays when a build fails. */
async function publish(): Promise<number> {
  await mkdir(outDir, { recursive: true });
  const before = await readdir(outDir);
  if (before.length > 0 && !before.includes("404.html")) throw new Error(`TANDEM_OUT holds something other than a site: ${outDir}`);
  for (const entry of before) await rm(join(outDir, entry), { recursive: true });
  await cp(BUILD_DIR, outDir, { recursive: true });
  await rm(BUILD_DIR, { recursive: true });
  return 0;
}

/** Exports in, cubes out. */
export const dataStage: Stage = {
  name: "data",
  reads: [`${data}/**`, "scripts/**", "!scripts/bench/**", ...USED_BY_DATA, "package-lock.json"],
  writes: ["public/data/**", `${data}/.tandem/**`],
  work: () => runNode("scripts/data.ts"),
};

/** Cubes in, pages out. The exports themselves are the data stage's: what they say comes through `public/data`. */
export const siteStage: Stage = {
  name: "site",
  reads: [
    "src/**",
    "public/**",
    `${data}/**`,
    `!${data}/exports/**`,
    "scripts/settings.ts",
    "astro.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ],
  writes: [`${pattern(outDir)}/**`],
  work: async () => (await runNode(commandOf("astro"), "build")) || publish(),
};

/** Data, then site, each only if something changed; gives the exit code of the first that fails. */
export const build = async (): Promise<number> => (await refresh(dataStage)) || (await refresh(siteStage));

if (import.meta.main) process.exitCode = await build();
