import { carriedOf, wholeOf } from "../../analysis/carried.ts";
import type { Contribution } from "../../analysis/contributions.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Carriers } from "../ask/carriers.ts";
import type { Page } from "../ask/page.ts";

/** What a metric counts, of some members of a dimension: "approved requirements from Sales". */
function thingsOf(page: Page, { fact, cases }: Metric, dimension: string, members: readonly Contribution[]): string {
  const { things } = page.words.carried;
  const phrase = things[`${fact}.${dimension}`] ?? things[dimension] ?? things.any;
  return phrase(page.say(cases), page.listed(members.map(({ member }) => page.member(dimension, member))));
}

/** What a member carries beyond the whole change is said from this part of it on. */
const BEYOND = 0.1;

/** What some members carried, beside the whole; null where that is shown as 0. */
function membersSentence(page: Page, { unit }: Metric, own: number, { whole, things }: { whole: number; things: string }) {
  const { carried } = page.words;
  const rest = whole - own;
  const shown = (change: number) => page.change(change, unit);
  const [amount, offset] = [shown(own), shown(Math.abs(rest))];
  if (amount === shown(0)) return null;
  if (own / whole > 1 + BEYOND && offset !== shown(0))
    return carried.exceeds({ things, amount, whole: shown(whole), offset: offset.replace("+", "") });
  return own / whole > 0.5 ? carried.mostly(things, amount) : carried.foremost({ things, amount, whole: shown(whole) });
}

/** "Sales −6.5 days": the same in a few words; empty where what is to be named is shown as 0. */
export function carriedName(page: Page, { unit }: Metric, { dimension, contributions }: Carriers): string {
  const { brief } = page.words.carried;
  const found = carriedOf(contributions);
  if (found.by === "all") return brief.alike(page.say(page.dimension(dimension).label));
  if (found.by === "mix") return brief.mix(page.member(dimension, found.main.member));
  const amount = page.change(wholeOf(found.main), unit);
  const names = page.listed(found.main.map(({ member }) => page.member(dimension, member)));
  return amount === page.change(0, unit) ? "" : `${names} ${amount}`;
}

/** "Mostly approved requirements from Sales (−6.5 days)."; null where what is to be named is shown as 0. */
export function carriedSentence(page: Page, metric: Metric, { dimension, contributions }: Carriers): string | null {
  const { carried } = page.words;
  const found = carriedOf(contributions);
  const whole = wholeOf(contributions);
  const label = page.say(page.dimension(dimension).label);
  if (found.by === "all") return carried.alike(label);
  if (found.by === "members") {
    const things = thingsOf(page, metric, dimension, found.main);
    return membersSentence(page, metric, wholeOf(found.main), { whole, things });
  }
  const { main } = found;
  const shift = {
    member: page.member(dimension, main.member),
    isMore: main.shares.after > main.shares.before,
    before: page.value(main.shares.before, "share"),
    after: page.value(main.shares.after, "share"),
  };
  return found.isReversed ? carried.reversed({ ...shift, dimension: label, isRise: whole > 0 }) : carried.mix(shift);
}
