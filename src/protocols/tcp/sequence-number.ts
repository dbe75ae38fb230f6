/** Arithmetic of sequence numbers, which count modulo 2^32. Source: RFC 9293 (3.4). */

export function add(a: number, b: number): number {
  return (a + b) >>> 0
}

/** Positive where `a` comes after `b`. */
export function minus(a: number, b: number): number {
  return (a - b) | 0
}
