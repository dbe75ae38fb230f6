/** What is said of typing a submission again. */

import { type Texts, texts } from '../../drills/texts.ts'
import type { IgnoredDirective } from '../../transcripts/read-transcript.ts'
import type { TypingRemark } from '../../transcripts/type-transcript.ts'

/** More of one kind says nothing more. */
const mostOfAKind = 3

/** One sentence each without a full stop; those of a kind that comes again and again are counted. */
export function typingWords(remarks: readonly TypingRemark[], ignored: readonly IgnoredDirective[]): Texts[] {
  const said: Texts[] = ignored.map(({ name, number }) =>
    texts(
      `row ${number}: the directive \`${name}\` has no say here`,
      `第 ${number} 行：指令 \`${name}\` 在这里不起作用`,
    ),
  )
  for (const alike of Map.groupBy(remarks, ({ kind }) => kind).values()) {
    said.push(...alike.slice(0, mostOfAKind).map(wordsOf))
    const more = alike.length - mostOfAKind
    if (more > 0) said.push(texts(`and the same of ${more} more`, `另有 ${more} 处也是如此`))
  }
  return said
}

function wordsOf(remark: TypingRemark): Texts {
  const { en, zh } = factOf(remark)
  return texts(`row ${remark.row}: ${en}`, `第 ${remark.row} 行：${zh}`)
}

function factOf(remark: TypingRemark): Texts {
  const { device } = remark
  switch (remark.kind) {
    case 'no such device':
      return texts(
        `no device is called ${remark.name}, so it was typed at ${device}`,
        `没有名为 ${remark.name} 的设备，按在 ${device} 上输入处理`,
      )
    case 'no power':
      return texts(`${device} has no power, so nothing was typed`, `${device} 没有通电，未输入`)
    case 'password not shown':
      return texts(
        `${device} asks for a password that the copy does not show (\`!: secret WORD\` gives it)`,
        `${device} 要求输入口令，而副本中没有显示（可用 \`!: secret WORD\` 给出）`,
      )
    case 'broken off':
      return texts(
        `the command had not ended on ${device} after ten minutes and was broken off`,
        `命令在 ${device} 上运行十分钟仍未结束，已中断`,
      )
    case 'cut off':
      return texts(
        'the terminal showed only the end of a long line, so it was not typed',
        '终端只显示了长命令行的末尾，未输入',
      )
    case 'never ready':
      return texts(
        `${device} never came to a prompt, so it was not typed`,
        `${device} 始终没有出现提示符，未输入`,
      )
    case 'brought':
      return texts(
        `${device} stood in another mode than the prompt says, so \`${remark.typed}\` was typed first`,
        `${device} 所处的模式与提示符不符，先输入了 \`${remark.typed}\``,
      )
    case 'fault':
      return texts(
        `a mistake of the program on ${device}: ${remark.error}`,
        `程序在 ${device} 上出错：${remark.error}`,
      )
  }
}
