/** What stands around questions that are practised, on the screen and in lines, in both languages. */

import type { Presented } from '../../../drills/cards/present.ts'
import type { Language } from '../../../drills/texts.ts'

export interface PracticeWords {
  readonly level: (level: number) => string
  readonly repeat: string
  readonly extra: string
  readonly right: string
  /** Shares are 0 to 1. */
  readonly partly: (share: number) => string
  readonly wrong: string
  readonly rightAnswer: string
  readonly comesAgain: (inMs: number) => string
  readonly comesAgainSoon: string
  readonly fromNow: (inMs: number) => string
  readonly notCounted: string
  readonly notKept: (why: string) => string
  readonly nothingYet: string
  readonly notAllYet: string
  readonly leaveKey: string
  readonly scrollKey: string
  readonly keysAfter: (watch: boolean) => string
  readonly summary: string
  readonly score: (right: number, all: number) => string
  readonly partlyRight: (count: number) => string
  readonly nextTitle: string
  readonly questions: (count: number) => string
  readonly notRightTitle: string
  readonly summaryKeys: string
  readonly nothing: string
  /** On a pipe, before the answer is read. */
  readonly answerPrompt: (kind: Presented['kind']) => string
  readonly emptyLine: string
  readonly unit: (unit: string) => string
  readonly inputEnded: string
  readonly points: (score: string, max: number) => string
  readonly starting: string
  readonly noPacket: string
  readonly typed: (device: string, lines: string) => string
}

const prompts: Readonly<Record<Language, Readonly<Record<Presented['kind'], string>>>> = {
  en: {
    'choose-one': ' (one letter)',
    'choose-many': ' (letters, such as a c)',
    order: ' (the numbers in the right order, such as 3 1 2)',
    match: ' (a letter for each number, such as 1b 2a)',
    type: '',
    compute: '',
  },
  zh: {
    'choose-one': '（一个字母）',
    'choose-many': '（字母，例如 a c）',
    order: '（按正确顺序排列的数字，例如 3 1 2）',
    match: '（每个数字配一个字母，例如 1b 2a）',
    type: '',
    compute: '',
  },
}

const words = {
  en: {
    level: (level) => `level ${level}`,
    repeat: 'once more',
    extra: 'once more, does not count',
    right: 'Right',
    partly: (share) => `Partly right: ${points(share)} of 1 point`,
    wrong: 'Not right',
    rightAnswer: 'Right is: ',
    comesAgain: (inMs) => `Comes again ${fromNow(inMs)}.`,
    comesAgainSoon: 'Comes again at the end.',
    fromNow,
    notCounted: 'This one did not count.',
    notKept: (why) => `This answer could not be kept: ${why}`,
    nothingYet: 'Nothing is answered yet. Enter again: I do not know',
    notAllYet: 'Not all are joined yet. Enter again hands it in as it is',
    leaveKey: 'Esc back',
    scrollKey: 'PgUp PgDn scroll',
    keysAfter: (watch) => `Enter next   ${watch ? 'w watch it   ' : ''}e once more   Esc back`,
    summary: 'Done',
    score: (right, all) => `${right} of ${all} right at the first try`,
    partlyRight: (count) => `${count} partly right`,
    nextTitle: 'They come again',
    questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
    notRightTitle: 'Not right at first',
    summaryKeys: 'Enter back',
    nothing: 'There is nothing to ask now.',
    answerPrompt: (kind) => `Answer${prompts.en[kind]}: `,
    emptyLine: 'Nothing was typed. An empty line again: I do not know',
    unit: (unit) => `The answer is in ${unit}.`,
    inputEnded: 'The input ended before all was answered.',
    points: (score, max) => `${score} of ${max} points`,
    starting: 'Starting the lab …',
    noPacket: 'The packet is not there.',
    typed: (device, lines) => `Typed at ${device}: ${lines}`,
  },
  zh: {
    level: (level) => `难度 ${level}`,
    repeat: '再问一次',
    extra: '再做一次，不计分',
    right: '正确',
    partly: (share) => `部分正确：${points(share)} 分（满分 1 分）`,
    wrong: '不正确',
    rightAnswer: '正确答案：',
    comesAgain: (inMs) => `${fromNowInChinese(inMs)}再次复习。`,
    comesAgainSoon: '最后会再问一次。',
    fromNow: fromNowInChinese,
    notCounted: '这一次不计分。',
    notKept: (why) => `这次作答无法保存：${why}`,
    nothingYet: '还没有作答。再按 Enter 表示不知道',
    notAllYet: '还没有全部配对。再按 Enter 按现状提交',
    leaveKey: 'Esc 返回',
    scrollKey: 'PgUp PgDn 滚动',
    keysAfter: (watch) => `Enter 下一题   ${watch ? 'w 看演示   ' : ''}e 再做一次   Esc 返回`,
    summary: '完成',
    score: (right, all) => `${all} 题中第一次就答对 ${right} 题`,
    partlyRight: (count) => `部分正确 ${count} 题`,
    nextTitle: '再次复习的时间',
    questions: (count) => `${count} 题`,
    notRightTitle: '第一次没有全对的题',
    summaryKeys: 'Enter 返回',
    nothing: '现在没有要问的题。',
    answerPrompt: (kind) => `答案${prompts.zh[kind]}：`,
    emptyLine: '还没有输入任何内容。再输入一个空行表示不知道',
    unit: (unit) => `答案以 ${unit} 为单位。`,
    inputEnded: '还没有答完，输入就结束了。',
    points: (score, max) => `${score} / ${max} 分`,
    starting: '正在启动实验……',
    noPacket: '没有出现该数据包。',
    typed: (device, lines) => `已在 ${device} 输入：${lines}`,
  },
} satisfies Record<Language, PracticeWords>

export function practiceWords(language: Language): PracticeWords {
  return words[language]
}

/** Without the noise of a binary fraction: 0.67. */
export function points(share: number): string {
  return String(Math.round(share * 100) / 100)
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** In whole units, the nearest. */
function distance(ms: number): { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' } {
  if (ms < 59.5 * minuteMs) return { count: Math.max(1, Math.round(ms / minuteMs)), unit: 'minute' }
  if (ms < 23.5 * hourMs) return { count: Math.round(ms / hourMs), unit: 'hour' }
  return { count: Math.round(ms / dayMs), unit: 'day' }
}

function fromNow(ms: number): string {
  const { count, unit } = distance(ms)
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`
}

const chineseUnits = { minute: '分钟', hour: '小时', day: '天' } as const

function fromNowInChinese(ms: number): string {
  const { count, unit } = distance(ms)
  return `${count} ${chineseUnits[unit]}后`
}
