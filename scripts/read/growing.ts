/** A list of numbers that grows without an object per number. */
export class GrowingNumbers {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(place: number): number {
    return this.#values[place] as number;
  }

  /** A view, until the next push. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** Texts one after the other, in UTF-8. */
export class GrowingText {
  #bytes = Buffer.alloc(65_536);
  #length = 0;

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  push(text: string): void {
    const longest = text.length * 3;
    if (this.#length + longest > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + longest));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, "utf8");
  }

  /** The text between two places, in bytes. */
  slice(from: number, to: number): string {
    return this.#bytes.toString("utf8", from, to);
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.#length));
  }
}

/** Many texts in little memory: a string of its own would keep the whole piece that it was cut from. */
export class GrowingTexts {
  readonly #text = new GrowingText();
  readonly #ends = new GrowingNumbers();

  get length(): number {
    return this.#ends.length;
  }

  push(text: string): void {
    this.#text.push(text);
    this.#ends.push(this.#text.length);
  }

  /** Undefined where there is none. */
  at(place: number): string | undefined {
    if (!(Number.isInteger(place) && place >= 0 && place < this.length)) return undefined;
    return this.#text.slice(place === 0 ? 0 : this.#ends.at(place - 1), this.#ends.at(place));
  }
}
