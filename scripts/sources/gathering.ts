import type { EntryPlace } from "./entry-place.ts";
import { type EventsSetting, eventsGather, eventsSetting } from "./events.ts";
import type { Gather } from "./gather.ts";
import { type SqlSettings, sqlGather, sqlSettings } from "./sql.ts";

/** What `sources.yaml` may say of all files of a source together; one of the two at most. */
export const gatherSettings = { events: eventsSetting.optional(), ...sqlSettings };

export type GatherSettings = { events?: EventsSetting | undefined } & SqlSettings;

/** What looks at all files of a source together, where `sources.yaml` asks for it. */
export function gatherOf(settings: GatherSettings & { place: EntryPlace }, dataDir: string): Gather | null {
  if (settings.events) return eventsGather(settings.events);
  return settings.sql === undefined ? null : sqlGather({ ...settings, sql: settings.sql }, dataDir);
}
