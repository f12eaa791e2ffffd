import { type Column, Type } from "@uwdata/flechette";

/** A column of texts: row i has `words[codes[i]]`, and none where the code is one too many. Words are sorted by their bytes, as SQL does. */
export interface TextCodes {
  codes: Int32Array;
  words: readonly string[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of a stretch of bytes. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash;
}

function isSame(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word[i] !== bytes[from + i]) return false;
  return true;
}

/** Gives each word the number of its first appearance, from its bytes: to decode each of a million takes longer than the query did. */
class WordNumbers {
  readonly words: Uint8Array[] = [];
  /** The number of a word plus one at the place of its hash or, where that is taken, at the next that is free; a power of two of them. */
  private slots = new Int32Array(1024);

  numberOf(bytes: Uint8Array, from: number, to: number): number {
    const last = this.slots.length - 1;
    for (let slot = hashOf(bytes, from, to) & last; ; slot = (slot + 1) & last) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(bytes.slice(from, to), slot);
      if (isSame(this.words[number] as Uint8Array, bytes, from, to)) return number;
    }
  }

  private add(word: Uint8Array, slot: number): number {
    this.slots[slot] = this.words.push(word);
    if (this.words.length * 2 > this.slots.length) this.grow();
    return this.words.length - 1;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const last = this.slots.length - 1;
    this.words.forEach((word, number) => {
      let slot = hashOf(word, 0, word.length) & last;
      while (this.slots[slot] !== 0) slot = (slot + 1) & last;
      this.slots[slot] = number + 1;
    });
  }
}

const encoder = new TextEncoder();

/** The number of each row's word, or -1, of a column that holds texts one after the other. */
function numbersOf(column: Column<unknown>, known: WordNumbers): Int32Array {
  const numbers = new Int32Array(column.length);
  let place = 0;
  for (const batch of column.data) {
    const [bytes, offsets] = [batch.values as Uint8Array, batch.offsets as Int32Array];
    const isWhole = batch.nullCount === 0;
    for (let row = 0; row < batch.length; row++, place++) {
      const isText = isWhole || batch.isValid(row);
      numbers[place] = isText ? known.numberOf(bytes, offsets[row] as number, offsets[row + 1] as number) : -1;
    }
  }
  return numbers;
}

/** The same of any other column. */
function numbersOfValues(column: Column<unknown>, known: WordNumbers): Int32Array {
  const numbers = new Map<unknown, number>([[null, -1]]);
  const numberOf = (value: unknown) => {
    const bytes = encoder.encode(String(value));
    const number = known.numberOf(bytes, 0, bytes.length);
    numbers.set(value, number);
    return number;
  };
  return Int32Array.from(column, (value) => numbers.get(value) ?? numberOf(value));
}

export function textCodes(column: Column<unknown>): TextCodes {
  const known = new WordNumbers();
  const numbers = column.type.typeId === Type.Utf8 ? numbersOf(column, known) : numbersOfValues(column, known);
  const sorted = known.words.map((word, number) => ({ word, number })).sort((a, b) => Buffer.compare(a.word, b.word));
  const places = new Int32Array(sorted.length);
  sorted.forEach(({ number }, place) => {
    places[number] = place;
  });
  return { codes: numbers.map((number) => places[number] ?? sorted.length), words: sorted.map(({ word }) => Buffer.from(word).toString()) };
}
