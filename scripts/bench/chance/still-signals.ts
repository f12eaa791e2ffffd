import { clusteredInterval } from "./interval.ts";
import { openStillCompanies } from "./still-companies.ts";
import { type FamilyName, QUARTERS, type Said, saidOf } from "./still-pages.ts";

/** How many pages of companies in which nothing happens say anything of a family. */
export interface StillSignals {
  family: FamilyName;
  companies: number;
  pages: number;
  share: number;
  /** Its 95 % interval; see `clusteredInterval`. */
  interval: [low: number, high: number];
  /** The share by three rules on limits. */
  limits: number;
  /** What it is said of, most often first. */
  said: [name: string, pages: number][];
}

/** The pages of a family, a list for each company. */
function signalsOf(family: FamilyName, companies: readonly (readonly Said[])[]): StillSignals {
  const hits = companies.map((pages) => pages.filter(({ signals }) => signals.length > 0).length);
  const pages = companies.flat();
  const names = Map.groupBy(
    pages.flatMap(({ signals }) => signals),
    (name) => name,
  );
  return {
    family,
    companies: companies.length,
    pages: pages.length,
    share: hits.reduce((sum, each) => sum + each, 0) / pages.length,
    interval: clusteredInterval(hits, QUARTERS.length),
    limits: pages.filter(({ isOutside }) => isOutside).length / pages.length,
    said: [...names].map(([name, same]): [string, number] => [name, same.length]).sort(([, a], [, b]) => b - a),
  };
}

/** What so many companies say, each another one, though nothing happens in them. */
export async function stillSignals(count: number): Promise<StillSignals[]> {
  const companies = await openStillCompanies();
  const said: Record<FamilyName, Said[]>[] = [];
  for (let nth = 1; nth <= count; nth++) said.push(saidOf(await companies.siteOf(`company ${nth}: `)));
  await companies.close();
  const families = Object.keys(said[0] ?? {}) as FamilyName[];
  return families.map((family) =>
    signalsOf(
      family,
      said.map((each) => each[family]),
    ),
  );
}
