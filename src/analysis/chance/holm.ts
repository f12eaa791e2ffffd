/** The probability that a family of tests in which nothing happens shows any signal. */
export const LEVEL = 0.05;

/**
 * The level at which each of a family of tests is judged, so that a family in which nothing happens has any signal with a probability of
 * at most `level` (Holm, Scand. J. Stat. 6, 1979): the smallest of m values at level / m, the next at level / (m − 1), until one fails; 0 from
 * there on. Null stands for a test that was not possible; it is no member of the family.
 */
export function holm(probabilities: readonly (number | null)[], level = LEVEL): number[] {
  const levels = probabilities.map(() => 0);
  const order = [...probabilities.keys()]
    .filter((i) => probabilities[i] !== null)
    .sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
  for (const [place, i] of order.entries()) {
    const own = level / (order.length - place);
    if ((probabilities[i] ?? 1) > own) break;
    levels[i] = own;
  }
  return levels;
}
