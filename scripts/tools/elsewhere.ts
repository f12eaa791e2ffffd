import { spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { BUILT_DATA } from "../../src/data/documents.ts";
import { openScratch } from "./scratch.ts";
import { ROOT, readSettings } from "./settings.ts";

const PARTS = ["src", "scripts", "public", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** A copy of the checkout with the same packages, so that what is built in it leaves the site of this one as it is. */
export function copyCheckout(): string {
  const checkout = openScratch("checkout").folder;
  for (const part of PARTS)
    cpSync(join(ROOT, part), join(checkout, part), { recursive: true, filter: (file) => !file.includes("node_modules") });
  symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
  return checkout;
}

function runIn(checkout: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { PATH = "", HOME = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout, env: { PATH, HOME, ...env }, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} in ${checkout} ended with ${status}:\n${stdout}\n${stderr}`);
}

/** Builds the site of another data folder, from its exports on, with other variables of the environment if any. Gives the folder of the site. */
export function buildElsewhere(dataDir: string, env: Readonly<Record<string, string>> = {}): string {
  const checkout = copyCheckout();
  const outDir = join(checkout, "site");
  runIn(checkout, ["scripts/build.ts"], { ...env, TANDEM_DATA: dataDir, TANDEM_OUT: outDir });
  return outDir;
}

/** Builds the site of cubes that are built already, as the data build leaves them. Gives the folder of the site. */
export function buildSiteOf(cubesDir: string): string {
  const checkout = copyCheckout();
  cpSync(cubesDir, join(checkout, BUILT_DATA), { recursive: true });
  runIn(checkout, ["scripts/tools/site.ts"], { TANDEM_DATA: readSettings().dataDir });
  return join(checkout, ".astro/site");
}
