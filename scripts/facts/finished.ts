import { dayOf, isoOf } from "../../src/core/days.ts";
import { reachedBy } from "../calendar/pauses.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";

/** Cases that begin and end, such as requests, where they are found: a relation, and SQL of their first and last day. */
export interface Lasting {
  relation: string;
  begins: string;
  ends: string;
}

/** So many cases are never all over by chance: where as many go on at a time and their number is Poisson, none does once in 20,000 times. */
const LEAST_OPEN = 10;
/** The share of the cases to be expected that may go on where an export holds those that are over: some were left open and forgotten. */
const STRAY = 0.05;
/** The share of cases that have ended once those that began on a day count as all there. */
const ENDED = 0.99;

const FORM = /^(?<relation>(?:facts|staging)\.\w+)\.(?<begins>\w+) to (?<ends>.+)$/;

/** Reads what follows `-- cases last:` in a fact: `facts.requests.opened_on to closed_on`. Throws when it has another form. */
export function parseLasting(line: string, fact: string): Lasting {
  const { relation, begins, ends } = FORM.exec(line)?.groups ?? {};
  if (!relation || !begins || !ends)
    throw new Error(`${fact}.sql: expected "-- cases last: facts.requests.opened_on to closed_on", found ${line}`);
  return { relation, begins, ends };
}

/** The last ISO day on which cases began, where the silence after it up to the last of the data is longer than is usual; else that one. */
export async function begunUntil(engine: Engine, { relation, begins }: Lasting, until: string): Promise<string> {
  const begun = `cast(${begins} as date)`;
  const day = `cast(date_diff('day', date '1970-01-01', ${begun}) as double)`;
  const sql = `select ${day} as day, cast(count(*) as double) as cases from ${relation} where ${begun} <= date '${until}' group by 1`;
  const days = await rowsOf<{ day: number; cases: number }>(engine, sql);
  return isoOf(reachedBy(new Map(days.map(({ day, cases }) => [day, cases])), dayOf(until)));
}

/** How many cases lasted so many days, of those that are over; null days are those of cases that go on. */
interface Lasted {
  days: number | null;
  cases: number;
  /** Days since the first and the last of them began. */
  first_ago: number;
  last_ago: number;
}

/** Cases by the days that they lasted, the shortest first, as known on the last ISO day of the data. */
function lastedBy(engine: Engine, { relation, begins, ends }: Lasting, until: string): Promise<Lasted[]> {
  const [begun, ended] = [`cast(${begins} as date)`, `cast(${ends} as date)`];
  const days = `case when ${ended} <= date '${until}' then date_diff('day', ${begun}, ${ended}) end`;
  const known = `select ${days} as days, date_diff('day', ${begun}, date '${until}') as ago from ${relation} where ${begun} <= date '${until}'`;
  const numbers =
    "cast(days as double) as days, cast(count(*) as double) as cases, cast(max(ago) as double) as first_ago, cast(min(ago) as double) as last_ago";
  return rowsOf(engine, `select ${numbers} from (${known}) as known group by 1 order by 1`);
}

/**
 * Days by which 99 in 100 cases have ended, where an export holds those that are over only: of those that began since, the slow ones are missing.
 * 0 where more than stray ones go on at the end of the data, or so few should that none may: by Little's law as many as days were lasted on each
 * day, less those for which no more began.
 */
export async function daysMissing(engine: Engine, lasting: Lasting, until: string): Promise<number> {
  const all = await lastedBy(engine, lasting, until);
  const lasted = all.filter(({ days }) => days !== null);
  const open = all.find(({ days }) => days === null)?.cases ?? 0;
  const sumOf = (value: (each: Lasted) => number) => lasted.reduce((sum, each) => sum + value(each), 0);
  const span = Math.max(...lasted.map(({ first_ago }) => first_ago));
  const silence = Math.min(...lasted.map(({ last_ago }) => last_ago));
  const expected = sumOf(({ days, cases }) => Math.max(0, (days ?? 0) - silence) * cases) / span;
  if (!(expected >= LEAST_OPEN && open <= expected * STRAY)) return 0;
  const enough = ENDED * sumOf(({ cases }) => cases);
  let over = 0;
  for (const { days, cases } of lasted) {
    over += cases;
    if (over >= enough) return days ?? 0;
  }
  return 0;
}
