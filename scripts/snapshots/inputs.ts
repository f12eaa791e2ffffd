import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import type { RecordCounts } from "../../src/data/export-reports.ts";
import { factSources } from "../facts/facts.ts";
import type { Files } from "./pack.ts";

/** What the pages of a snapshot were made from, as far as a later build can put it back, or say how it differs. */
export interface Inputs {
  /** Bytes of settings and reference tables, by path in the data folder. */
  settings: Files;
  /** The SQL of each fact, with its header, by its id. */
  facts: ReadonlyMap<string, string>;
  records: RecordCounts;
}

/** What a person keeps by hand in a data folder. */
const SETTINGS = ["site.yaml", "sources.yaml", "deck.yaml", "reference/*.{csv,xlsx}"];

/** Where an archive keeps inputs. They are not published, and no page lies there. */
const FOLDER = ".inputs/";
const FACTS = `${FOLDER}facts/`;
const RECORDS = `${FOLDER}records.json`;

/** Whether a file of an archive is none of its pages. */
export const isInput = (path: string): boolean => path.startsWith(FOLDER);

/** What pages of a data folder are made from, once its records are counted; and the template of its decks, where it has one. */
export function currentInputs(dataDir: string, records: RecordCounts, template?: string): Inputs {
  const settings = [...new Set([...globSync(SETTINGS, { cwd: dataDir }), ...(template === undefined ? [] : [template])])].sort();
  return {
    settings: new Map(settings.map((path) => [path, readFileSync(join(dataDir, path))])),
    facts: factSources(),
    records,
  };
}

export const textOfRecords = (records: RecordCounts): string => `${JSON.stringify(records, null, 1)}\n`;

/** Inputs as an archive keeps them, by path. */
export const packedInputs = ({ settings, facts, records }: Inputs): Files =>
  new Map<string, Uint8Array>([
    ...[...settings].map(([path, bytes]) => [FOLDER + path, bytes] as const),
    ...[...facts].map(([id, sql]) => [`${FACTS}${id}.sql`, Buffer.from(sql)] as const),
    [RECORDS, Buffer.from(textOfRecords(records))],
  ]);

/** The inputs among the files of an archive. */
export function inputsIn(files: Files): Inputs {
  const own = [...files].filter(([path]) => isInput(path) && path !== RECORDS);
  const [facts, settings] = [true, false].map((isFact) => own.filter(([path]) => path.startsWith(FACTS) === isFact));
  return {
    settings: new Map((settings ?? []).map(([path, bytes]) => [path.slice(FOLDER.length), bytes])),
    facts: new Map((facts ?? []).map(([path, bytes]) => [path.slice(FACTS.length, -".sql".length), Buffer.from(bytes).toString("utf8")])),
    records: JSON.parse(Buffer.from(files.get(RECORDS) ?? Buffer.from("{}")).toString("utf8")) as RecordCounts,
  };
}
