/**
 * Sets of states as reduced ordered binary decision diagrams (二元决策图): a set of 2^100 states is a small graph,
 * and union, intersection and quantification are operations on it.
 * Source: R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE Trans. Computers C-35(8), 1986.
 */
export type Node = number

export const FALSE: Node = 0
export const TRUE: Node = 1
const TERMINAL = 0x7fffffff
const CACHE_SLOTS = 1 << 18
const NODES_MAX = 2 ** 26

/** A table of diagrams over variables 0, 1, 2 … in that order. Equal sets are the same node. */
export class Diagrams {
  readonly #variable: number[] = [TERMINAL, TERMINAL]
  readonly #low: number[] = [FALSE, TRUE]
  readonly #high: number[] = [FALSE, TRUE]
  /** By variable, then by low and high packed into one number. */
  readonly #unique: Map<number, Node>[] = []
  /** Remembers recent answers of if-then-else; a later one may overwrite an earlier one, so it never grows. */
  readonly #cache = new Int32Array(CACHE_SLOTS * 4)

  /** The states in which this variable is true. */
  variable(index: number): Node {
    return this.#node(index, FALSE, TRUE)
  }

  and(a: Node, b: Node): Node {
    return this.#ite(a, b, FALSE)
  }
  or(a: Node, b: Node): Node {
    return this.#ite(a, TRUE, b)
  }
  not(a: Node): Node {
    return this.#ite(a, FALSE, TRUE)
  }
  /** In the first, but not in the second. */
  minus(a: Node, b: Node): Node {
    return this.#ite(b, FALSE, a)
  }

  /** The set with a variable held at a value, as a function of the others. */
  restrict(set: Node, values: ReadonlyMap<number, boolean>): Node {
    const cache = new Map<Node, Node>()
    const walk = (node: Node): Node => {
      if (node <= TRUE) return node
      const known = cache.get(node)
      if (known !== undefined) return known
      const [variable, low, high] = this.#parts(node)
      const fixed = values.get(variable)
      const made = fixed === undefined ? this.#node(variable, walk(low), walk(high)) : walk(fixed ? high : low)
      cache.set(node, made)
      return made
    }
    return walk(set)
  }

  /** The states that are in the set for some value of these variables. */
  some(set: Node, variables: ReadonlySet<number>): Node {
    const cache = new Map<Node, Node>()
    const walk = (node: Node): Node => {
      if (node <= TRUE) return node
      const known = cache.get(node)
      if (known !== undefined) return known
      const [variable, low, high] = this.#parts(node)
      const made = variables.has(variable) ? this.or(walk(low), walk(high)) : this.#node(variable, walk(low), walk(high))
      cache.set(node, made)
      return made
    }
    return walk(set)
  }

  /** One state of the set: the variables that must be true. */
  pick(set: Node): ReadonlySet<number> | undefined {
    if (set === FALSE) return undefined
    const chosen = new Set<number>()
    let node = set
    while (node > TRUE) {
      const [variable, low, high] = this.#parts(node)
      if (low === FALSE) {
        chosen.add(variable)
        node = high
      } else node = low
    }
    return chosen
  }

  /** How many states the set has, over so many variables. */
  size(set: Node, variables: number): bigint {
    const cache = new Map<Node, bigint>()
    const walk = (node: Node, level: number): bigint => {
      if (node === FALSE) return 0n
      const [variable, low, high] = node === TRUE ? [variables, TRUE, TRUE] : this.#parts(node)
      const free = 1n << BigInt(variable - level)
      if (node === TRUE) return free
      const known = cache.get(node) ?? walk(low, variable + 1) + walk(high, variable + 1)
      cache.set(node, known)
      return free * known
    }
    return walk(set, 0)
  }

  #parts(node: Node): readonly [number, Node, Node] {
    return [this.#variable[node] ?? TERMINAL, this.#low[node] ?? FALSE, this.#high[node] ?? FALSE]
  }

  #node(variable: number, low: Node, high: Node): Node {
    if (low === high) return low
    const table = (this.#unique[variable] ??= new Map<number, Node>())
    const key = low * NODES_MAX + high
    const known = table.get(key)
    if (known !== undefined) return known
    const made = this.#variable.length
    if (made >= NODES_MAX) throw new RangeError('the diagrams have grown beyond what can be explored')
    this.#variable.push(variable)
    this.#low.push(low)
    this.#high.push(high)
    table.set(key, made)
    return made
  }

  /** If a then b else c: the operation from which all others are made. */
  #ite(a: Node, b: Node, c: Node): Node {
    if (a === TRUE) return b
    if (a === FALSE) return c
    if (b === c) return b
    if (b === TRUE && c === FALSE) return a
    const slot = (((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 14) & (CACHE_SLOTS - 1)) * 4
    const cache = this.#cache
    if (cache[slot] === a && cache[slot + 1] === b && cache[slot + 2] === c) return cache[slot + 3] ?? FALSE
    const parts = [this.#parts(a), this.#parts(b), this.#parts(c)] as const
    const top = Math.min(parts[0][0], parts[1][0], parts[2][0])
    const side = (node: Node, [variable, low, high]: readonly [number, Node, Node], up: boolean) => (variable === top ? (up ? high : low) : node)
    const made = this.#node(
      top,
      this.#ite(side(a, parts[0], false), side(b, parts[1], false), side(c, parts[2], false)),
      this.#ite(side(a, parts[0], true), side(b, parts[1], true), side(c, parts[2], true)),
    )
    cache[slot] = a
    cache[slot + 1] = b
    cache[slot + 2] = c
    cache[slot + 3] = made
    return made
  }
}
