import { build } from "astro";
import { readSettings } from "./settings.ts";
import { readOptions } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";

/** Cubes in, pages out, into the folder where Astro builds. */
async function main(): Promise<number> {
  readOptions({});
  readSettings();
  await build({});
  return 0;
}

if (import.meta.main) runCommand(main);
