import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../../scripts/settings.ts";

/** Builds the site of another data folder in a copy of the checkout, so that the site under test stays as it is. Gives the folder of the site. */
export function buildElsewhere(dataDir: string): string {
  const checkout = mkdtempSync(join(tmpdir(), "tandem-checkout-"));
  for (const entry of ["src", "scripts", "public", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(join(ROOT, entry), join(checkout, entry), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
  const outDir = join(checkout, "site");
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, TANDEM_DATA: dataDir, TANDEM_OUT: outDir };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], { cwd: checkout, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build in ${checkout} ended with ${status}:\n${stdout}\n${stderr}`);
  return outDir;
}
