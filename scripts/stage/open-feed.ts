import type { Entry, Reading } from "../read/entry.ts";
import { changedFile, checkUnchanged, openFile } from "../read/files.ts";
import { stateOf } from "../read/fingerprint.ts";
import type { Layout } from "../read/layout.ts";
import type { Gather } from "../sources/gather.ts";
import { gatherOf } from "../sources/gathering.ts";
import { prepareShape, type Shape, unshaped } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";
import type { WordCounts } from "../sources/word-counts.ts";
import { type Feed, partAt, withFile } from "./feed.ts";

/** A file as its table reads it: after the steps of `sources.yaml`. */
export interface ShapedReading extends Reading {
  /** How many of its records became part of others that stand elsewhere. */
  merged: number;
  /** What stands where settings look for words, as far as it is read. */
  sought: WordCounts;
}

/** Opens the part at a place of a feed; its state is what the file system said before it was read. */
export type OpenAt = (place: number) => Promise<{ reading: ShapedReading; state: string }>;

/** Prepares the files of a feed to be read one after the other. Throws a DataError when a step needs what it does not find. */
export async function openFeed(feed: Feed, dataDir: string): Promise<OpenAt> {
  const opening = await Promise.all(feed.sources.map((_, source) => openSource(feed, source, dataDir)));
  return (place) => (opening[partAt(feed, place).source] as OpenAt)(place);
}

/** Opens the parts of one source of a feed. */
async function openSource(feed: Feed, source: number, dataDir: string): Promise<OpenAt> {
  const settings = feed.sources[source] as Source;
  const shape = await prepareShape(settings, dataDir);
  const openAt: OpenAt = (place) => openShaped(feed, place, { dataDir, shape });
  const gather = gatherOf(settings, dataDir);
  if (gather === null) return openAt;
  const places = [...feed.parts.keys()].filter((place) => partAt(feed, place).source === source);
  let gathering: ReturnType<typeof gatherAll> | undefined;
  return async (place) => {
    gathering ??= gatherAll(feed, { dataDir, openAt, gather, places });
    return (await gathering).get(place) as Awaited<ReturnType<OpenAt>>;
  };
}

async function openShaped(feed: Feed, place: number, { dataDir, shape }: { dataDir: string; shape: Shape }) {
  const { file, name, layout } = partAt(feed, place);
  return withFile(dataDir, file, async (path) => {
    const state = await stateOf(path);
    const reading = await openFile(path, layout);
    checkHeader(name, layout, reading);
    const { header, sought, take } = shape(unshaped(name, layout));
    async function* batches(): AsyncGenerator<Entry[], void, undefined> {
      for await (const entries of reading.batches) yield entries.flatMap(take);
    }
    return { reading: { ...reading, header, batches: batches(), merged: 0, sought }, state };
  });
}

/** Throws when a file has another header than it had when it was looked at. */
function checkHeader(file: string, { header }: Layout, reading: Reading): void {
  const expected = header.names.join(", ");
  const found = reading.header.slice(0, header.names.length).join(", ");
  if (found === expected && reading.header.length === header.width) return;
  const issue = { file, line: header.line || undefined, found: found || "nothing", expected: `the header that was there: ${expected}` };
  throw changedFile(file, [issue]);
}

interface Gathering {
  dataDir: string;
  openAt: OpenAt;
  gather: Gather;
  /** Of the parts of the source. */
  places: readonly number[];
}

/** Reads all parts of a source, and gives each as what became of it once all were looked at together. */
async function gatherAll(feed: Feed, { dataDir, openAt, gather, places }: Gathering) {
  const read: { opened: Awaited<ReturnType<OpenAt>>; entries: Entry[]; file: string }[] = [];
  for (const place of places) {
    const { file, name } = partAt(feed, place);
    const opened = await openAt(place);
    const entries: Entry[] = [];
    await withFile(dataDir, file, async (path) => {
      for await (const batch of opened.reading.batches) entries.push(...batch);
      await checkUnchanged(path, file, { state: opened.state, fingerprint: opened.reading.fingerprint() });
    });
    read.push({ opened, entries, file: name });
  }
  const files = read.map(({ opened, ...own }) => ({ ...own, header: opened.reading.header, sought: opened.reading.sought }));
  const { header, files: gathered } = await gather.gather(files);
  const made = read.map(({ opened: { reading, state } }, at) => {
    const { entries, merged } = gathered[at] as (typeof gathered)[0];
    async function* batches(): AsyncGenerator<Entry[], void, undefined> {
      yield [...entries];
    }
    // what the types of the file said holds of its own columns only
    return {
      reading: { ...reading, header, moments: new Set<string>(), fractions: new Map<string, number>(), batches: batches(), merged },
      state,
    };
  });
  return new Map(places.map((place, at) => [place, made[at]]));
}
