import type { Restatements, Revision } from "../../src/data/restatements.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";

interface NoteRow {
  period: string;
  metric: string | null;
  revision: Revision;
  zh: string;
  en: string;
}

/** What people say of restatements; nothing without the table. */
export async function readNotes(engine: Engine, tables: { has(table: string): boolean }): Promise<Restatements["notes"]> {
  if (!tables.has("restatements")) return [];
  const rows = await rowsOf<NoteRow>(engine, "select period, metric, revision, zh, en from staging.restatements");
  return rows.map(({ period, metric, revision, zh, en }) => ({ period, metric, revision, text: { zh, en } }));
}
