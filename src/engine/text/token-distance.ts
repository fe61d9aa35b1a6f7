/** What fits into one machine word. */
const bits = 32

/**
 * How many tokens must be added, dropped or replaced to make one list another (Levenshtein 1966). The first list is prepared once, then
 * each comparison is a step a token for every 32 tokens of it: Myers 1999, "A fast bit-vector algorithm for approximate string matching
 * based on dynamic programming", with blocks as in its section 4 and the edge of the table counting up, so that whole lists are compared.
 */
export function createDistance(tokens: readonly string[]): (others: readonly string[]) => number {
  const blocks = Math.ceil(tokens.length / bits)
  const places = new Map<string, Int32Array>()
  for (const [at, token] of tokens.entries()) {
    let own = places.get(token)
    if (!own) places.set(token, (own = new Int32Array(blocks)))
    own[Math.floor(at / bits)]! |= 1 << (at % bits)
  }
  const nowhere = new Int32Array(blocks)
  const up = new Int32Array(blocks)
  const down = new Int32Array(blocks)
  const last = blocks - 1
  const top = 1 << ((tokens.length - 1) % bits)

  return (others) => {
    if (blocks === 0) return others.length
    up.fill(-1)
    down.fill(0)
    let distance = tokens.length
    for (const other of others) {
      const row = places.get(other) ?? nowhere
      /** What the block above hands down: whether the table's edge goes up, down or stays. */
      let carry = 1
      for (let block = 0; block < blocks; block++) {
        const [rising, falling] = [up[block]!, down[block]!]
        let same = row[block]!
        const vertical = same | falling
        if (carry < 0) same |= 1
        const horizontal = (((same & rising) + rising) ^ rising) | same
        let right = falling | ~(horizontal | rising)
        let left = rising & horizontal
        const edge = block === last ? top : 1 << 31
        const next = (right & edge) !== 0 ? 1 : (left & edge) !== 0 ? -1 : 0
        right <<= 1
        left <<= 1
        if (carry > 0) right |= 1
        else if (carry < 0) left |= 1
        up[block] = left | ~(vertical | right)
        down[block] = right & vertical
        carry = next
      }
      distance += carry
    }
    return distance
  }
}
