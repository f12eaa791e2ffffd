/** What is left of a point when its level is taken away, in spreads. */
export interface Residual {
  at: number;
  value: number;
}

/** How much months vary by chance. */
export interface Noise {
  /** Variance of a point of spread 1. */
  variance: number;
  /** Of a month with the one before it, from 0 on. */
  correlation: number;
  /** Degrees of freedom of the variance. */
  degrees: number;
  /** Variance of the estimate of the correlation. */
  doubt: number;
}

const MOST_CORRELATION = 0.85;

const sumOfSquares = (residuals: readonly Residual[]) => residuals.reduce((sum, { value }) => sum + value * value, 0);

/** The mean product of neighbours, where both are there; 0 without any. */
function covarianceOf(stretches: readonly (readonly Residual[])[]): number {
  let [sum, pairs] = [0, 0];
  for (const residuals of stretches) {
    for (const [i, { at, value }] of residuals.entries()) {
      const before = residuals[i - 1];
      if (!before || at - before.at !== 1) continue;
      sum += value * before.value;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** How many times the variance of the mean of so many points is that of independent ones. */
function inflationOfMean(count: number, correlation: number): number {
  let inflation = 1;
  for (let lag = 1; lag < count; lag++) inflation += 2 * (1 - lag / count) * correlation ** lag;
  return inflation;
}

/**
 * Chance variation from residuals of stretches that were each fitted with so many parameters (1 a mean, 2 a line). The correlation is an
 * autoregression of order one with its bias removed (Marriott & Pope, Biometrika 41, 1954); the degrees of freedom are those of the
 * effective number of points, n (1 − r) / (1 + r) (Bayley & Hammersley, J. R. Stat. Soc. Suppl. 8, 1946). A memory that is given is taken for it.
 */
export function noiseOf(stretches: readonly (readonly Residual[])[], parameters: number, memory: number | null): Noise {
  const all = stretches.flat();
  const squares = sumOfSquares(all);
  const found = squares === 0 ? 0 : (covarianceOf(stretches) * all.length) / squares;
  const bias = (parameters * stretches.length) / all.length;
  const correlation = memory ?? Math.min(MOST_CORRELATION, Math.max(0, found + bias * (1 + 4 * found)));
  const left = stretches.map(({ length }) => Math.max(1, length - parameters * inflationOfMean(length, correlation)));
  // of a given memory those of the variance alone, of an estimated one fewer
  const power = memory === null ? 1 : 2;
  const effective = (all.length * (1 - correlation ** power)) / (1 + correlation ** power);
  return {
    variance: squares / left.reduce((sum, each) => sum + each, 0),
    correlation,
    degrees: Math.max(1, effective - parameters * stretches.length),
    doubt: memory !== null ? 0 : ((1 - correlation ** 2) * (1 + 4 * bias) ** 2) / all.length,
  };
}
