/** The families that the emulator answers, tried at a console as a learner would: typed, Tab pressed, the rows read. */
import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../console.ts'
import { answerOf, choices, type Drawn, draws, emulator } from './draws.ts'

const models = ['catalyst-2960-24tt', 'isr-1941'] as const
type Model = (typeof models)[number]

/** What is typed in privileged EXEC to come to a prompt. */
const waysTo: Readonly<Record<Model, Readonly<Record<string, readonly string[]>>>> = {
  'catalyst-2960-24tt': {
    'Switch>': ['disable'],
    'Switch#': [],
    'Switch(config)#': ['configure terminal'],
    'Switch(config-if)#': ['configure terminal', 'interface fastEthernet 0/1'],
    'Switch(config-line)#': ['configure terminal', 'line console 0'],
    'Switch(config-vlan)#': ['configure terminal', 'vlan 10'],
  },
  'isr-1941': {
    'Router>': ['disable'],
    'Router#': [],
    'Router(config)#': ['configure terminal'],
    'Router(config-if)#': ['configure terminal', 'interface gigabitEthernet 0/0'],
    'Router(config-subif)#': ['configure terminal', 'interface gigabitEthernet 0/0.10'],
    'Router(config-line)#': ['configure terminal', 'line console 0'],
    'Router(dhcp-config)#': ['configure terminal', 'ip dhcp pool LAN'],
    'Router(config-router)#': ['configure terminal', 'router ospf 1'],
  },
}

/** Prompts of which there are several modes: the way is the one on which the line belongs. */
const otherWays: Readonly<Record<string, readonly string[]>> = {
  'Switch(config-if)#ip address': ['configure terminal', 'interface vlan 1'],
}

function modelOf(prompt: string): Model {
  return prompt.startsWith('Switch') ? models[0] : models[1]
}

/** A console that stands at a prompt. */
function at(prompt: string, line = ''): TestConsole {
  const model = modelOf(prompt)
  const way =
    Object.entries(otherWays).find(([begin]) => `${prompt}${line}`.startsWith(begin))?.[1] ??
    waysTo[model][prompt]
  if (way === undefined) throw new Error(`no way to ${prompt}`)
  const console = startConsole(model)
  console.type('enable\r')
  for (const step of way) console.type(`${step}\r`)
  expect(console.device.session?.prompt).toBe(prompt)
  return console
}

