import { build } from "astro";
import { readOptions } from "./options.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";

/** Cubes in, pages out, into the folder where Astro builds. */
async function main(): Promise<number> {
  readOptions({});
  readSettings();
  await build({});
  return 0;
}

if (import.meta.main) runCommand(main);
