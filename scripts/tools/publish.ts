import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { bytesOfFiles } from "./bytes-of-files.ts";
import { type Fill, replaceFolder } from "./replace-folder.ts";

/** A file in every published site, by which the next build knows that it may replace the folder. */
const MARK = ".tandem-site";

/** What shows that a folder is a site; the last in those from before there was a mark. */
const MARKS = [MARK, "404.html"];

/** Throws where a folder holds what no build has put there. */
function checkReplaceable(outDir: string): void {
  const held = existsSync(outDir) ? readdirSync(outDir) : [];
  if (held.length > 0 && !MARKS.some((name) => held.includes(name)))
    throw new Error(
      `目标文件夹里不是网站，请换一个空的或新的 · TANDEM_OUT holds something other than a site: ${outDir} (${held.slice(0, 3).join(", ")}); name an empty or a new folder`,
    );
}

/** That no site was built: how the build ended. */
class Unbuilt extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`the site was not built: code ${code}`);
    this.code = code;
  }
}

interface Making {
  /** Writes the site, and gives the exit code; without it the site is there. */
  build?: () => Promise<number>;
  /** Puts beside the site what no build makes, while it is built. */
  add?: Fill;
}

/** Puts a site in the place of the one before, which stays when that fails. Gives the exit code of its build. */
export async function publish(site: string, outDir: string, { build = async () => 0, add = () => {} }: Making = {}): Promise<number> {
  checkReplaceable(outDir);
  try {
    await replaceFolder(outDir, async (folder) => {
      const [code] = await Promise.all([build(), add(folder)]);
      if (code !== 0) throw new Unbuilt(code);
      await cp(site, folder, { recursive: true });
      writeFileSync(join(folder, MARK), "Built by Tandem. The next build replaces this folder.\n");
    });
  } catch (cause) {
    if (cause instanceof Unbuilt) return cause.code;
    const size = existsSync(site) ? ` (${(bytesOfFiles(site, ["**"]) / 1e6).toFixed(1)} MB)` : "";
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`网站放不进目标文件夹 · the site${size} cannot be put into ${outDir}: ${reason}`, { cause });
  }
  await rm(site, { recursive: true });
  return 0;
}
