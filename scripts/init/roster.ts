import { ADDRESSED } from "../../src/core/addressed.ts";
import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { addressOf, isAddressId, nearestAddressId, UNSEEN } from "../reference/address-id.ts";
import { membersByName } from "../stage/members-by-name.ts";

/** A member of a dimension, or a department: a row of a reference table. */
export interface Member {
  id: string;
  zh: string;
  en: string;
}

/** What a column of a contract refers to, where that is hand-kept: the reference table, and the dimension within it where it has several. */
export interface RosterKey {
  table: string;
  column: string;
  dimension: { column: string; is: string } | null;
}

/** Null for a column that refers to no hand-kept table. */
export function rosterKeyOf({ references = "", where }: Column, tables: readonly Table[]): RosterKey | null {
  const [id, column] = references.split(".");
  const table = tables.find((each) => each.id === id && each.isReference);
  return table && column !== undefined ? { table: table.id, column, dimension: where ?? null } : null;
}

/** Letters and digits of a value: values that differ in case, width, blanks or hyphens alone are one member; between digits a hyphen counts. */
const letters = (value: string): string =>
  value
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .toLowerCase()
    .replace(/(?<=\d)[-_\s]+(?=\d)/g, "-")
    .replace(/(?<!\d)[-_\s]+|[-_\s]+(?!\d)/g, "");

/** The members of one dimension: those that are known, and those that exports bring. All values are added before it is asked. */
export class Roster {
  readonly key: RosterKey;
  readonly #known: readonly Member[];
  /** Values by their letters, each with how often it occurs. */
  readonly #found = new Map<string, Map<string, number>>();
  #members: ReadonlyMap<string, Member> | undefined;
  #named: ReadonlyMap<string, string> | undefined;

  constructor(key: RosterKey, known: readonly Member[]) {
    this.key = key;
    this.#known = known;
  }

  add(values: ReadonlyMap<string, number>): void {
    for (const [value, count] of values) {
      const own = this.#found.get(letters(value)) ?? new Map<string, number>();
      this.#found.set(letters(value), own.set(value, (own.get(value) ?? 0) + count));
    }
  }

  /** Whether members have to be named: those in whose table some are, and those that stand in addresses. Others are what exports say. */
  get isNamed(): boolean {
    const { dimension } = this.key;
    return dimension === null || ADDRESSED.includes(dimension.is) || this.#known.length > 0;
  }

  /** Whether a value is not one of a known member, however that is written. */
  isNew(value: string): boolean {
    return !this.#known.some((member) => Object.values(member).some((name) => letters(name) === letters(value)));
  }

  /** The id of the member that a value means. */
  idOf(value: string): string {
    const known = this.#known.find(({ id }) => id === value);
    return (known ?? this.#byLetters.get(letters(value)))?.id ?? value;
  }

  /** Whether a value says by itself which member it means: by its id, or by a name of it where members are named. */
  isSaid(value: string): boolean {
    const id = this.idOf(value);
    return value === id || (this.isNamed && this.#names.get(value) === id);
  }

  get #names(): ReadonlyMap<string, string> {
    this.#named ??= membersByName([...this.#known, ...this.added].map(({ id, zh, en }) => [id, { zh, en }]));
    return this.#named;
  }

  /** Members that exports bring and nobody has named yet, the most frequent first. */
  get added(): Member[] {
    return [...this.#byLetters.values()].filter((member) => !this.#known.includes(member));
  }

  get #byLetters(): ReadonlyMap<string, Member> {
    this.#members ??= this.#name();
    return this.#members;
  }

  #name(): Map<string, Member> {
    const members = new Map(this.#known.flatMap((member) => Object.values(member).map((name) => [letters(name), member])));
    const taken = new Set(this.#known.map(({ id }) => addressOf(id)));
    const fresh = [...this.#found].filter(([plain]) => !members.has(plain));
    for (const [plain, values] of fresh.sort(([, a], [, b]) => sumOf(b) - sumOf(a))) {
      const name = usualOf(values);
      const id = free(this.#idFor(name), taken);
      taken.add(addressOf(id));
      members.set(plain, { id, zh: name, en: name });
    }
    return members;
  }

  #idFor(name: string): string {
    const plain = name.replace(UNSEEN, "");
    return !ADDRESSED.includes(this.key.dimension?.is ?? this.key.column) || isAddressId(plain) ? plain : nearestAddressId(plain);
  }
}

type Counts = ReadonlyMap<string, number>;

const sumOf = (counts: Counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The value that occurs most often. */
const usualOf = (counts: Counts) => [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];

/** An id with the first number behind it that makes it no other's. */
function free(id: string, taken: ReadonlySet<string>): string {
  const ids = [id, ...Array.from({ length: taken.size }, (_, at) => `${id}-${at + 2}`)];
  return ids.find((each) => !taken.has(addressOf(each))) as string;
}
