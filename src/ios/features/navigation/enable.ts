/** `enable`: the way to a higher privilege level, with the passwords that the passwords feature knows. */

import type { Invocation } from '../../command.ts'
import { loginsOf } from '../../logins.ts'
import { ask, type Running } from '../../steps.ts'

const tries = 3

/** Asks for the level's secret where there is one; three wrong answers end it. */
export function* askForLevel(
  { ios, terminal }: Pick<Invocation, 'ios' | 'terminal'>,
  level: number,
): Running {
  if (level <= terminal.privilege) {
    terminal.privilege = level
    return
  }
  const guard = loginsOf().enableGuard(ios, level)
  if (guard === undefined) {
    // Without any secret the console is let through; a session from the network is not.
    const unguarded = loginsOf().enableGuard(ios, 15) === undefined
    if (terminal.line.type === 'console' && unguarded) terminal.privilege = level
    else yield '% No password set\n'
    return
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    const typed = yield* ask('Password: ', 'secret')
    if (guard.accepts(typed)) {
      terminal.privilege = level
      return
    }
  }
  yield `${guard.refusal}\n\n`
}
