/** What the screens of an exam say, in both languages. */

import type { Language } from '../../../drills/texts.ts'

interface SittingWords {
  readonly rules: (items: number, limit: string) => readonly string[]
  readonly forbidden: (commands: string) => string
  readonly unsaved: (percent: number) => string
  readonly submitted: (done: number, of: number) => string
  readonly setAside: (because: string) => string
  readonly next: (
    number: number,
    of: number,
    kind: string,
    title: string,
    points: number,
    limit: string,
  ) => string
  readonly kinds: Readonly<Record<'lab' | 'card', string>>
  readonly open: string
  readonly starting: string
  readonly marking: string
  readonly points: (points: number) => string
  readonly submit: string
  readonly submitNothing: string
  /** Of the tasks beside a lab. */
  readonly labKeys: string
  readonly submitLab: string
  readonly leave: string
  readonly reportKeys: string
  readonly itemLeft: (time: string) => string
  readonly examLeft: (time: string) => string
}

const words = {
  en: {
    rules: (items, limit) => [
      `${items} items in ${limit}. The clock runs already, and runs on while the program is closed.`,
      'Each item has a clock of its own from the moment it is opened. What was submitted stays submitted: there is no way back. There are no hints, and part of an answer is worth part of its points.',
    ],
    forbidden: (commands) => `Not allowed in labs: ${commands}.`,
    unsaved: (percent) => `A lab whose configuration is not saved loses ${percent} % of its points.`,
    setAside: (because) => `That item could not be asked, and counts nothing: ${because}`,
    submitted: (done, of) => `${done} of ${of} submitted.`,
    next: (number, of, kind, title, points, limit) =>
      `Next: ${number} of ${of}, a ${kind}: ${title}. ${points} points, ${limit}.`,
    kinds: { lab: 'lab', card: 'question' },
    open: 'Enter opens it',
    starting: 'Starting the lab …',
    marking: 'Marking …',
    points: (points) => `${points} ${points === 1 ? 'point' : 'points'}`,
    submit: 'Submit? Enter again; any other key goes back',
    submitNothing: 'Submit without an answer? Enter again; any other key goes back',
    labKeys: 's submit   Esc console',
    submitLab: 'Submit this lab? s again',
    leave: 'Leave? The clock runs on; `rollover exam` goes on. Ctrl-] leaves, any other key stays.',
    reportKeys: '↑↓ PgUp PgDn read   q quit',
    itemLeft: (time) => `item ${time}`,
    examLeft: (time) => `exam ${time}`,
  },
  zh: {
    rules: (items, limit) => [
      `共 ${items} 题，限时 ${limit}。计时已经开始，关闭程序后仍继续计时。`,
      '每道题从打开时起单独计时。提交之后不能返回。没有提示；部分正确得部分分数。',
    ],
    forbidden: (commands) => `实验中不允许使用：${commands}。`,
    unsaved: (percent) => `实验结束时没有保存配置，扣该题得分的 ${percent} %。`,
    setAside: (because) => `刚才那一题无法显示，不计分：${because}`,
    submitted: (done, of) => `已提交 ${done} / ${of} 题。`,
    next: (number, of, kind, title, points, limit) =>
      `下一题：第 ${number} / ${of} 题，${kind}：${title}。${points} 分，限时 ${limit}。`,
    kinds: { lab: '实验', card: '问题' },
    open: '按 Enter 打开',
    starting: '正在启动实验……',
    marking: '正在评分……',
    points: (points) => `${points} 分`,
    submit: '提交？再按 Enter；其他键返回',
    submitNothing: '不作答就提交？再按 Enter 提交，其他键返回',
    labKeys: 's 提交   Esc 控制台',
    submitLab: '提交这个实验？再按 s',
    leave: '离开？计时继续；用 `rollover exam` 接着考。Ctrl-] 离开，其他键留下。',
    reportKeys: '↑↓ PgUp PgDn 阅读   q 退出',
    itemLeft: (time) => `本题 ${time}`,
    examLeft: (time) => `考试 ${time}`,
  },
} satisfies Record<Language, SittingWords>

export function sittingWords(language: Language): SittingWords {
  return words[language]
}
