import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { type DeckConfig, deckConfig } from "../../src/data/deck-config.ts";
import { checked, unusable } from "./checked.ts";
import { readYaml } from "./yaml.ts";

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** `deck.yaml` of a data folder; where there is none, what holds without it. Throws a DataError with all that is wrong, such as a template that is not there. */
export function readDeckConfig(dataDir: string): DeckConfig {
  const file = join(dataDir, "deck.yaml");
  if (!existsSync(file)) return deckConfig.parse({});
  const yaml = readYaml(file);
  const config = checked(deckConfig, yaml);
  if (config.template !== undefined && !isFile(join(dataDir, config.template))) {
    const choices = globSync("**/*.{potx,pptx}", { cwd: dataDir, ignore: ["snapshots/**"] }).sort();
    throw unusable([{ path: ["template"], expected: { choices } }], yaml);
  }
  return config;
}