/** Prompt and line of the console that a question shows. */
function shown({ question, where }: Drawn): [prompt: string, line: string] {
  const match = /^([A-Z]\w+(?:\([\w-]+\))?[>#])(.*)$/.exec(question.screen ?? '')
  if (match === null) throw new Error(`${where}: no console in "${question.screen}"`)
  return [match[1] ?? '', match[2] ?? '']
}

const ordinals = ['', '1st', '2nd', '3rd']

test('carets stand where the console puts them', () => {
  const answers = new Set<string>()
  for (const one of draws('caret-reading', 40)) {
    const [prompt, line] = shown(one)
    const rows = at(prompt, line).type(`${line}\r`).split('\n')
    const caret = rows.find((row) => /^ *\^$/.test(row))
    let expected: string
    if (caret === undefined) {
      const said = rows.find((row) => row.startsWith('%')) ?? ''
      expected = said.startsWith('% Ambiguous')
        ? 'with "% Ambiguous command", without ^'
        : `with "${said}", without ^`
    } else {
      const before = line.slice(0, caret.length - 1 - prompt.length)
      const word = line.slice(before.lastIndexOf(' ') + 1).split(' ')[0] ?? ''
      const place = before.length - (before.lastIndexOf(' ') + 1) + 1
      expected = `^ under the ${ordinals[place] ?? `${place}th`} character of "${word}", ${word[place - 1]}`
    }
    expect(answerOf(one.question), `${one.where}: ${prompt}${line}`).toBe(expected)
    answers.add(expected.replace(/character.*/, ''))
  }
  // Ambiguous and incomplete lines are among them.
  expect([...answers].filter((one) => one.startsWith('with'))).toHaveLength(2)
})

test('modes take what they are said to take', () => {
  const tried = new Map<string, boolean>()
  const takes = (prompt: string, line: string): boolean => {
    const known = tried.get(prompt + line)
    if (known !== undefined) return known
    const console = at(prompt)
    const reply = console.type(`${line}\r`) + console.advance(20)
    const taken = !/% (?:Invalid|Incomplete|Ambiguous|Unknown|Bad IP)|Translating/.test(reply)
    tried.set(prompt + line, taken)
    return taken
  }
  for (const { question, where } of draws('mode-acceptance', 30)) {
    const line = question.screen ?? ''
    for (const [text, isRight] of choices(question)) {
      const prompt = /\S+[>#]$/.exec(text)?.[0] ?? ''
      expect(takes(prompt, line), `${where}: ${prompt}${line}`).toBe(isRight)
    }
  }
  expect(tried.size).toBeGreaterThan(80)
})

/** The line that stands behind the prompt after each word was completed with Tab. */
function completed(prompt: string, words: string): string {
  const console = at(prompt)
  const screen = words.split(' ').reduce((all, word) => all + console.type(`${word}\t`), '')
  return (screen.split(/[\n\r]/).at(-1) ?? '').slice(prompt.length).trimEnd()
}

test('abbreviations are what Tab makes of them', () => {
  const kinds = new Set<string>()
  for (const one of draws('abbreviations', 40)) {
    const { question, level, where } = one
    kinds.add(question.kind)
    if (level <= 2) {
      const [prompt, short] = shown(one)
      expect(completed(prompt, short), where).toBe(answerOf(question))
      for (const [text, isRight] of choices(question))
        if (!isRight) expect(text, where).not.toBe(completed(prompt, short))
    } else if (level === 3) {
      const prompt = /at (\S+)\?/.exec(question.ask.en)?.[1] ?? ''
      for (const [line, isRight] of choices(question)) {
        if (isRight)
          expect(at(prompt).type(`${line}\r`), `${where}: ${line}`).toContain(
            `% Ambiguous command:  "${line}"`,
          )
        // Each word has but one completion.
        else
          expect(completed(prompt, line).split(' ').length, `${where}: ${line}`).toBe(line.split(' ').length)
      }
    } else {
      const [prompt, line] = shown(one)
      const [, word = ''] = /word "(\S+)"/.exec(question.ask.en) ?? []
      const before = line.split(` ${word}`)[0] === line ? '' : (line.split(` ${word}`)[0] ?? '')
      const answer = answerOf(question)
      const type = (text: string) => at(prompt, line).type(`${before === '' ? '' : `${before} `}${text}\t`)
      expect(type(answer).trimEnd().endsWith(word), `${where}: ${answer}`).toBe(true)
      if (answer.length > 1)
        expect(type(answer.slice(0, -1)).trimEnd().endsWith(word), `${where}: ${answer}`).toBe(false)
    }
  }
  expect([...kinds].sort()).toEqual(['choose-one', 'type'])
})

test('a line that means the same is the same answer', () => {
  const place = { profile: 'catalyst-2960-24tt', mode: 'config-if' } as const
  const meaning = (line: string) => {
    const heard = emulator.hears(line, place)
    return heard.kind === 'taken' ? heard.meaning : heard.kind
  }
  expect(meaning('sw m a')).toBe(meaning('switchport mode access'))
  expect(meaning('switchport access vlan 10')).not.toBe(meaning('switchport access vlan 20'))
  expect(meaning('no shut')).toBe(meaning('no shutdown'))
  expect(meaning('no shutdown')).not.toBe(meaning('shutdown'))
  expect(meaning('switchport acess vlan 10')).toBe('caret')
})
