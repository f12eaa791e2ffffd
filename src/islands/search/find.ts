import type { Findable } from "../../site/findable.ts";
import { hasMatch, plain } from "../has-match.ts";

/** As many pages stand there before anything is typed. */
const AT_FIRST = 12;

/** How well a name fits what was typed, 0 best: it is that, starts with it, has a word that starts with it, has it. */
function distance(name: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 2;
  return name.includes(typed) ? 3 : 4;
}

/** What fits what was typed, in any language, best first; every word has to be in the name, or in what it is. Before anything is typed, the first pages. */
export function findIn(all: readonly Findable[], typed: string): Findable[] {
  const sought = plain(typed).trim();
  if (!sought) return all.slice(0, AT_FIRST);
  return all
    .filter(({ name, about, also }) => hasMatch([name, about, also ?? {}].flatMap(Object.values).join("\n"), sought))
    .map((found) => ({
      found,
      rank: Math.min(...[found.name, found.also ?? {}].flatMap(Object.values).map((it) => distance(plain(it), sought))),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ found }) => found);
}
