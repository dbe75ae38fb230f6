/**
 * The clock of an exam: the wall's, which runs on while the program is closed, but never backwards and never stopped. A clock
 * that was set back gives no time; what passes then is counted by the machine's own steady clock.
 */

/**
 * @param sinceMs nothing is earlier, ms since 1970
 * @param wallMs ms since 1970
 * @param steadyMs never set; its beginning does not matter
 */
export function examClock(
  sinceMs: number,
  wallMs: () => number = Date.now,
  steadyMs: () => number = () => performance.now(),
): () => number {
  const [wall, steady] = [wallMs(), steadyMs()]
  const beganMs = Math.max(sinceMs, wall)
  /** By how much the wall's has run further than the steady one: a machine that slept had that asleep as well. */
  let aheadMs = 0
  return () => {
    const steadyForMs = steadyMs() - steady
    aheadMs = Math.max(aheadMs, wallMs() - wall - steadyForMs)
    return Math.floor(beganMs + steadyForMs + aheadMs)
  }
}
