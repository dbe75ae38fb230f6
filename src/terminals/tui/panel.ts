/**
 * Panels over the console: the menu, choices, help, the first hint. A panel is data: its keys, what they are called and
 * what they do stand in one place, and drawing and key handling both read that.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { Language, Texts } from '../i18n/texts.ts'
import { cutToWidth } from './cut-to-width.ts'
import type { DeviceChoice } from './device-choices.ts'

interface Entry {
  readonly key: string
  readonly label: string
  run(): void
}

export interface Panel {
  readonly title: string
  /** Side by side: one list of entries a column. */
  readonly columns: readonly (readonly Entry[])[]
  /** Two texts a row: a key or a word, and what it means. */
  readonly rows?: readonly (readonly string[])[]
  readonly footer?: string
  readonly place: 'corner' | 'middle' | 'top'
}

/** What a panel's keys do. */
export interface Actions {
  close(): void
  sendBreak(): void
  power(on: boolean): void
  scroll(search: boolean): void
  record(): void
  open(panel: 'speed' | 'help' | 'quit' | 'power'): void
  setSpeed(speed: number): void
  switchLanguage(): void
  leave(how: 'suspend' | 'power off'): void
  /** Leaves everything as it is, and shows the drills. */
  showDrills(): void
  /** Shows the console of a device of the lab. */
  showConsole(name: string): void
  chooseConsole(): void
  openPane(pane: 'topology' | 'packets' | 'tasks'): void
  changePane(): void
}

export interface Situation {
  readonly texts: Texts
  readonly language: Language
  readonly name: string
  /** The devices of a lab in its order; undefined for one device alone. */
  readonly devices?: readonly DeviceChoice[] | undefined
  /** There is something to be done in the lab. */
  readonly hasTasks: boolean
  /** What is done here is kept all the time: nothing is asked on leaving. */
  readonly keepsItself: boolean
  /** Something stands beside the console. */
  readonly besidePane: boolean
  readonly powered: boolean
  readonly unsaved: boolean
  /** Here or on another device of the lab. */
  readonly unsavedAnywhere: boolean
  /** The names of those, in a lab. */
  readonly unsavedDevices: readonly string[]
  readonly speed: number
  readonly recording: boolean
}

// As many as there are digits.
const devicesByDigit = 9

export function menu(situation: Situation, actions: Actions): Panel {
  const { texts, name, devices, powered, unsaved, speed, recording } = situation
  const { menu } = texts
  const alone: Entry = { key: '1', label: menu.console(name), run: actions.close }
  const consoles = (devices ?? []).slice(0, devicesByDigit).map(
    ({ name, isActive }, index): Entry => ({
      key: String(index + 1),
      label: `${isActive ? '▸' : ' '}${name}`,
      run: () => actions.showConsole(name),
    }),
  )
  const power: Entry = {
    key: 'o',
    label: powered ? menu.powerOff : menu.powerOn,
    run: () => (powered && unsaved ? actions.open('power') : actions.power(!powered)),
  }
  const time: Entry = {
    key: 's',
    label: menu.speed(speed === 0 ? texts.status.paused : `×${speed}`),
    run: () => actions.open('speed'),
  }
  const quit: Entry = {
    key: 'q',
    label: menu.quit,
    run: () => {
      if (situation.keepsItself) actions.leave('suspend')
      else if (situation.unsavedAnywhere) actions.open('quit')
      else actions.leave('power off')
    },
  }
  const drills: Entry = situation.hasTasks
    ? { key: 'd', label: menu.tasks, run: () => actions.openPane('tasks') }
    : { key: 'd', label: menu.drills, run: actions.showDrills }
  const sendBreak: Entry = { key: 'b', label: menu.break, run: actions.sendBreak }
  const scroll: Entry = { key: '[', label: menu.scroll, run: () => actions.scroll(false) }
  const search: Entry = { key: '/', label: menu.search, run: () => actions.scroll(true) }
  const record: Entry = {
    key: 'r',
    label: recording ? menu.stopRecording : menu.record,
    run: actions.record,
  }
  const help: Entry = { key: '?', label: menu.help, run: () => actions.open('help') }
  const language: Entry = { key: 'l', label: menu.language, run: actions.switchLanguage }
  const common = { title: 'Rollover', place: 'corner', footer: menu.close } as const
  if (devices === undefined)
    return {
      ...common,
      columns: [
        [alone, sendBreak, power, time, language],
        [drills, scroll, search, record, help, quit],
      ],
    }
  return {
    ...common,
    columns: [
      [...consoles, { key: 'c', label: ` ${menu.allConsoles}`, run: actions.chooseConsole }],
      [
        drills,
        { key: 't', label: menu.topology, run: () => actions.openPane('topology') },
        { key: 'p', label: menu.packets, run: () => actions.openPane('packets') },
        ...(situation.besidePane ? [{ key: 'tab', label: menu.changePane, run: actions.changePane }] : []),
        power,
        sendBreak,
        time,
      ],
      [scroll, search, record, language, help, quit],
    ],
  }
}

