// Solver for small dense linear systems, for least squares.

/**
 * Solves A·x = b for a symmetric, positive definite A (row by row, n×n) by Cholesky decomposition.
 * @returns null when A is not positive definite: some unknown is not determined by the equations.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length
  const lower = new Float64Array(n * n)
  const at = (row: number, column: number): number => lower[row * n + column] as number
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = a[row * n + column] as number
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k)
      if (row !== column) lower[row * n + column] = sum / at(column, column)
      else if (sum > 0 && Number.isFinite(sum)) lower[row * n + row] = Math.sqrt(sum)
      else return null
    }
  }
  const x = Float64Array.from(b)
  for (let row = 0; row < n; row++) {
    let sum = x[row] as number
    for (let k = 0; k < row; k++) sum -= at(row, k) * (x[k] as number)
    x[row] = sum / at(row, row)
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = x[row] as number
    for (let k = row + 1; k < n; k++) sum -= at(k, row) * (x[k] as number)
    x[row] = sum / at(row, row)
  }
  return x
}
