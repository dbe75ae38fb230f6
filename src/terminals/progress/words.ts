/** What reports of progress say, in both languages. */

import type { Imported } from '../../drills/repetition/progress.ts'
import type { Language } from '../../drills/texts.ts'

export interface ProgressWords {
  readonly title: string
  /** Of nothing at all yet: how to begin. */
  readonly empty: string
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
  readonly today: string
  /** `weekday` as in `weekdays`, the day of the month. */
  readonly dayAhead: (weekday: string, day: number) => string
  /** `month` as in `months`. */
  readonly date: (month: string, day: number) => string
  readonly dueNow: string
  readonly dueToday: string
  readonly daysInARow: (days: number, longest: number) => string
  readonly answersInAll: (answers: number) => string
  /** A number with what it counts, in a row of text. */
  readonly figure: (value: string, label: string) => string
  readonly answers: (answers: number) => string
  readonly due: string
  readonly dueDescription: string
  readonly begin: string
  readonly nothingDue: string
  readonly days: string
  readonly daysDescription: (weeks: number) => string
  readonly less: string
  readonly more: string
  readonly marks: (by: 'answer' | 'day', points: number) => string
  readonly marksDescription: string
  readonly topics: string
  readonly topicsDescription: string
  readonly tooFew: (topics: readonly string[]) => string
  readonly noTopics: string
  readonly numbers: string
  readonly heads: {
    readonly day: string
    readonly due: string
    readonly answers: string
    readonly answer: string
    readonly mark: string
    readonly topic: string
  }
  readonly written: (path: string) => string
  readonly imported: (counts: Imported) => string
}

const en = {
  title: 'Progress',
  empty: 'Nothing is recorded yet; `rollover drill` begins.',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  today: 'today',
  dayAhead: (weekday, day) => `${weekday} ${day}`,
  date: (month, day) => `${month} ${day}`,
  dueNow: 'due now',
  dueToday: 'due by the end of today',
  daysInARow: (days, longest) => `${days === 1 ? 'day' : 'days'} in a row (longest ${longest})`,
  answersInAll: (answers) => (answers === 1 ? 'answer in all' : 'answers in all'),
  figure: (value, label) => `${value} ${label}`,
  answers: (answers) => `${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  due: 'Due',
  dueDescription: 'How many cards and drills come due today and on each of the next seven days.',
  begin: '`rollover drill --due` asks what is due; in the list of `rollover drill`, f shows it.',
  nothingDue: 'Nothing is due today; `rollover drill` has new things.',
  days: 'Days',
  daysDescription: (weeks) => `Answers on each day of the last ${weeks} weeks.`,
  less: 'fewer',
  more: 'more',
  marks: (by, points) =>
    by === 'answer'
      ? `Marks of the last ${points === 1 ? 'answer' : `${points} answers`}`
      : `Marks of the last ${points} days with answers`,
  marksDescription: 'Marks over time, from 0 to 100 %.',
  topics: 'Topics, the weakest first',
  topicsDescription: 'The mean mark of the latest answers on each topic; few answers weigh less.',
  tooFew: (topics) => `Too few answers to tell: ${topics.join(', ')}.`,
  noTopics: 'Five answers on a topic say how well it sits.',
  numbers: 'The numbers',
  heads: { day: 'Day', due: 'Due', answers: 'Answers', answer: 'Answer', mark: 'Mark', topic: 'Topic' },
  written: (path) => `written: ${path}`,
  imported: ({ attempts, schedules, exams, settings }) =>
    `new here: ${attempts} answers, ${schedules} dates of repetition, ${exams} exams, ${settings} settings`,
} as const satisfies ProgressWords

const zh = {
  title: '学习进度',
  empty: '还没有任何记录；用 `rollover drill` 开始练习。',
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  today: '今天',
  dayAhead: (weekday, day) => `周${weekday} ${day} 日`,
  date: (month, day) => `${month}${day}日`,
  dueNow: '现在到期',
  dueToday: '今天之内到期',
  daysInARow: (_, longest) => `连续练习天数（最长 ${longest}）`,
  answersInAll: () => '作答总数',
  figure: (value, label) => `${label} ${value}`,
  answers: (answers) => `${answers} 次`,
  due: '到期',
  dueDescription: '今天以及今后七天每天到期的卡片和练习数。',
  begin: '用 `rollover drill --due` 复习到期的题；在 `rollover drill` 的列表里按 f 可只看到期的内容。',
  nothingDue: '今天没有到期的内容；`rollover drill` 里有新的练习。',
  days: '每日练习',
  daysDescription: (weeks) => `最近 ${weeks} 周每天的作答次数。`,
  less: '少',
  more: '多',
  marks: (by, points) => (by === 'answer' ? `最近 ${points} 次作答的得分` : `最近 ${points} 个练习日的得分`),
  marksDescription: '得分随时间的变化，从 0 到 100 %。',
  topics: '各主题得分，最弱的在前',
  topicsDescription: '各主题最近作答的平均得分；作答少的主题权重较小。',
  tooFew: (topics) => `作答太少，尚难判断：${topics.join('、')}。`,
  noTopics: '一个主题作答五次，就能看出掌握的程度。',
  numbers: '查看数据',
  heads: { day: '日期', due: '到期', answers: '作答次数', answer: '作答', mark: '得分', topic: '主题' },
  written: (path) => `已写入：${path}`,
  imported: ({ attempts, schedules, exams, settings }) =>
    `新增：作答 ${attempts} 次，复习日期 ${schedules} 项，考试 ${exams} 场，设置 ${settings} 项`,
} as const satisfies ProgressWords

export function progressWords(language: Language): ProgressWords {
  return { en, zh }[language]
}
