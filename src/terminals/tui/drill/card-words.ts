/** What stands around a question, in both languages. */

import type { Presented } from '../../../drills/cards/present.ts'
import type { Language } from '../../../drills/texts.ts'

interface CardWords {
  /** Before what is typed. */
  readonly answer: string
  readonly help: Readonly<Record<Presented['kind'], string>>
}

const words = {
  en: {
    answer: 'Answer:',
    help: {
      'choose-one': 'a b c or ↑↓ choose   Enter answer',
      'choose-many': 'a b c or Space choose several   Enter answer',
      order: '↑↓ move   Space pick up, put down   Enter answer',
      match: '↑↓ move   a b c join with   Enter answer',
      type: 'type the answer   Enter answer',
      compute: 'type the result   Enter answer',
    },
  },
  zh: {
    answer: '答案：',
    help: {
      'choose-one': 'a b c 或 ↑↓ 选择   Enter 作答',
      'choose-many': 'a b c 或空格键 多选   Enter 作答',
      order: '↑↓ 移动   空格键 拿起、放下   Enter 作答',
      match: '↑↓ 移动   a b c 配对   Enter 作答',
      type: '输入答案   Enter 作答',
      compute: '输入结果   Enter 作答',
    },
  },
} satisfies Record<Language, CardWords>

export function cardWords(language: Language): CardWords {
  return words[language]
}
