import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { text } from "../../src/data/text.ts";
import { checked } from "../tools/checked.ts";
import { ROOT } from "../tools/settings.ts";
import { readYaml } from "../tools/yaml.ts";
import { plainHeader } from "./plain-header.ts";

const headers = z.array(z.string().min(1)).min(1);

const exportSchema = z.strictObject({
  /** What the system calls this export. */
  title: text,
  /** Id of the table of ours that it feeds. */
  table: z.string(),
  /** Pages that show its headers. */
  sources: z.array(z.url({ protocol: /^https$/ })).min(1),
  /** Headers that tell it from other exports: every one of a list is there. One list for each language or edition. */
  recognised_by: z.array(headers).min(1),
  /** Headers that only another export has: with one of them a file is not this one. */
  unless: headers.default([]),
  /** Column of the table → the headers that hold it, in any language, the best first. */
  columns: z.record(z.string(), headers),
  /**
   * Column → what the system writes → what the contract says; only for columns with fixed values and for flags.
   * A column that shares its header with another one is missing where the header says anything else.
   */
  values: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()]).transform(String))).default({}),
  /** Column → the forms in which its dates are written, where they are not ISO. */
  dates: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Headers that are known and of no use here. */
  ignore: headers.default([]),
  /** Headers that hold people, by name or number, or texts that name them: never published, and never needed. */
  never: headers.default([]),
  /** Whether every header that is not named here is a question of a survey. */
  has_questions: z.boolean().default(false),
  /** Of a log with a row per event: the headers that hold the id of the record, the time of the event and the state after it. */
  events: z
    .strictObject({
      record: z.string(),
      at: z.string(),
      state: z.string(),
      /** Rows that are changes of the state: those where this header says this. Left out where all are. */
      where: z.strictObject({ header: z.string(), is: z.string() }).optional(),
    })
    .optional(),
});

const systemSchema = z.strictObject({
  /** The system as readers know it. */
  name: text,
  /** How it writes the header of a field that a company added, `*` being the name of the field. */
  custom_fields: z.string().includes("*").optional(),
  /** By a short name, which no other export of the system has. */
  exports: z.record(z.string(), exportSchema),
});

/** An export of a system, as far as it is known. */
export type KnownExport = z.infer<typeof exportSchema>;

/** A system with the exports that it writes. */
export type System = z.infer<typeof systemSchema> & { id: string };

const FOLDER = join(ROOT, "scripts/init/systems");

/** What is known of common systems, in the order of their ids: one file of the folder each. Throws where one cannot be used, with its place. */
export function loadSystems(folder = FOLDER): System[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => readSystem(join(folder, name)));
}

function readSystem(file: string): System {
  return { id: basename(file, ".yaml"), ...checked(systemSchema, readYaml(file)) };
}

/** Whether a file with these headers is such an export. */
export function isRecognised({ recognised_by, unless }: Pick<KnownExport, "recognised_by" | "unless">, header: readonly string[]): boolean {
  const there = new Set(header.map(plainHeader));
  const has = (name: string) => there.has(plainHeader(name));
  return recognised_by.some((names) => names.every(has)) && !unless.some(has);
}
