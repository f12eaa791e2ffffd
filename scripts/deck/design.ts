import type { DeckConfig } from "../../src/data/deck-config.ts";
import { readDeckConfig } from "../tools/deck-config.ts";
import { readTemplate, type Template } from "./template/read-template.ts";

/** How decks are made: their slides, and what they stand on. */
export interface Design extends Pick<DeckConfig, "slides"> {
  /** The company's; null where `deck.yaml` names none. */
  template: Template | null;
}

/** What `deck.yaml` of a data folder asks for. Throws a DataError where it cannot be had. */
export function readDesign(dataDir: string): Design {
  const { slides, template } = readDeckConfig(dataDir);
  return { slides, template: template === undefined ? null : readTemplate(dataDir, template) };
}
