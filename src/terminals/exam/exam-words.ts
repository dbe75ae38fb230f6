/** Everything that an exam says, in both languages. */

import type { SubmittedBy } from '../../drills/exam/sitting.ts'
import type { Language } from '../../drills/texts.ts'

export interface ExamWords {
  readonly report: string
  /** Between a label and what it labels. */
  readonly colon: string
  readonly marks: string
  readonly time: string
  readonly timeUsed: (used: string, limit: string) => string
  readonly items: string
  readonly fullMarks: (items: number) => string
  readonly limit: string
  readonly byTopic: string
  readonly topic: string
  readonly item: string
  readonly share: string
  readonly numbers: string
  readonly topicsDescription: string
  readonly timesTitle: string
  readonly timesDescription: string
  readonly wrong: string
  readonly checks: string
  readonly allRight: string
  readonly yours: string
  readonly right: string
  readonly nothingGiven: string
  readonly why: string
  readonly unsaved: (devices: string, cost: string) => string
  readonly void: (because: string) => string
  readonly submitted: Readonly<Record<SubmittedBy | 'never', string>>
  readonly kinds: Readonly<Record<'lab' | 'card', string>>
  readonly begun: (when: string) => string
  readonly seed: (seed: number) => string
  readonly points: (score: string, max: string) => string
}

const words = {
  en: {
    report: 'Report',
    colon: ': ',
    marks: 'Marks',
    time: 'Time',
    timeUsed: (used, limit) => `${used} of ${limit}`,
    items: 'Items',
    fullMarks: (items) => `of ${items} items with full marks`,
    limit: 'Limit',
    byTopic: 'Marks by topic',
    topic: 'Topic',
    item: 'Item',
    share: 'Share',
    numbers: 'The numbers',
    topicsDescription: 'The share of the points that was reached in each topic.',
    timesTitle: 'Time by item',
    timesDescription: "The share of each item's time that was used.",
    wrong: 'What was not right',
    checks: 'all checks',
    allRight: 'Everything was right.',
    yours: 'Your answer',
    right: 'Right',
    nothingGiven: 'none',
    why: 'Why',
    unsaved: (devices, cost) => `Not saved on ${devices}: ${cost} points lost.`,
    void: (because) => `Could not be marked, and counts nothing: ${because}`,
    submitted: {
      examinee: 'submitted',
      'item time': 'its time ran out',
      'exam time': 'the exam was over',
      never: 'not reached',
    },
    kinds: { lab: 'lab', card: 'question' },
    begun: (when) => `Begun ${when}`,
    seed: (seed) => `seed ${seed}`,
    points: (score, max) => `${score} of ${max} points`,
  },
  zh: {
    report: '成绩报告',
    colon: '：',
    marks: '得分',
    time: '用时',
    timeUsed: (used, limit) => `${used}，限时 ${limit}`,
    items: '题目',
    fullMarks: (items) => `题得满分（共 ${items} 题）`,
    limit: '限时',
    byTopic: '各专题得分',
    topic: '专题',
    item: '题目',
    share: '得分率',
    numbers: '具体数字',
    topicsDescription: '每个专题得到的分数所占的比例。',
    timesTitle: '各题用时',
    timesDescription: '每道题用掉的时间占其限时的比例。',
    wrong: '没有做对的地方',
    checks: '全部检查项',
    allRight: '全部正确。',
    yours: '你的答案',
    right: '正确答案',
    nothingGiven: '未作答',
    why: '解析',
    unsaved: (devices, cost) => `${devices} 的配置没有保存：扣 ${cost} 分。`,
    void: (because) => `本题无法评分，不计分：${because}`,
    submitted: {
      examinee: '已提交',
      'item time': '本题时间到',
      'exam time': '考试时间到',
      never: '没有做到',
    },
    kinds: { lab: '实验', card: '问题' },
    begun: (when) => `开始于 ${when}`,
    seed: (seed) => `种子 ${seed}`,
    points: (score, max) => `${score} / ${max} 分`,
  },
} satisfies Record<Language, ExamWords>

export function examWords(language: Language): ExamWords {
  return words[language]
}

/** `7:05`, `1:07:05`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** `83 %`; 100 only where nothing is missing. */
export function percent(score: number, max: number): string {
  if (max === 0) return '0 %'
  return `${score < max ? Math.min(99, Math.round((100 * score) / max)) : 100} %`
}
