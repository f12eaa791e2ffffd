import { columnFromArray, dictionary, int32, utf8 } from "@uwdata/flechette";
import type { Staged } from "../../src/core/columns.ts";
import { GrowingNumbers, GrowingText } from "../read/growing.ts";
import { arrowColumn } from "./arrow-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";

/** With more different texts than this a dictionary does not pay. */
const DICTIONARY_LIMIT = 65_536;

/** Gathers texts as a dictionary of words, and as plain texts from where there are too many different ones. */
export function textBuilder(): ColumnBuilder {
  const codes = new GrowingNumbers();
  const words = new Words();
  let plain: ColumnBuilder | null = null;
  return {
    add: (value) => {
      if (plain) return plain.add(value);
      codes.push(value === null ? -1 : words.codeOf(value as string));
      if (words.list.length > DICTIONARY_LIMIT) plain = spelledOut(codes, words.list);
    },
    at: (row) => (plain ? plain.at(row) : (words.list[codes.at(row)] ?? null)),
    finish: () => (plain ?? (words.list.length === 0 ? spelledOut(codes, []) : null))?.finish() ?? dictionaryColumn(codes, words.list),
  };
}

/** Different texts, in the order in which they came. */
class Words {
  readonly list: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(word: string): number {
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    this.#codes.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

function dictionaryColumn(codes: GrowingNumbers, words: string[]) {
  const type = utf8();
  const missing: number[] = [];
  const values = Int32Array.from(codes.values);
  for (let row = values.indexOf(-1); row !== -1; row = values.indexOf(-1, row + 1)) {
    missing.push(row);
    values[row] = 0;
  }
  return arrowColumn(dictionary(type, int32()), codes.length, missing, { values, words: columnFromArray(words, type) });
}

function spelledOut(codes: GrowingNumbers, words: readonly string[]): ColumnBuilder {
  const builder = plainBuilder();
  for (const code of codes.values) builder.add(words[code] ?? null);
  return builder;
}

function plainBuilder(): ColumnBuilder {
  const text = new GrowingText();
  const ends = new GrowingNumbers();
  const missing = new Set<number>();
  return {
    add: (value: Staged | null) => {
      if (value === null) missing.add(ends.length);
      else text.push(value as string);
      ends.push(text.length);
    },
    at: (row) => (missing.has(row) ? null : text.slice(row === 0 ? 0 : ends.at(row - 1), ends.at(row))),
    finish: () => arrowColumn(utf8(), ends.length, [...missing], { values: text.bytes, offsets: offsetsOf(ends.values) }),
  };
}

function offsetsOf(ends: Float64Array): Int32Array {
  const offsets = new Int32Array(ends.length + 1);
  offsets.set(ends, 1);
  return offsets;
}
