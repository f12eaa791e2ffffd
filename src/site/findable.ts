import type { Locale } from "../core/text.ts";
import { pathOf } from "./address.ts";
import type { Page } from "./ask/page.ts";
import { promiseHref, promiseName, promisesOf, supportingDepartments } from "./ask/promises.ts";
import { doorsOf, type Link } from "./navigation.ts";

/** Words in every language of the site. */
type Words = Readonly<Partial<Record<Locale, string>>>;

/** What a reader can find by its name. */
export interface Findable {
  /** Path in the site, by language. */
  href: Words;
  name: Words;
  /** What it is: "Metric · Response". */
  about: Words;
  /** Another name by which it is found. */
  also?: Words;
}

/** The same in one language. */
type Place = Readonly<Record<"href" | "name" | "about", string>> & { also?: string };

/** Pages about data that not every site has, in the language of a page. */
export type Further = (page: Page) => readonly Link[];

/** Pages of the navigation, departments, metrics and promises, each once. */
function placesIn(page: Page, further: Further): Place[] {
  const { site, say, href } = page;
  const { kinds } = page.words.search;
  const titles = new Map(site.topics.map(({ id, title }) => [`${id}/`, say(title)]));
  const linked = doorsOf(page, further(page)).flatMap((door) =>
    "links" in door ? door.links.map((link) => ({ ...link, about: door.text })) : [{ ...door, about: kinds.page }],
  );
  const pages = linked.map(({ path, text, about }) => {
    const also = titles.get(path);
    return { href: href(path), name: text, about, ...(also && also !== text ? { also } : {}) };
  });
  const departments = supportingDepartments({ site }).map((id) => ({
    href: href(`departments/${id}/`),
    name: page.member("department", id),
    about: page.words.nav.departments,
  }));
  const metrics = site.topics.flatMap((topic) =>
    site.metrics
      .filter((metric) => metric.topic === topic.id)
      .map(({ id, label }) => ({ href: href(`metrics/${id}/`), name: say(label), about: page.joined(kinds.metric, say(topic.name)) })),
  );
  const promises = (supportingDepartments({ site }).length > 0 ? promisesOf(site) : []).map((promised) => ({
    href: promiseHref(page, promised),
    name: promiseName(page, promised),
    about: page.joined(kinds.promise, page.member("department", promised.department)),
  }));
  const all: Place[] = [...pages, ...departments, ...metrics, ...promises];
  const distinct = all.filter((place, i) => all.findIndex((other) => other.href === place.href) === i);
  return distinct.map((place) => ({ ...place, href: pathOf(place.href) }));
}

/** All that can be found on a site, given a page of it in every language; pages come first, in the order of the navigation. */
export function findablesOf(pages: readonly Page[], further: Further): Findable[] {
  const found = pages.map((page) => ({ locale: page.language.locale, places: placesIn(page, further) }));
  const inAll = (i: number, key: keyof Place): Words =>
    Object.fromEntries(found.flatMap(({ locale, places }) => (places[i]?.[key] === undefined ? [] : [[locale, places[i][key]]])));
  return (found[0]?.places ?? []).map(({ also }, i) => ({
    href: inAll(i, "href"),
    name: inAll(i, "name"),
    about: inAll(i, "about"),
    ...(also ? { also: inAll(i, "also") } : {}),
  }));
}
