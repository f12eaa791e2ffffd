import { unescaped } from "./escapes.ts";

/** Puts a text together from its runs; how it is pronounced (`rPh`) is no part of it. */
export class RichText {
  #text = "";
  #isText = false;
  #isPhonetic = false;

  start(): void {
    this.#text = "";
    this.#isText = false;
    this.#isPhonetic = false;
  }

  open(element: string): void {
    if (element === "t") this.#isText = !this.#isPhonetic;
    else if (element === "rPh") this.#isPhonetic = true;
  }

  text(piece: string): void {
    if (this.#isText) this.#text += piece;
  }

  close(element: string): void {
    if (element === "t") this.#isText = false;
    else if (element === "rPh") this.#isPhonetic = false;
  }

  take(): string {
    return unescaped(this.#text);
  }
}