/** Every console of a lab, to be chosen by arrows or by typing. */
export function chooserPanel(
  { texts }: Situation,
  choices: readonly DeviceChoice[],
  chosen: number,
  typed: string,
  height: number,
): Panel {
  const { chooser } = texts
  const top = Math.max(0, Math.min(chosen - Math.floor(height / 2), choices.length - height))
  const rows = choices
    .slice(top, top + height)
    .map(({ name, what, powered }, index) => [
      `${top + index === chosen ? '▸' : ' '} ${powered ? '●' : '○'} ${name}`,
      what,
    ])
  return {
    title: typed === '' ? chooser.title : `${chooser.title} · ${typed}`,
    place: 'middle',
    columns: [],
    rows: rows.length === 0 ? [['', chooser.none]] : rows,
    footer: chooser.keys,
  }
}

export function speedPanel({ texts }: Situation, actions: Actions): Panel {
  const { speed } = texts
  const set = (factor: number) => () => actions.setSpeed(factor)
  return {
    title: speed.title,
    place: 'corner',
    footer: texts.menu.close,
    columns: [
      [
        { key: '1', label: `×1   ${speed.real}`, run: set(1) },
        { key: '2', label: `×10  ${speed.times(10)}`, run: set(10) },
        { key: '3', label: `×60  ${speed.times(60)}`, run: set(60) },
        { key: 'p', label: speed.pause, run: set(0) },
      ],
    ],
  }
}

const mostNamed = 6

export function quitPanel({ texts, devices, unsavedDevices }: Situation, actions: Actions): Panel {
  // More than a few are told by their number.
  const named = unsavedDevices.slice(0, mostNamed).join(' ')
  const more = unsavedDevices.length > mostNamed ? ` +${unsavedDevices.length - mostNamed}` : ''
  return {
    title: devices === undefined ? texts.quit.title : texts.quit.labTitle,
    place: 'middle',
    ...(unsavedDevices.length === 0 ? {} : { rows: [['▲', `${texts.status.unsaved}: ${named}${more}`]] }),
    columns: [
      [
        { key: 's', label: texts.quit.suspend, run: () => actions.leave('suspend') },
        { key: 'o', label: texts.quit.powerOff, run: () => actions.leave('power off') },
        { key: 'c', label: texts.quit.cancel, run: actions.close },
      ],
    ],
  }
}

export function powerPanel({ texts }: Situation, actions: Actions): Panel {
  return {
    title: texts.power.title,
    place: 'middle',
    columns: [
      [
        { key: 'o', label: texts.power.off, run: () => actions.power(false) },
        { key: 'c', label: texts.power.cancel, run: actions.close },
      ],
    ],
  }
}

export function helpPanel({ texts, devices }: Situation): Panel {
  return {
    title: texts.help.title,
    place: 'middle',
    columns: [],
    rows: devices === undefined ? texts.help.rows : [...texts.help.rows.slice(0, -1), ...texts.help.labRows],
    footer: texts.help.close,
  }
}

export function hintPanel({ texts, devices }: Situation): Panel {
  const { hint } = texts
  return {
    title: hint.title,
    place: 'top',
    columns: [],
    rows: devices === undefined ? hint.rows : hint.labRows,
  }
}

/** What was found on opening, each remark wrapped to the window. */
export function remarksPanel(texts: Texts, remarks: readonly string[], columns: number): Panel {
  const rows = remarks.flatMap((remark) => wrapped(remark, Math.min(76, columns - 6)))
  return {
    title: texts.notes.title,
    place: 'middle',
    columns: [],
    rows: rows.map((row) => ['', row]),
    footer: texts.help.close,
  }
}

function wrapped(text: string, width: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.split(/\s+/)) {
    if (row !== '' && textWidth(`${row} ${word}`) > width) {
      rows.push(row)
      row = ''
    }
    row += row === '' ? word : ` ${word}`
    // A path, or Chinese: cut where it has to be.
    while (textWidth(row) > width) {
      const cut = cutToWidth(row, width)
      rows.push(cut)
      row = row.slice(cut.length)
    }
  }
  return row === '' ? rows : [...rows, row]
}
