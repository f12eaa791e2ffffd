import { address } from "../site/address.ts";

/** What the live site's list of snapshots says of one, as far as it matters here (`snapshots/versions.json`). */
interface Listed {
  /** `2026Q3/v1` */
  name: string;
}

const periodOf = (name: string) => name.split("/")[0];

/** The newest version of the period of a snapshot, in a list by the order in which they were frozen; null where it is that. */
export function newerVersion(listed: readonly Listed[], name: string): string | null {
  const newest = listed.findLast((each) => periodOf(each.name) === periodOf(name));
  return newest === undefined || newest.name === name ? null : newest.name;
}

/** Makes the words of a frozen page a link to the newest version of its period, where a server has the list and there is one. */
export async function showNewer(words: HTMLElement): Promise<void> {
  const { name = "", within = "" } = words.dataset;
  const answer = await fetch(address("../../versions.json"));
  const newest = answer.ok ? newerVersion((await answer.json()) as Listed[], name) : null;
  if (newest === null) return;
  const link = document.createElement("a");
  link.href = address(`../../${newest}/${within}`);
  link.append(...words.childNodes);
  words.append(link);
  words.hidden = false;
}
