/** The chance of a standard normal value at least that far from zero on either side (双侧概率). Relative error below 1.2e-7 (Press et al., Numerical Recipes, erfc by Chebyshev fit). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  return t * Math.exp(-x * x - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))))
}

/** The value that a standard normal exceeds on either side with that chance: the width of an interval of confidence `1 - chance`. */
export function widthFor(chance: number): number {
  let [low, high] = [0, 40]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (twoSided(middle) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}
