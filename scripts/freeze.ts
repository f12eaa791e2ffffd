import { z } from "zod";
import { dataStep } from "./build.ts";
import { readDesign } from "./deck/design.ts";
import { type FrozenSnapshot, freeze } from "./snapshots/freeze.ts";
import { recover } from "./snapshots/keep.ts";
import { snapshotsOf } from "./snapshots/places.ts";
import { verifySnapshots } from "./snapshots/verify.ts";
import { checkConfiguration, checkDataFolder } from "./sources/configuration.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { loadTables } from "./tools/registry.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";
import { refresh } from "./tools/stamp.ts";
import { atWork } from "./tools/work-places.ts";

/** The day that a snapshot is to bear. */
function readDay(text: string | undefined): string | undefined {
  if (text !== undefined && !z.iso.date().safeParse(text).success)
    throw new Error(`--day 要写成 2026-10-20 这样的日期 · --day must be a day such as 2026-10-20: ${text}`);
  return text;
}

const MEGABYTE = 1e6;

const said = ({ name, seal, files, bytes }: FrozenSnapshot, isDryRun: boolean): string =>
  isDryRun
    ? `试运行：将冻结 ${name} · Dry run: would freeze ${name}: ${files} files, ${(bytes / MEGABYTE).toFixed(2)} MB; nothing was written`
    : `已冻结 ${name}，校验码 ${seal} · Frozen: snapshots/${name}, ${files} files, adds ${(bytes / MEGABYTE).toFixed(2)} MB; seal ${seal}\nnpm run build 会把它放到网站上 · npm run build puts it on the site`;

/** `npm run freeze -- 2026Q3`: keeps all pages of a quarter or a year, with their data, for good. */
async function main(): Promise<number> {
  const { values, words } = readOptionsAndWords({
    note: { type: "string", default: "" },
    day: { type: "string" },
    provisional: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  });
  if (words.length !== 1)
    throw new Error("要冻结哪个时期？ · Which period? One quarter or year, as in: npm run freeze -- 2026Q3 --note 季度评审");
  const settings = readSettings();
  const { dataDir } = settings;
  checkDataFolder(dataDir);
  const options = {
    period: words[0] ?? "",
    note: values.note,
    day: readDay(values.day),
    isProvisional: values.provisional,
    isDryRun: values["dry-run"],
    design: readDesign(dataDir),
  };
  return atWork(settings, async () => {
    recover(snapshotsOf(dataDir));
    await checkConfiguration(dataDir, await loadTables());
    const verified = verifySnapshots(snapshotsOf(dataDir));
    const code = await refresh(dataStep(settings));
    if (code === 0) console.log(said(await freeze(settings, verified, options), options.isDryRun));
    return code;
  });
}

if (import.meta.main) runCommand(main);
