import type { Page } from "./ask/page.ts";
import { hasPromises } from "./ask/promises.ts";
import { isSignal, judged } from "./ask/verdicts.ts";
import { departmentsByGravity } from "./matrix/matrix.ts";
import { verdictMark } from "./say/verdict-words.ts";

/** A page that the navigation leads to. */
export interface Link {
  path: string;
  text: string;
  /** How it stands with what the page is about, where it clearly got worse or better in the default period. */
  state?: { mark: string; words: string; tone: string } | undefined;
}

/** One of the few doors of the navigation: a page, or several under a name. */
export type Door = Link | { text: string; links: readonly Link[] };

/** Departments that are named; the matrix has them all. */
const DEPARTMENTS = 12;

/** So few pages stand side by side, without doors. */
const PLAIN = 7;

function departmentLinks(page: Page): Link[] {
  if (!hasPromises(page.site)) return [];
  const named = departmentsByGravity(page).slice(0, DEPARTMENTS);
  return named.map((id) => {
    const part = page.narrowed({ department: [id] });
    const verdict = judged(part, part.view("sla-attainment"));
    const { direction } = verdict;
    const state =
      isSignal(verdict) && direction ? { mark: verdictMark(page, verdict), words: page.words[direction], tone: direction } : undefined;
    return { path: `departments/${id}/`, text: page.member("department", id), state };
  });
}

/** The doors that every page has, in their order, or its pages where they are few; `further` are pages about data that not every site has. */
export function doorsOf(page: Page, further: readonly Link[]): Door[] {
  const { site, say } = page;
  const { nav } = page.words;
  const departments = departmentLinks(page);
  const isOfDepartments = (id: string) => departments.length > 0 && id === "matrix";
  const linksTo = (isIn: (topic: (typeof site.topics)[number]) => boolean): Link[] =>
    site.topics.filter(isIn).map(({ id, name }) => ({ path: `${id}/`, text: say(name) }));
  const data: Link[] = [{ path: "metrics/", text: nav.metrics }, { path: "data/", text: nav.data }, ...further];
  const doors = [
    { text: nav.effects, links: linksTo(({ isEffect }) => isEffect) },
    { text: nav.departments, links: [...linksTo(({ id }) => isOfDepartments(id)), ...departments] },
    { text: nav.process, links: linksTo(({ id, isEffect }) => !isEffect && !isOfDepartments(id)) },
    { text: nav.about, links: data },
  ];
  const overview: Link = { path: "", text: nav.overview };
  const all = doors.flatMap(({ links }) => links);
  if (all.length <= PLAIN) return [overview, ...all];
  return [overview, ...doors.flatMap((door): Door[] => (door.links.length > 1 ? [door] : door.links))];
}
