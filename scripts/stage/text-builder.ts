import { columnFromArray, dictionary, int32, utf8 } from "@uwdata/flechette";
import { arrowColumn } from "./arrow-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { GrowingNumbers, GrowingText } from "./growing.ts";
import type { Staged } from "./read-value.ts";

/** With more different texts than this a dictionary does not pay. */
const DICTIONARY_LIMIT = 65_536;

/** Gathers texts as a dictionary of words, and as plain texts from where there are too many different ones. */
export function textBuilder(): ColumnBuilder {
  const codes = new GrowingNumbers();
  const words = new Map<string, number>();
  let plain: ColumnBuilder | null = null;
  return {
    add: (value) => {
      if (plain) return plain.add(value);
      codes.push(value === null ? -1 : codeOf(words, value as string));
      if (words.size > DICTIONARY_LIMIT) plain = spelledOut(codes, words);
    },
    finish: () => (plain ?? (words.size === 0 ? spelledOut(codes, words) : null))?.finish() ?? dictionaryColumn(codes, words),
  };
}

function codeOf(words: Map<string, number>, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

function dictionaryColumn(codes: GrowingNumbers, words: ReadonlyMap<string, number>) {
  const type = utf8();
  const missing: number[] = [];
  const values = Int32Array.from(codes.values);
  for (let row = values.indexOf(-1); row !== -1; row = values.indexOf(-1, row + 1)) {
    missing.push(row);
    values[row] = 0;
  }
  return arrowColumn(dictionary(type, int32()), codes.length, missing, { values, words: columnFromArray([...words.keys()], type) });
}

function spelledOut(codes: GrowingNumbers, words: ReadonlyMap<string, number>): ColumnBuilder {
  const builder = plainBuilder();
  const list = [...words.keys()];
  for (const code of codes.values) builder.add(list[code] ?? null);
  return builder;
}

function plainBuilder(): ColumnBuilder {
  const text = new GrowingText();
  const ends = new GrowingNumbers();
  const missing: number[] = [];
  return {
    add: (value: Staged | null) => {
      if (value === null) missing.push(ends.length);
      else text.push(value as string);
      ends.push(text.length);
    },
    finish: () => arrowColumn(utf8(), ends.length, missing, { values: text.bytes, offsets: offsetsOf(ends.values) }),
  };
}

function offsetsOf(ends: Float64Array): Int32Array {
  const offsets = new Int32Array(ends.length + 1);
  offsets.set(ends, 1);
  return offsets;
}
