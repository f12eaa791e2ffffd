import { words as english } from "./en/words.ts";
import type { Words } from "./language.ts";

/** Some of the words, at any depth. */
type Some<T> = T extends string | readonly unknown[] | ((...args: never[]) => unknown) ? T : { readonly [Key in keyof T]?: Some<T[Key]> };

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null && !Array.isArray(value);

const over = (all: Group, some: Group): Group =>
  Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      const own = some[key];
      return [key, isGroup(value) && isGroup(own) ? over(value, own) : (own ?? value)];
    }),
  );

/** The words of a language that has only some of them yet: what it lacks is said in English. */
export const overEnglish = (some: Some<Words>): Words => over(english, some) as Words;
