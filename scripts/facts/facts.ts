import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unknownName } from "../../src/core/errors.ts";
import { POOL_SETS } from "../../src/core/pooling.ts";
import type { Text } from "../../src/core/text.ts";
import { OVER_TIME, type Pooling } from "../../src/data/manifest.ts";
import { dependencyOrder } from "../tools/dependency-order.ts";
import { type Lasting, parseLasting } from "./finished.ts";
import { type Known, parseEvidence } from "./known.ts";
import { type OnWorkingTime, parseOnWorkingTime } from "./working-time.ts";

/** A fact as its file declares it: the header comments, then one SELECT over staging and other facts. */
export interface Fact {
  id: string;
  /** What a row is: "requirement submitted", of "one row per …". */
  grain: Text;
  /** Column that says when. */
  time: string;
  /** Column of the day on which what a row is about is over; by default the one that says when. */
  ends: string;
  over: (typeof OVER_TIME)[number];
  /** Days after which most of what becomes of a row is known; periods younger than that are unfinished. 0 where it is known at once. */
  settlesIn: number;
  /** Cases that it counts by another day than that of their end; null where there are none. Where only finished ones are exported, periods are unfinished as long as slow ones may be missing. */
  cases: Lasting | null;
  /** What a row covers: its day, or the quarter whose last day it bears. Of finished quarters there are rows only once they are over. */
  covers: (typeof COVERS)[number];
  /** How groups below the minimum size are pooled; null where every group is shown. */
  pooling: Pooling | null;
  /** Aggregate that counts the people, or ratings, behind a cell; empty unless small groups are pooled. */
  people: string;
  /** Columns whose sums, of a flag its count, are not published beyond their limits: of a flag that of the rows which it is a part of, of a score on the scale of the survey null. */
  coded: ReadonlyMap<string, string | null>;
  /** Flags that say what was asked, and nothing of those who answered, such as the aspect of an item. */
  impersonal: string[];
  /** What its columns mean, of those that are not a contract's column passed on as it is. */
  columns: Map<string, string>;
  /** Dimensions it derives, by column: a name of its own, or the contract's column that it repeats. */
  dimensions: Map<string, Text | { column: string }>;
  /** Names of members of derived dimensions. */
  members: Map<string, { id: string; label: Text }[]>;
  /** What shows that figures of it are recorded; a figure without such a line is known wherever the fact is. */
  known: Known[];
  /** Exports and reference tables it is made from, those of the facts that it reads included. */
  tables: string[];
  /** Those of them that it can do without: a table that no export feeds has no rows. */
  spared: string[];
  /** Facts it reads. */
  facts: string[];
  /** It reads the working calendar, or a fact that does. */
  isOnWorkingTime: boolean;
  /** Its figures that rest on working time. */
  onWorkingTime: OnWorkingTime[];
  sql: string;
}

/** What the build itself puts beside the exports. */
export const WORKING_CALENDAR = ["working_days", "working_minutes", "working_slots", "working_day"];
const MADE = ["months", "shown_roles", "survey_scale", ...WORKING_CALENDAR];

/** What rows of a fact may cover. */
const COVERS = ["days", "quarters", "finished quarters"] as const;

/** The names behind `schema.` in SQL, each once. */
const namesIn = (sql: string, schema: string): string[] => [
  ...new Set([...sql.matchAll(new RegExp(`\\b${schema}\\.(\\w+)`, "g"))].map(([, name]) => name as string)),
];

const bilingual = (text: string, fact: string): Text => {
  const [zh, en] = text.split("|").map((part) => part.trim());
  if (!zh || !en) throw new Error(`${fact}.sql: expected "Chinese | English", found ${text.trim()}`);
  return { zh, en };
};

/** A word of a header, of those that it may be. */
function wordOf<Word extends string>(words: readonly Word[], given: string, { what, fact }: { what: string; fact: string }): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw unknownName(what, given, words, `${fact}.sql may have`);
  return found;
}

const daysOf = (text: string, fact: string): number => {
  const [, days] = /^(\d+) days$/.exec(text) ?? fail(`${fact}.sql: expected "-- settled after: 90 days", found ${text}`);
  return Number(days);
};

/** `survey: department within side`, or `delays: department` */
function poolingOf(text: string, fact: string): Pooling {
  const [, name = "", group = "", area = null] =
    /^(\w+): (\w+)(?: within (\w+))?$/.exec(text) ??
    fail(`${fact}.sql: expected "-- small groups: survey: department within side", found ${text}`);
  return { set: wordOf(POOL_SETS, name, { what: "set of small groups", fact }), group, area };
}

/** `is_favourable among is_answered`, or `score, on the scale of the survey` */
function codedColumn(text: string, fact: string): [string, string | null] {
  const [, column, among = null] =
    /^(\w+)(?: among (\w+)|, on the scale of the survey)$/.exec(text) ??
    fail(`${fact}.sql: expected "-- top coded: column, on the scale of the survey" or "… flag among flag", found ${text}`);
  return [column as string, among];
}

/** `is_new: the visit is the first` */
function describedColumn(text: string, fact: string): [string, string] {
  const [, column, meaning] = /^(\w+): (.+)$/.exec(text) ?? fail(`${fact}.sql: expected "-- column name: what it means", found ${text}`);
  return [column as string, meaning as string];
}

