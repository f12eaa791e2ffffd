import { type EventsSetting, eventsGather, eventsSetting } from "./events.ts";
import type { Gather } from "./gather.ts";
import { type SqlSettings, sqlGather, sqlSettings } from "./sql.ts";

/** What `sources.yaml` may say of all files of a table together; one of the two at most. */
export const gatherSettings = { events: eventsSetting.optional(), ...sqlSettings };

export type GatherSettings = { events?: EventsSetting | undefined } & SqlSettings;

/** What looks at all files of a table together, where `sources.yaml` asks for it; `id` is the table. */
export function gatherOf(id: string, settings: GatherSettings, dataDir: string): Gather | null {
  if (settings.events) return eventsGather(settings.events);
  return settings.sql === undefined ? null : sqlGather(id, { ...settings, sql: settings.sql }, dataDir);
}
