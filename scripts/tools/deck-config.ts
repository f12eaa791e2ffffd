import { existsSync } from "node:fs";
import { join } from "node:path";
import { type DeckConfig, deckConfig } from "../../src/data/deck-config.ts";
import { checked } from "./checked.ts";
import { readYaml } from "./yaml.ts";

/** `deck.yaml` of a data folder; where there is none, what holds without it. Throws a DataError with all that is wrong. */
export function readDeckConfig(dataDir: string): DeckConfig {
  const file = join(dataDir, "deck.yaml");
  return existsSync(file) ? checked(deckConfig, readYaml(file)) : deckConfig.parse({});
}
