/** Every word list, whatever place it is for. */
import * as config from './config.ts'
import * as configIsr from './config-isr.ts'
import * as exec from './exec.ts'
import type { WordList } from './word-list.ts'

export const allWordLists: readonly WordList[] = [config, configIsr, exec].flatMap((module) =>
  Object.values<WordList>(module),
)
