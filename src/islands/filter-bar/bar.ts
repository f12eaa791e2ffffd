import type { Island } from "../island.ts";

/** What the parts of the bar share. */
export interface Bar {
  readonly element: HTMLElement;
  readonly island: Island;
  /** In the bar's order. */
  readonly dimensions: readonly string[];
}

/** What a popover holds: made when it is first opened, and kept up to date while it is open. */
export interface Panel {
  readonly content: readonly Node[];
  update(): void;
}

/** Makes the content of a popover. */
export type MakePanel = (bar: Bar, popover: HTMLElement) => Panel;
