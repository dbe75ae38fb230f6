/** What the screens of drills say, in both languages. */

import type { Language } from '../../../drills/texts.ts'

export interface DrillWords {
  readonly title: string
  readonly head: {
    readonly title: string
    readonly level: string
    readonly best: string
    readonly due: string
  }
  readonly kinds: Readonly<Record<'lab' | 'cards', string>>
  readonly questions: (count: number) => string
  readonly dueNow: string
  readonly inDays: (days: number) => string
  readonly never: string
  readonly search: string
  readonly sorted: Readonly<Record<'topic' | 'level' | 'due' | 'best', string>>
  readonly filters: Readonly<Record<'all' | 'lab' | 'cards' | 'due', string>>
  readonly none: string
  readonly noneDue: string
  readonly keys: string
  readonly keysShort: string
  readonly hint: string
  readonly starting: (title: string) => string
  readonly breaking: (lab: string) => string
  readonly points: (score: number, max: number) => string
  readonly worked: (time: string) => string
  readonly left: (time: string) => string
  readonly timeOver: string
  readonly checking: string
  readonly checkStopped: string
  readonly checkFailed: (why: string) => string
  readonly taskKeys: string
  readonly taskKeysShort: string
  readonly comeHere: string
  readonly hintAsk: (task: string, cost: number, points: number) => string
  readonly noHint: string
  readonly hintLine: (text: string) => string
  readonly giveUpAsk: string
  readonly againAsk: string
  readonly solved: (score: number, max: number) => string
  readonly givenUp: string
  readonly wasWrong: string
  readonly solution: string
  readonly solutionKeys: string
  readonly written: (file: string) => string
  readonly allPassed: string
}

const words = {
  en: {
    title: 'Drills',
    head: { title: 'Title', level: 'Level', best: 'Best', due: 'Due' },
    kinds: { lab: 'lab', cards: 'cards' },
    questions: (count) => `${count} questions`,
    dueNow: '▲ now',
    inDays: (days) => (days === 1 ? 'in 1 day' : `in ${days} days`),
    never: '–',
    search: 'search',
    sorted: { topic: 'by topic', level: 'by level', due: 'by due date', best: 'by best mark' },
    filters: { all: 'all', lab: 'labs', cards: 'cards', due: 'due' },
    none: 'Nothing here: f shows others, Esc ends the search.',
    noneDue: 'Nothing is due now. f shows all.',
    keys: '↑↓ choose  Enter start  / search  s order  f labs, cards, due  l 中文  q quit',
    keysShort: '↑↓ Enter start  / search  s order  f filter  l 中文  q quit',
    hint: 'Enter starts the drill that is marked; begin at the top.',
    starting: (title) => `${title}: starting the lab …`,
    breaking: (lab) => `Looking for something to break in ${lab} …`,
    points: (score, max) => `${score} of ${max} points`,
    worked: (time) => `${time} at work`,
    left: (time) => `${time} left`,
    timeOver: 'The time is over: what follows is practice.',
    checking: 'Checking …  Esc breaks off',
    checkStopped: 'The check was broken off.',
    checkFailed: (why) => `The check went wrong: ${why}`,
    taskKeys: 'c check  h hint  g give up  a again  Esc console',
    taskKeysShort: 'c check h hint g give up a again Esc',
    comeHere: 'Ctrl-] Tab: here   Ctrl-] d: hide',
    hintAsk: (task, cost, points) =>
      `A hint for "${task}" costs ${cost} of ${points} points: h again takes it`,
    noHint: 'There is no further hint for this task.',
    hintLine: (text) => `Hint: ${text}`,
    giveUpAsk: 'Give up and see the solution? It counts as 0 points. g again',
    againAsk: 'Begin again from the start? What was done is lost. a again',
    solved: (score, max) => `Done: ${score} of ${max} points. Esc console, Ctrl-] q leaves the drill.`,
    givenUp: 'Given up. Try it yourself with a, or leave with Ctrl-] q.',
    wasWrong: 'What was wrong:',
    solution: 'A solution',
    solutionKeys: '↑↓ PgUp PgDn read   w write to a file   Esc back',
    written: (file) => `written to ${file}`,
    allPassed: 'All of it is right.',
  },
  zh: {
    title: '练习',
    head: { title: '题目', level: '难度', best: '最好成绩', due: '复习' },
    kinds: { lab: '实验', cards: '卡片' },
    questions: (count) => `${count} 题`,
    dueNow: '▲ 现在',
    inDays: (days) => `${days} 天后`,
    never: '–',
    search: '查找',
    sorted: { topic: '按专题', level: '按难度', due: '按复习时间', best: '按最好成绩' },
    filters: { all: '全部', lab: '实验', cards: '卡片', due: '该复习的' },
    none: '这里没有内容：f 换一类，Esc 结束查找。',
    noneDue: '现在没有该复习的内容。按 f 显示全部。',
    keys: '↑↓ 选择  Enter 开始  / 查找  s 排序  f 实验、卡片、复习  l English  q 退出',
    keysShort: '↑↓ Enter 开始  / 查找  s 排序  f 筛选  l English  q 退出',
    hint: '按 Enter 开始标出的练习；第一次请从最上面开始。',
    starting: (title) => `${title}：正在启动实验……`,
    breaking: (lab) => `正在 ${lab} 中制造故障……`,
    points: (score, max) => `${score} / ${max} 分`,
    worked: (time) => `已用 ${time}`,
    left: (time) => `剩余 ${time}`,
    timeOver: '时间到：之后的操作只算练习。',
    checking: '正在检查……  Esc 中断',
    checkStopped: '检查已中断。',
    checkFailed: (why) => `检查出错：${why}`,
    taskKeys: 'c 检查  h 提示  g 放弃  a 重新开始  Esc 控制台',
    taskKeysShort: 'c 检查 h 提示 g 放弃 a 重来 Esc',
    comeHere: 'Ctrl-] Tab：到这里   Ctrl-] d：隐藏',
    hintAsk: (task, cost, points) => `“${task}”的提示要扣 ${cost} 分（共 ${points} 分）：再按 h 查看`,
    noHint: '这个任务没有更多提示。',
    hintLine: (text) => `提示：${text}`,
    giveUpAsk: '放弃并查看答案？本次记 0 分。再按 g 确认',
    againAsk: '从头开始？已做的操作会丢失。再按 a 确认',
    solved: (score, max) => `完成：${score} / ${max} 分。Esc 回控制台，Ctrl-] q 离开练习。`,
    givenUp: '已放弃。按 a 自己再做一次，或按 Ctrl-] q 离开。',
    wasWrong: '故障原因：',
    solution: '参考解法',
    solutionKeys: '↑↓ PgUp PgDn 阅读   w 写入文件   Esc 返回',
    written: (file) => `已写入 ${file}`,
    allPassed: '全部正确。',
  },
} satisfies Record<Language, DrillWords>

export function drillWords(language: Language): DrillWords {
  return words[language]
}
