import type { Page } from "../site/ask/page.ts";
import type { Kinds } from "../site/kinds.ts";
import type { Reader } from "./reader.ts";

/** A part of the page that follows the reader's selection. */
export interface Drawn {
  /** Where it is on the page; it is drawn again once this comes into view. */
  readonly element: Element;
  /** Loads all that it is made from at once. Throws with the address of what cannot be loaded. */
  load(): Promise<void>;
  /** Computes what drawing it will need. Throws `NotLoaded` where something is missing. */
  prepare(page: Page): void;
  /** Draws it for the page's selection. Throws `NotLoaded` where something is missing. */
  draw(page: Page): void;
  /** Says that it could not be drawn, and offers to try again; null takes that back. */
  fail(reason: string | null, retry?: () => void): void;
}

/** What islands share: the page as it is selected now, and the reader's selection. */
export interface Island {
  readonly page: Page;
  readonly reader: Reader;
  readonly kinds: Kinds;
  /** Loads at once the code and the cubes that a figure or a live part is made from. */
  load(spec: string): Promise<void>;
  /** Loads what a piece of work misses, and does it again; for what is not a part of the page, such as a download. */
  whenLoaded<T>(work: () => T): Promise<T>;
  /** Draws a part now if it is in view, else when it comes into view. */
  redraw(part: Drawn): void;
}
