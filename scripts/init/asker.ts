import type { Text } from "../../src/core/text.ts";

/** One of several answers. */
export interface Answer<T> {
  value: T;
  label: string;
}

/** Asks where it is not sure. */
export interface Asker {
  /** Whether there is somebody who can answer. */
  isThere: boolean;
  /** One of several answers, of which the first is the likeliest. */
  choose: <T>(question: Text, answers: readonly [Answer<T>, ...Answer<T>[]]) => Promise<T>;
  /** A line of text; `usual` where nothing is written. */
  write: (question: Text, usual: string) => Promise<string>;
}

/** Takes what is likeliest, and asks nobody. */
export const takeBest: Asker = {
  isThere: false,
  choose: async (_, [best]) => best.value,
  write: async (_, usual) => usual,
};
