import { build } from "astro";
import { readDeckConfig } from "./deck-config.ts";
import { readOptions } from "./options.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";

/** A value as the expression that pages are built with; nothing where none was given. */
const defined = (name: string, json: string | undefined): Record<string, string> =>
  json === undefined ? {} : { [name]: JSON.stringify(JSON.parse(json)) };

/**
 * Cubes in, pages out, into the folder where Astro builds. As JSON (schemas in `src/data/frozen.ts`): `--frozen`, the snapshot that the pages
 * are to belong to, with the slides of its review that `deck.yaml` chooses, and `--snapshots`, those that there are.
 */
async function main(): Promise<number> {
  const { frozen, snapshots } = readOptions({ frozen: { type: "string" }, snapshots: { type: "string" } });
  const { dataDir } = readSettings();
  const slides = frozen && JSON.stringify(readDeckConfig(dataDir).slides);
  const given = { ...defined("FROZEN_AS", frozen), ...defined("REVIEW_SLIDES", slides), ...defined("SNAPSHOTS", snapshots) };
  await build({ vite: { define: given } });
  return 0;
}

if (import.meta.main) runCommand(main);
