/** Probability = 1 / (1 + exp(slope × margin + offset)). */
export interface Sigmoid {
  readonly slope: number;
  readonly offset: number;
}

/**
 * Platt's sigmoid: turns margins into probabilities by what margins were worth on rows that the model had not seen.
 * Newton's method with smoothed targets, so that few rows don't give certainty.
 */
export function fitSigmoid(margins: readonly number[], right: readonly boolean[]): Sigmoid {
  const positives = right.filter(Boolean).length;
  const negatives = right.length - positives;
  if (positives === 0 || negatives === 0) return { slope: -3, offset: positives === 0 ? 2 : 0 };
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = -2;
  let offset = Math.log((negatives + 1) / (positives + 1));
  for (let round = 0; round < 60; round++) {
    let [h11, h22, h12, g1, g2] = [1e-6, 1e-6, 0, 0, 0];
    for (let index = 0; index < margins.length; index++) {
      const margin = margins[index] ?? 0;
      const p = 1 / (1 + Math.exp(slope * margin + offset));
      const error = (right[index] ? high : low) - p;
      const spread = p * (1 - p);
      h11 += margin * margin * spread;
      h22 += spread;
      h12 += margin * spread;
      g1 += margin * error;
      g2 += error;
    }
    const determinant = h11 * h22 - h12 * h12;
    const stepSlope = clamp(-(h22 * g1 - h12 * g2) / determinant);
    const stepOffset = clamp(-(h11 * g2 - h12 * g1) / determinant);
    slope += stepSlope;
    offset += stepOffset;
    if (Math.abs(stepSlope) + Math.abs(stepOffset) < 1e-6) break;
  }
  return { slope, offset };
}

/** Probability for a margin. */
export function probability(sigmoid: Sigmoid, margin: number): number {
  return 1 / (1 + Math.exp(sigmoid.slope * margin + sigmoid.offset));
}

function clamp(step: number): number {
  return Number.isFinite(step) ? Math.max(-2, Math.min(2, step)) : 0;
}
