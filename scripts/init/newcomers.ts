import type { Entry } from "../read/entry.ts";
import { layoutsOf, openFile } from "../read/files.ts";
import type { Layout } from "../read/layout.ts";
import { prepareShape, type Shape, unshaped } from "../sources/shape.ts";
import type { KnownSource } from "./known-sources.ts";
import type { Roster } from "./roster.ts";
import type { Rosters } from "./rosters.ts";

/** A column whose members have to be named. */
interface NamedColumn {
  roster: Roster;
  header: string;
  /** What `sources.yaml` says of its values. */
  renamed: Readonly<Record<string, string>>;
}

/**
 * Adds to the rosters what has come up in the files of known sources since their members were named. A value that would need a line below
 * `values` is left to the build, which asks for it; so is what a log of events, or a SELECT, makes.
 */
export async function gatherNewcomers(known: KnownSource, rosters: Rosters, dataDir: string): Promise<void> {
  const { source, table, paths } = known;
  if (source.events || source.sql !== undefined) return;
  const named = Object.entries(table.columns).flatMap(([name, column]): NamedColumn[] => {
    const roster = rosters.of(column);
    return roster?.isNamed ? [{ roster, header: source.columns[name] ?? name, renamed: source.values[name] ?? {} }] : [];
  });
  if (named.length === 0) return;
  const shape = await prepareShape(source, dataDir);
  for (const path of paths) await gatherFrom(path, { known, named, shape });
}

async function gatherFrom(
  path: string,
  { known: { source }, named, shape }: { known: KnownSource; named: readonly NamedColumn[]; shape: Shape },
) {
  for (const layout of await layoutsOf(path, source)) await gatherIn(path, layout, { source, named, shape });
}

async function gatherIn(
  path: string,
  layout: Layout,
  { source, named, shape }: { source: KnownSource["source"]; named: readonly NamedColumn[]; shape: Shape },
) {
  const { header, take } = shape(unshaped(path, layout));
  const missing = new Set(["", ...source.missing]);
  const columns = named.map((column) => ({ ...column, at: header.indexOf(column.header), counts: new Map<string, number>() }));
  const count = ({ fields }: Entry) => {
    for (const { at, counts, renamed } of columns) {
      const value = fields[at]?.trim() ?? "";
      if (!missing.has(value) && !Object.hasOwn(renamed, value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  };
  for await (const batch of (await openFile(path, layout)).batches)
    for (const entry of batch.flatMap(take)) if (!entry.fault && !entry.aside) count(entry);
  for (const { roster, counts } of columns) roster.add(new Map([...counts].filter(([value]) => roster.isNew(value))));
}
