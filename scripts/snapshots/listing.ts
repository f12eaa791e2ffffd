import { parsePeriod } from "../../src/core/periods.ts";
import { type FrozenListing, frozenListing } from "../../src/data/frozen.ts";
import type { Verified } from "./verify.ts";

/** What the live site says of its snapshots, in the order in which they were frozen; their periods are those of the fiscal year of today. */
export const listingOf = (verified: readonly Verified[], fiscalStart: number): FrozenListing[] =>
  verified.map(({ name, manifest: { content, seal, pages } }, i) =>
    frozenListing.parse({
      ...{ name, seal, files: pages.files },
      ...{ period: parsePeriod(content.months, fiscalStart), version: content.version, number: i + 1 },
      ...{ day: content.day, asOf: content.as_of, note: content.note, isProvisional: content.is_provisional },
    }),
  );
