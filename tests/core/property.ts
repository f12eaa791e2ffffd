import fc from "fast-check";

const SEED = 20_261_018;

/** Holds a property against the same random inputs in every run. */
export const assertProperty = <T>(property: fc.IProperty<T>, numRuns = 200): void => fc.assert(property, { seed: SEED, numRuns });

/** The same for a property that waits for something. */
export const assertAsyncProperty = <T>(property: fc.IAsyncProperty<T>, numRuns = 200): Promise<void> =>
  fc.assert(property, { seed: SEED, numRuns });
