import { type Random, randomStream } from "./random.ts";
import { STORIES, type Stories } from "./stories.ts";

/** What differs from company to company. */
export interface Company {
  stories: Stories;
  /** Begins the names of its random streams: another seed is another company, made by the same dice. */
  seed: string;
}

/** The company that is shipped. */
export const SAMPLE_COMPANY: Company = { stories: STORIES, seed: "" };

/** What a table of a company is made with. */
export interface Making {
  random: Random;
  stories: Stories;
}

/** What a table is made with; each has a stream of its own, so that changing one leaves the others as they are. */
export const makingOf = ({ stories, seed }: Company, table: string): Making => ({ random: randomStream(`${seed}${table}`), stories });