/** Reads a fact from its SQL. Throws when the header leaves out what the build needs. */
export function parseFact(id: string, source: string): Fact {
  const lines = source.split("\n");
  const body = lines.findIndex((line) => !line.startsWith("--"));
  const header = lines.slice(0, body);
  const after = (prefix: string) =>
    header.filter((line) => line.startsWith(`-- ${prefix}`)).map((line) => line.slice(prefix.length + 3).trim());
  const required = (prefix: string) => after(prefix)[0] ?? fail(`${id}.sql: no line "-- ${prefix} …" in its header`);
  const [groups] = after("small groups:");
  const named = after("dimension").map((line) => line.split(/:(.*)/s) as [string, string]);
  const staging = namesIn(source, "staging");
  const members = after("member").map(
    (line) => /^(\w+)\.([^:]+):(.*)$/.exec(line) ?? fail(`${id}.sql: expected "-- member dimension.id: Chinese | English", found ${line}`),
  );
  const time = required("time:");
  return {
    id,
    grain: { en: required("one row per"), zh: required("每行一条：") },
    time,
    ends: after("ends:")[0] ?? time,
    over: wordOf(OVER_TIME, required("over time:"), { what: "way over time", fact: id }),
    covers: wordOf(COVERS, after("covers:")[0] ?? "days", { what: "cover of a row", fact: id }),
    cases: after("cases last:").map((line) => parseLasting(line, id))[0] ?? null,
    settlesIn: daysOf(after("settled after:")[0] ?? "0 days", id),
    pooling: groups === undefined ? null : poolingOf(groups, id),
    people: groups === undefined ? "" : required("people:"),
    coded: new Map(after("top coded:").map((line) => codedColumn(line, id))),
    impersonal: after("says nothing of people:").flatMap((line) => line.split(", ")),
    columns: new Map(after("column").map((line) => describedColumn(line, id))),
    dimensions: new Map(named.map(([column, name]) => [column, name.includes("|") ? bilingual(name, id) : { column: name.trim() }])),
    members: new Map(
      [...Map.groupBy(members, ([, dimension]) => dimension as string)].map(([dimension, rows]) => [
        dimension,
        rows.map(([, , member, label]) => ({ id: member as string, label: bilingual(label as string, id) })),
      ]),
    ),
    known: after("known:").map((line) => parseEvidence(line, id)),
    tables: staging.filter((table) => !MADE.includes(table)),
    spared: after("does without:").flatMap((line) => line.split(", ")),
    facts: namesIn(source, "facts"),
    onWorkingTime: after("on working time:").flatMap((line) => parseOnWorkingTime(line, { fact: id, time }) ?? []),
    isOnWorkingTime: staging.some((table) => WORKING_CALENDAR.includes(table)),
    sql: lines.slice(body).join("\n").trim(),
  };
}

function fail(message: string): never {
  throw new Error(message);
}

/** Facts in an order in which they can be computed, each with what it takes from those that it reads. Throws when one is not there, or reads itself. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const ids = facts.map(({ id }) => id);
  for (const { id, facts: read } of facts)
    for (const each of read) if (!ids.includes(each)) throw unknownName("fact", each, ids, `${id}.sql may read`);
  const ordered = dependencyOrder(facts, {
    idOf: ({ id }) => id,
    needs: ({ facts: read }) => read,
    circular: (path) => `a fact reads itself: ${path.join(" reads ")}`,
  });
  const whole = new Map<string, Fact>();
  for (const fact of ordered)
    whole.set(
      fact.id,
      inheriting(
        fact,
        fact.facts.flatMap((read) => whole.get(read) ?? []),
      ),
    );
  return [...whole.values()];
}

/** Whether neither a fact nor any other that it reads needs a table that one of them can do without. */
const isSpared = (table: string, fact: Fact, read: readonly Fact[]): boolean =>
  !fact.tables.includes(table) && read.every(({ tables, spared }) => !tables.includes(table) || spared.includes(table));

/** Tables without which a fact cannot be made. */
export const neededBy = ({ tables, spared }: Fact): string[] => tables.filter((table) => !spared.includes(table));

/** A fact is as old as the oldest table of any that it reads, and needs what they need; columns and dimensions that it passes on are described and named as they do it. */
const inheriting = (fact: Fact, read: readonly Fact[]): Fact => ({
  ...fact,
  columns: new Map([...read.flatMap(({ columns }) => [...columns]), ...fact.columns]),
  dimensions: new Map([...read.flatMap(({ dimensions }) => [...dimensions]), ...fact.dimensions]),
  members: new Map([...read.flatMap(({ members }) => [...members]), ...fact.members]),
  tables: [...new Set([...fact.tables, ...read.flatMap(({ tables }) => tables)])],
  spared: [...fact.spared, ...read.flatMap(({ spared }) => spared).filter((table) => isSpared(table, fact, read))],
  isOnWorkingTime: fact.isOnWorkingTime || read.some(({ isOnWorkingTime }) => isOnWorkingTime),
});

/** Facts of some names with all that they read, in the order that was given. */
export function withRead(facts: readonly Fact[], ids: Iterable<string>): Fact[] {
  const needed = new Set(ids);
  for (const fact of facts.toReversed()) if (needed.has(fact.id)) for (const read of fact.facts) needed.add(read);
  return facts.filter(({ id }) => needed.has(id));
}

/** The text of every fact of this folder, by its id. */
export function factSources(): Map<string, string> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".sql"));
  return new Map(files.sort().map((file) => [basename(file, ".sql"), readFileSync(join(import.meta.dirname, file), "utf8")]));
}

/** Facts from their texts, each after those that it reads. */
export const factsFrom = (sources: ReadonlyMap<string, string>): Fact[] =>
  inOrder([...sources].map(([id, source]) => parseFact(id, source)));

/** Every fact of this folder, by name, but each after those that it reads. */
export const loadFacts = (): Fact[] => factsFrom(factSources());
