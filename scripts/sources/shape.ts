import type { Issue } from "../../src/core/errors.ts";
import type { Entry } from "../read/entry.ts";
import { plainName } from "../read/header-row.ts";
import { type Layout, sheetOf } from "../read/layout.ts";
import { lackingHeader, type Place, type Step, type StepContext, type Stepped } from "./step.ts";
import { STEPS, type StepSettings } from "./steps.ts";
import { WordCounts } from "./word-counts.ts";

/** The records of a file as its table reads them. */
export interface Shaped {
  /** The headers after all steps. */
  header: readonly string[];
  /** Headers of the file that a step reads. */
  used: ReadonlySet<string>;
  /** Headers that a step names and that are not there, and what else is wrong with the file. */
  issues: readonly Issue[];
  /** What stands where steps look for words, once records were taken. */
  sought: WordCounts;
  /** What becomes of a record. */
  take: (entry: Entry) => readonly Entry[];
}

/** A file, or a sheet of a workbook, its header and what stands above. */
export type Unshaped = Pick<Place, "file" | "header" | "sheet" | "titles">;

/** Turns the header of a file into what its table reads. */
export type Shape = (file: Unshaped) => Shaped;

/** Prepares the steps that `sources.yaml` asks for. Throws a DataError when a file that they need cannot be read. */
export async function prepareShape(settings: StepSettings & Pick<StepContext, "missing">, dataDir: string): Promise<Shape> {
  const prepared: ((place: Place) => Stepped)[] = [];
  for (const [key, step] of Object.entries(STEPS)) {
    const setting = settings[key as keyof StepSettings];
    if (setting !== undefined) prepared.push(await (step as Step<unknown>).prepare(setting, { dataDir, missing: settings.missing }));
  }
  return (file) => shaped(prepared, file);
}

function shaped(prepared: readonly ((place: Place) => Stepped)[], { file, header, sheet, titles }: Unshaped): Shaped {
  const used = new Set<string>();
  const issues: Issue[] = [];
  const sought = new WordCounts();
  let current = header;
  const takes = prepared.map((apply) => {
    const placeOf = (name: string) => {
      const at = current.indexOf(plainName(name));
      if (at === -1) issues.push(lackingHeader(file, current, name));
      else used.add(current[at] as string);
      return at;
    };
    const { header: after, take } = apply({
      file,
      header: current,
      sheet,
      titles,
      placeOf,
      sought,
      complain: (issue) => issues.push(issue),
    });
    current = after;
    return take;
  });
  const take = (entry: Entry) =>
    takes.reduce<readonly Entry[]>(
      (entries, step) => entries.flatMap((each) => (each.fault || each.aside === "row" ? [each] : step(each))),
      [entry],
    );
  return { header: current, used, issues, sought, take };
}

/** A file that is called so, as its steps find it. */
export const unshaped = (file: string, layout: Layout): Unshaped => ({
  file,
  header: layout.header.names,
  titles: layout.header.titles,
  sheet: sheetOf(layout),
});
