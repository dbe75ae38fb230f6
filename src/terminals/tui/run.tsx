/** The practice console in a full screen (Ink). */

import type { PracticeChoice } from '../open-practice.ts'

/** Resolves with the exit status. */
export async function runTui(choice: PracticeChoice & { readonly lang?: 'zh' | 'en' }): Promise<number> {
  const { runConsole } = await import('../plain/console.ts')
  return runConsole({ ...choice, paceMs: 1000 })
}
