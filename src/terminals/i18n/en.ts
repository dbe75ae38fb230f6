/** The program's own texts in English. What the device says is IOS's and stands nowhere here. */

export const en = {
  status: {
    menu: 'Ctrl-] menu',
    saved: 'saved',
    unsaved: 'not saved',
    idle: (idle: string, limit: string) => `idle ${idle}/${limit}`,
    paused: 'paused',
    recording: 'recording',
  },
  /** Where the console is while nobody is logged in; by `ConsoleState`. */
  states: {
    off: 'no power',
    booting: 'booting',
    loader: 'boot loader',
    dialogue: 'setup dialogue',
    'press RETURN': 'press RETURN',
    login: 'login',
    'in use': 'in use',
  },
  /** Modes in words, by what stands in the prompt's brackets. */
  modes: {
    'user EXEC': 'user EXEC',
    'privileged EXEC': 'privileged EXEC',
    config: 'global config',
    'config-if': 'interface config',
    'config-if-range': 'interface range',
    'config-subif': 'subinterface',
    'config-line': 'line config',
    'config-vlan': 'VLAN config',
    'config-router': 'router config',
    'config-std-nacl': 'standard ACL',
    'config-ext-nacl': 'extended ACL',
    'config-archive': 'archive config',
    'dhcp-config': 'DHCP pool',
    'config-keychain': 'key chain',
    'config-keychain-key': 'key of a chain',
    'config-route-map': 'route map',
    shell: 'shell',
  },
  hint: {
    title: 'First steps',
    rows: [
      ['RETURN', 'wakes the console'],
      ['?', 'says what can be typed, anywhere'],
      ['Ctrl-]', 'opens the menu of this program'],
    ],
    labRows: [
      ['RETURN  ?', 'wakes a console, lists commands'],
      ['Ctrl-] 1…9', 'consoles of the other devices'],
      ['Ctrl-] t  p', 'topology, packets on their way'],
    ],
  },
  menu: {
    console: (name: string) => `console of ${name}`,
    break: 'send break',
    powerOff: 'power off',
    powerOn: 'power on',
    search: 'search',
    scroll: 'scroll and copy',
    record: 'record',
    stopRecording: 'stop recording',
    speed: (speed: string) => `speed of time ${speed}`,
    language: '中文',
    help: 'help',
    quit: 'quit',
    close: 'Esc back',
    allConsoles: 'consoles …',
    topology: 'topology',
    packets: 'packets',
    changePane: 'change pane',
  },
  speed: {
    title: 'Speed of time',
    real: 'as the wall clock',
    times: (factor: number) => `${factor} times as fast`,
    pause: 'paused',
  },
  quit: {
    title: 'The configuration is not saved',
    suspend: 'suspend: everything is kept as it is now',
    powerOff: 'power off: what was not saved is lost',
    cancel: 'go on',
  },
  power: {
    title: 'The configuration is not saved',
    off: 'power off: what was not saved is lost',
    cancel: 'go on',
  },
  help: {
    title: 'Help',
    rows: [
      ['?', 'what can be typed here; also behind a word or its beginning'],
      ['Tab', 'completes a word'],
      ['↑ ↓', 'earlier lines'],
      ['Ctrl-A Ctrl-E', 'to the beginning, the end of the line'],
      ['Ctrl-W Ctrl-U', 'deletes a word, the line'],
      ['Ctrl-Z', 'back to privileged EXEC'],
      ['Ctrl-C', 'gives the line up'],
      ['Ctrl-Shift-6', 'breaks off what runs: ping, a name look-up'],
      ['Space Enter q', 'at --More--: page, line, enough'],
      ['', ''],
      ['enable', 'then: configure terminal, show running-config'],
      ['copy run start', 'saves; the status line says whether it is saved'],
      ['terminal length 0', 'no more --More--'],
      ['', ''],
      ['Ctrl-]', 'this program; every other key is the device’s'],
    ],
    labRows: [
      ['Ctrl-] 1…9 c', 'the consoles of the lab'],
      ['Ctrl-] t p', 'topology, packets; Esc back to the console'],
    ],
    close: 'Esc closes',
  },
  chooser: {
    title: 'Consoles',
    none: 'no device of that name',
    keys: '↑↓ or type a name, Enter opens, Esc back',
  },
  topology: {
    title: 'Topology',
    links: 'links',
    root: 'root',
    more: 'more',
    rootOf: (vlan: number) => `root of VLAN ${vlan}`,
    linksUp: (up: number, all: number) => `${up} of ${all} ${all === 1 ? 'link' : 'links'} up`,
    pulled: 'pulled out',
    chooseCable: 'choose a cable first: ↑ or ↓ from a device',
    nowPulled: (ends: string) => `pulled out: ${ends}`,
    nowPlugged: (ends: string) => `plugged in: ${ends}`,
    /** By `EndState`. */
    ends: {
      up: 'up',
      down: 'down',
      'err-disabled': 'err-disabled',
      attention: 'attention',
      forwarding: 'forwarding',
      blocking: 'blocking',
      listening: 'listening',
      learning: 'learning',
      outside: 'not here',
    },
    keys: '←↑↓→ choose  Enter console  x pull/plug  o power  v VLAN  Esc back',
    keysBeside: '←↑↓→ choose  Enter console  x pull/plug  o power  v VLAN  Tab console  Esc close',
    keysShort: '←↑↓→  Enter console  x pull  o power  v VLAN  Esc',
    keysTiny: 'x pull  o power  v VLAN  Tab  Esc',
    keysBesideShort: '←↑↓→  Enter  x pull  o power  v VLAN  Tab console  Esc',
    comeHere: 'Ctrl-] Tab comes here',
  },
  scroll: {
    at: (line: number, lines: number) => `line ${line} of ${lines}`,
    keys: '↑↓ PgUp PgDn  / search  v mark  y copy  Esc back',
    narrowKeys: '/ search  v mark  y copy  Esc back',
    marked: (lines: number) => `${lines} ${lines === 1 ? 'line' : 'lines'} marked`,
    copied: (lines: number) => `copied ${lines} ${lines === 1 ? 'line' : 'lines'}`,
    searchKeys: 'Enter searches upwards   Esc back',
    notFound: (text: string) => `not found: ${text}`,
  },
  notes: {
    title: 'To know before you begin',
    resumed: 'Here you left off',
    recordingTo: (file: string) => `recorded in ${file}`,
    recordingStarted: 'recording a transcript',
    recordingFailed: (reason: string) => `no transcript: ${reason}`,
    nothingRecorded: 'nothing was typed, so there is no transcript',
    ourError: (file: string) => `An error of ours. What led to it is in ${file}`,
    noRecording: 'no recording in a lab: a transcript has no cables',
    starting: (lab: string, devices: number, cables: number) =>
      `Starting ${lab}: ${devices} ${devices === 1 ? 'device' : 'devices'}, ${cables} ${cables === 1 ? 'cable' : 'cables'} …`,
    settling: 'Links come up and spanning tree settles: a minute and a half of the lab’s time.',
    refusedLine: (device: string, line: string, number: number, reply: string) =>
      `line ${number} of the lab, "${line}": ${device} refuses it (${reply})`,
  },
  left: {
    suspended: 'The console is kept as it is. Start again and go on where you were.',
  },
}

type Like<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends readonly string[][]
        ? readonly (readonly string[])[]
        : Like<T[K]>
}

/** What a dictionary of another language must have. */
export type Texts = Like<typeof en>
