import type { SiteConfig } from "../../src/data/site-config.ts";
import type { Fact } from "../facts/facts.ts";
import { isFileOf } from "../read/table-file.ts";
import type { Inputs } from "../snapshots/inputs.ts";
import type { StagedTable } from "../stage/stage-all.ts";
import { sha256 } from "../tools/sha256.ts";

/** All that facts are computed from. */
export interface Staging {
  tables: ReadonlyMap<string, StagedTable>;
  /** The SQL of each fact, with its header. */
  facts: ReadonlyMap<string, string>;
  site: SiteConfig;
}

/** One thing that is not as it was frozen, and can be put back. */
export interface Thing {
  /** `reference/sla.csv`, `facts/requests` or `site.yaml`. */
  id: string;
  /** Of the id and of what it was, so that snapshots with the same share what is computed. */
  key: string;
  /** Whether any of some facts, which come with those that they read, rests on it. */
  isBehind(facts: readonly Fact[]): boolean;
  /** Throws where what it was does not fit any more. */
  putBack(staging: Staging): Staging;
}

const without = <V>(map: ReadonlyMap<string, V>, key: string) => new Map([...map].filter(([id]) => id !== key));
const keyed = (id: string, frozen: string | Uint8Array) => `${id} ${sha256(frozen)}`;

/** A hand-kept table whose file changed, came or went. */
function tableThing(path: string, id: string, frozen: { bytes: Uint8Array; staged: StagedTable | undefined; isFitting: boolean }): Thing {
  return {
    id: path,
    key: keyed(path, frozen.bytes),
    isBehind: (facts) => facts.some(({ tables }) => tables.includes(id)),
    putBack: (staging) => {
      if (!frozen.isFitting) throw new Error(`${path} is not read any more as it was frozen`);
      return { ...staging, tables: frozen.staged ? new Map([...staging.tables, [id, frozen.staged]]) : without(staging.tables, id) };
    },
  };
}

/** A fact whose SQL changed; with it come the facts that are no more, in case it reads them. */
function factThing(id: string, sources: ReadonlyMap<string, string>): Thing {
  const frozen = sources.get(id) ?? "";
  return {
    id: `facts/${id}`,
    key: keyed(`facts/${id}`, frozen),
    isBehind: (facts) => facts.some((fact) => fact.id === id),
    putBack: (staging) => ({ ...staging, facts: new Map([...sources, ...staging.facts, [id, frozen]]) }),
  };
}

/** Settings by which facts are computed; the others belong to reading, or to pages. */
const COMPUTED_BY = ["working_hours", "working_week"] as const;

function hoursThing(frozen: SiteConfig): Thing {
  const own = Object.fromEntries(COMPUTED_BY.map((key) => [key, frozen[key]]));
  return {
    id: "site.yaml",
    key: keyed("site.yaml", JSON.stringify(own)),
    isBehind: (facts) => facts.some(({ isOnWorkingTime }) => isOnWorkingTime),
    putBack: (staging) => ({ ...staging, site: { ...staging.site, ...own } }),
  };
}

const REFERENCE = "reference/";

const isEqual = (a: Uint8Array | undefined, b: Uint8Array | undefined) => Buffer.from(a ?? []).equals(Buffer.from(b ?? []));

/** What a snapshot was made from, and its hand-kept tables as they are staged today. */
export interface FrozenInputs extends Inputs {
  site: SiteConfig;
  tables: ReadonlyMap<string, StagedTable>;
  /** Whether they can still be read as they were; else they cannot be put back. */
  isFitting: boolean;
}

/** Hand-kept tables of which a file is not what it was, each with the first such file. */
export function changedReferences(frozen: FrozenInputs, now: Inputs & Staging): { file: string; table: string }[] {
  const contracts = [...frozen.tables.values(), ...now.tables.values()].map(({ table }) => table);
  const files = [...new Set([...frozen.settings.keys(), ...now.settings.keys()])]
    .filter((path) => path.startsWith(REFERENCE) && !isEqual(frozen.settings.get(path), now.settings.get(path)))
    .sort();
  const found = files.flatMap((file) => {
    const table = contracts.find((each) => each.isReference && isFileOf(each, file.slice(REFERENCE.length)));
    return table ? [{ file, table: table.id }] : [];
  });
  return found.filter(({ table }, i) => found.findIndex((other) => other.table === table) === i);
}

/** Facts whose SQL is not what it was; of those that are new nothing was published. */
export const changedFacts = (frozen: Inputs, now: Inputs): string[] =>
  [...frozen.facts.keys()].filter((id) => now.facts.has(id) && frozen.facts.get(id) !== now.facts.get(id)).sort();

/** The things of a snapshot that have changed and can be put back. */
export function thingsOf(frozen: FrozenInputs, now: Inputs & Staging): Thing[] {
  const references = changedReferences(frozen, now).map(({ file, table }) =>
    tableThing(file, table, {
      ...{ bytes: frozen.settings.get(file) ?? Buffer.from(""), staged: frozen.tables.get(table) },
      isFitting: frozen.isFitting,
    }),
  );
  const facts = changedFacts(frozen, now).map((id) => factThing(id, frozen.facts));
  const isSameTime = COMPUTED_BY.every((key) => JSON.stringify(frozen.site[key]) === JSON.stringify(now.site[key]));
  return [...references, ...facts, ...(isSameTime ? [] : [hoursThing(frozen.site)])];
}
