/** An exam through a terminal: items with their clocks, no way back, a crash in the middle, the report. */

import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keys, openWindow, temporaryFolder, type Window } from './window.ts'

const exam = `title: { en: Short test, zh: 小测验 }
time: 20m
seed: 4
forbidden: [show running-config]
unsaved: 0.5
items:
  - { question: arp/request-destination, points: 4 }
  - { drill: first-name, points: 6 }
`

function openExam(folder: string, ...args: string[]): Window {
  return openWindow({ folder, args: ['exam', ...args, '--state', path.join(folder, 'state')] })
}

function examFolder(): string {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'exam.yml'), exam)
  return folder
}

function report(folder: string, ...args: string[]): string {
  const program = path.resolve(import.meta.dirname, '../../dist/rollover.js')
  const all = [program, 'exam', '--report', '--state', path.join(folder, 'state'), ...args]
  return execFileSync(process.execPath, all, { encoding: 'utf8' })
}

describe('an exam', () => {
  test('is sat through: rules, a question, a lab, a crash, the report', async () => {
    const folder = examFolder()
    const first = openExam(folder, 'exam.yml')
    await first.shows('2 items in 20:00')
    expect(first.text).toContain('Not allowed in labs: show running-config.')
    expect(first.text).toContain('not saved loses 50 %')
    first.type('\r')
    await first.shows(/item 1:\d\d {3}exam (20:00|19:5\d)/)
    first.type('0011.2233.4455\r')
    await first.shows('Submit? Enter again')
    first.type('\r')
    await first.shows('1 of 2 submitted.')
    // No way back: the next thing is the lab.
    first.type('\r')
    await first.shows('s submit')
    first.type(keys.esc)
    await first.until('the console', () => !first.text.includes('s submit'))
    first.type('\renable\rshow running-config\rconfigure terminal\rhostname S1\r')
    await first.shows('S1(config)#')
    expect(first.text).toContain('Command authorization failed.')
    first.signal('SIGKILL')
    await first.until('the end', () => /status 137/.test(first.text))

    const second = openExam(folder)
    await second.shows('s submit')
    second.type(keys.esc)
    await second.shows('S1(config)#')
    second.type(`${keys.leader}d`)
    await second.shows('s submit')
    second.type('ss')
    await second.shows('Short test · Report')
    expect(second.text).toContain('Right: ffff.ffff.ffff')
    // Two of three points of the lab are 4 of 6; half of that is lost because nothing was saved.
    expect(second.text).toContain('2 of 10 points (20 %)')
    expect(second.text).toContain('▲ Not saved on SW1: 2 points lost.')
    expect(second.text).toContain('✕ Expected: a mistyped word on SW1 is refused at once.')
    second.type('q')
    expect(await second.end()).toBe('status 0 tty same')

    const result = JSON.parse(report(folder, '--json')) as {
      score: number
      max: number
      items: { submitted: string }[]
    }
    expect([result.score, result.max, result.items.map(({ submitted }) => submitted)]).toEqual([
      2,
      10,
      ['examinee', 'examinee'],
    ])
    report(folder, '--html', path.join(folder, 'report.html'))
    expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('<h1>Short test</h1>')
  })

  test('that was left is gone on with, not begun beside another', async () => {
    const folder = examFolder()
    const first = openExam(folder, 'exam.yml')
    await first.shows('2 items in')
    first.type(`${keys.leader}`)
    await first.shows('Leave? The clock runs on')
    first.type(`${keys.leader}`)
    expect(await first.end()).toBe('status 0 tty same')
    const again = openExam(folder, 'exam.yml')
    await again.shows('status 2')
    expect(again.text).toMatch(/the exam "Short test" is not\s+finished/)
    const given = openExam(folder, '--abandon')
    await given.shows('status 0')
    const none = openExam(folder)
    await none.shows('status 2')
    expect(none.text).toContain('no exam was left')
  })

  test('in Chinese', async () => {
    const window = openExam(examFolder(), 'exam.yml', '--lang', 'zh')
    await window.shows('共 2 题，限时 20:00')
    window.type('\r')
    await window.shows('本题')
    window.type(`${keys.leader}`)
    await window.shows('离开？计时继续')
    window.type(`${keys.leader}`)
    await window.end()
  })

  test('is one process at a time, and goes on without a drill whose file is gone', async () => {
    const folder = examFolder()
    const own = path.join(folder, 'mine.yml')
    copyFileSync(path.resolve(import.meta.dirname, '../../drills/first-name.yml'), own)
    writeFileSync(
      path.join(folder, 'own.yml'),
      'title: { en: Own, zh: 自编 }\ntime: 20m\nseed: 1\nitems:\n  - { drill: ./mine.yml }\n  - { question: arp/request-destination }\n',
    )
    const first = openExam(folder, 'own.yml')
    await first.shows('A name for the switch')
    for (const args of [[], ['--abandon']]) {
      const second = openExam(folder, ...args)
      await second.shows('status 2')
      expect(second.text).toMatch(/in use by rollover exam/)
    }
    rmSync(own)
    first.type('\r')
    await first.shows('could not be asked, and counts nothing')
    first.type('\r')
    await first.shows('2/2')
    // Who does not know it goes on.
    first.type('\r')
    await first.shows('Submit without an answer? Enter again')
    first.type('\r')
    await first.shows('0 of 2 points')
    expect(first.text).toMatch(/A name for the switch · 0\/0/)
    first.type('q')
    expect(await first.end()).toBe('status 0 tty same')
    expect((JSON.parse(report(folder, '--json')) as { items: { id: string }[] }).items[0]?.id).toBe('mine')
  })
})
