/** What was typed in a copied terminal is typed again, whatever else stands in the copy. */

import { describe, expect, test } from 'vitest'
import type { LabDrill } from '../../src/drills/lab-drill.ts'
import { port } from '../../src/ios/session-ports.ts'
import type { Device } from '../../src/session/device.ts'
import { parseLab, readLab } from '../../src/stores/read-lab.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { readTypedTranscript } from '../../src/transcripts/read-transcript.ts'
import { typeTranscript } from '../../src/transcripts/type-transcript.ts'

const switchLab = await parseLab(
  'name: one\ndevices:\n  SW1: { profile: catalyst-2960-24tt, config: "" }\n',
  'one.yml',
)
const routerLab = await parseLab('name: r\ndevices:\n  R1: { profile: isr-1941, config: "" }\n', 'r.yml')
const pair = await readLab('two-switches')
const labs = new FreshLabs()

function typed(lab: LabDrill['lab'], ...rows: readonly string[]) {
  return typedBy([], lab, ...rows)
}

/** @param told what the person has read */
function typedBy(told: readonly string[], lab: LabDrill['lab'], ...rows: readonly string[]) {
  const { transcript, ignored } = readTypedTranscript(rows.join('\n'), 'a.txt', lab)
  const { lab: running, remarks } = typeTranscript(transcript, (world) => labs.start(lab, world), told)
  const device = (name: string) => running.machines.get(name) as Device
  return {
    remarks: remarks.map((remark) => `${remark.row}: ${remark.kind}`),
    ignored,
    running,
    device,
    lines: (name: string) =>
      device(name)
        .ios?.configuration.printable()
        .flatMap(({ line, args }) => line.show(args)),
    hostname: (name: string) => {
      const { ios } = device(name)
      return ios === undefined ? undefined : port('hostname')(ios)
    },
  }
}

describe('rows', () => {
  test('what stands behind the prompts of the file is typed, whatever the device was called there', () => {
    const { hostname, remarks } = typed(
      switchLab,
      'Switch-in-the-lab>enable',
      'Switch-in-the-lab#configure terminal',
      'Enter configuration commands, one per line.  End with CNTL/Z.',
      'Switch-in-the-lab(config)#hostname S1',
      'S1(config)#',
    )
    expect(hostname('SW1')).toBe('S1')
    expect(remarks).toEqual([])
  })

  test('line ends of Windows, a byte order mark, colours and a --More-- that was left there', () => {
    const { hostname } = typed(
      switchLab,
      '\ufeffSwitch>enable\r',
      '\x1b[32mSwitch#\x1b[0mshow running-config\r',
      'Building configuration...\r',
      ' --More--         Switch#conf t\r',
      '\x1b[1mSwitch(config)#\x1b[0mhostname S1\r',
    )
    expect(hostname('SW1')).toBe('S1')
  })

  test('a line that a message tore is put together: continued below it, or shown again', () => {
    const message = '*Mar  1 00:01:11.123: %LINK-3-UPDOWN: Interface FastEthernet0/1, changed state to up'
    const bare = typed(switchLab, 'S>en', 'S#conf t', 'S(config)#', message, 'hostname A', 'A(config)#')
    expect(bare.hostname('SW1')).toBe('A')
    const cut = typed(switchLab, 'S>en', 'S#conf t', 'S(config)#hostna', message, 'me B', 'B(config)#')
    expect(cut.hostname('SW1')).toBe('B')
    const shown = typed(
      switchLab,
      'S>en',
      'S#conf t',
      'S(config)#username an',
      message,
      'S(config)#username ann',
    )
    expect(shown.lines('SW1')).toContain('username ann')
    expect(shown.lines('SW1')).not.toContain('username an')
  })

  test('what was typed right behind a message, as IOS leaves it there', () => {
    // The layout: captured on a 1941, 15.2.
    const up = '*Nov 24 23:35:03.263: %LINK-3-UPDOWN: Interface Serial0/0/0, changed state to up'
    const line =
      '*Nov 24 23:35:03.283: %LINEPROTO-5-UPDOWN: Line protocol on Interface Serial0/0/0, changed state to up'
    const by = '*Nov 24 23:35:09.100: %SYS-5-CONFIG_I: Configured from console by console'
    const begin = ['S>en', 'S#conf t', 'S(config)#hostname A', 'A(config)#']
    expect(typed(switchLab, ...begin, `${up}hostn`, `${line}ame B`, 'B(config)#').hostname('SW1')).toBe('B')
    expect(typed(switchLab, ...begin, `${up}ho`, line, 'A(config)#hostname C').hostname('SW1')).toBe('C')
    const { device, remarks } = typed(
      switchLab,
      ...begin.with(3, 'A(config)#end'),
      'A#',
      `${by}write memory`,
      'Building configuration...',
      '',
      `${by}[OK]`,
      'A#',
    )
    expect(device('SW1').ios?.unsaved).toBe(false)
    expect(remarks).toEqual([])
  })

  test('what was typed behind a message that came after a pause, at the prompt above it', () => {
    const by = '*Mar  1 00:01:35.000: %SYS-5-CONFIG_I: Configured from console by console'
    const begin = ['S>en', 'S#conf t', 'S(config)#hostname A', 'A(config)#end', 'A#']
    expect(typed(switchLab, ...begin, '!: wait 1s', `${by}write memory`).device('SW1').ios?.unsaved).toBe(
      false,
    )
    const away = typed(
      pair,
      '!: on SW1',
      ...begin,
      '!: on SW2',
      'SW2>enable',
      'SW2#',
      '!: on SW1',
      `${by}disable`,
    )
    expect(away.device('SW1').session?.privilege).toBe(1)
    expect(away.device('SW2').session?.privilege).toBe(15)
    // A prompt that something was typed at is not bare any more.
    const shown = typed(switchLab, ...begin.with(4, 'A#show clock'), '', by, `${by}disable`)
    expect(shown.device('SW1').session?.privilege).toBe(15)
  })

  test('what a command shows is not taken for what was typed behind a message', () => {
    const message = '*Mar  1 00:01:11.123: %SYS-5-CONFIG_I: Configured from console by console'
    const { hostname, remarks } = typed(
      switchLab,
      'S>en',
      'S#configure terminal',
      message,
      'Enter configuration commands, one per line.  End with CNTL/Z.',
      'S(config)#hostname A',
    )
    expect(hostname('SW1')).toBe('A')
    expect(remarks).toEqual([])
  })

  test('help that was asked for is not typed', () => {
    const rows = ['S>en', 'S#conf t', 'S(config)#hostname Z?', 'WORD  ']
    expect(typed(switchLab, ...rows).hostname('SW1')).toBe('Switch')
    expect(typed(switchLab, ...rows, 'S(config)#hostname Z').hostname('SW1')).toBe('Z')
  })

  test('a row that shows only the end of a long line is told', () => {
    expect(typed(switchLab, 'S>en', 'S#$cess-list 101 permit ip any any').remarks).toEqual(['2: cut off'])
  })
})

describe('modes', () => {
  test('Ctrl-Z, shown as ^Z, ends the configuration; a key in brackets does so, too', () => {
    for (const row of ['S(config)#^Z', 'S(config)#<Ctrl-Z>']) {
      const { device } = typed(switchLab, 'S>en', 'S#conf t', row)
      expect(device('SW1').session?.prompt).toBe('Switch#')
    }
  })

  test('a console that stands elsewhere than the prompt is brought there, and that is told', () => {
    const { hostname, remarks, device } = typed(
      switchLab,
      'S(config)#interface vlan 1',
      'S(config-if)#no shutdown',
      'S(config)#hostname A',
      'A#show clock',
    )
    expect(hostname('SW1')).toBe('A')
    expect(device('SW1').session?.prompt).toBe('A#')
    expect(remarks).toEqual(['1: brought', '1: brought', '3: brought', '4: brought'])
  })

  test('the last prompt says where the copy ends, though nothing is typed there', () => {
    const { device } = typed(switchLab, 'S>en', 'S#conf t', 'S(config)#line con 0', 'S(config-line)#', 'S#')
    expect(device('SW1').session?.prompt).toBe('Switch#')
    expect(typed(switchLab, 'Press RETURN to get started.', '', 'S>').device('SW1').state).toBe('in use')
  })

  test('a password stands before it: nobody is brought past that who has not said it', () => {
    const guarded = ['S>en', 'S#conf t', 'S(config)#enable secret class', 'S(config)#end', 'S#disable']
    const open = typed(switchLab, ...guarded, 'S>enable', 'Password: ', 'S#conf t', 'S(config)#hostname A')
    expect(open.hostname('SW1')).toBe('A')
    expect(open.remarks).toEqual([])
  })
})

describe('passwords', async () => {
  const locked = await parseLab(
    'name: l\ndevices:\n  SW1:\n    profile: catalyst-2960-24tt\n    config: |\n      enable password cisco\n',
    'l.yml',
  )
  const rows = ['S>enable', 'Password: ', 'S#configure terminal', 'S(config)#hostname A']

  test('what only the lab knows is not answered', () => {
    const { hostname, remarks } = typed(locked, ...rows)
    expect(hostname('SW1')).toBe('Switch')
    expect(remarks.slice(0, 3)).toEqual([
      '1: password not shown',
      '1: password not shown',
      '1: password not shown',
    ])
  })

  test('it is, where the person was told', () => {
    const { hostname, remarks } = typedBy(['The', 'password', 'cisco'], locked, ...rows)
    expect(hostname('SW1')).toBe('A')
    expect(remarks).toEqual([])
  })

  test('a blank behind a password is typed, the blanks that fill a row are not', () => {
    const set = ['S>en', 'S#conf t', 'S(config)#hostname A', 'A(config)#enable password class ']
    expect(typed(switchLab, ...set).lines('SW1')).toContain('enable password class ')
    expect(typed(switchLab, ...set.with(3, `${set[3]}${' '.repeat(40)}`)).lines('SW1')).toContain(
      'enable password class',
    )
  })

  test('`secret` says it, and so does the row itself', () => {
    expect(typed(locked, '!: secret cisco', ...rows).hostname('SW1')).toBe('A')
    expect(typed(locked, ...rows.with(1, 'Password: <<cisco>>')).hostname('SW1')).toBe('A')
  })

  test('a user logs in at the console with the password that was given', () => {
    const { device } = typed(
      switchLab,
      'S>en',
      'S#conf t',
      'S(config)#username ann privilege 15 secret left',
      'S(config)#username bob privilege 15 secret right',
      'S(config)#line con 0',
      'S(config-line)#login local',
      'S(config-line)#end',
      'S#exit',
      '',
      'Press RETURN to get started.',
      '',
      'User Access Verification',
      '',
      'Username: bob',
      'Password: ',
      'S#show privilege',
    )
    expect(device('SW1').session?.privilege).toBe(15)
  })
})

describe('questions', () => {
  test('are answered as in the copy', () => {
    const asked = (answer: string) =>
      typed(
        switchLab,
        'S>en',
        'S#copy running-config startup-config',
        'Destination filename [startup-config]? ',
        'Building configuration...',
        '[OK]',
        'S#erase startup-config',
        `Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]${answer}`,
      ).device('SW1').chassis
    const startup = (chassis: Device['chassis']) => chassis.storage.read('flash', 'config.text') !== undefined
    expect(startup(asked(''))).toBe(false)
    expect(startup(asked('n'))).toBe(true)
  })

  test('a text of several rows is typed to its end', () => {
    const { lines, hostname } = typed(
      switchLab,
      'S>en',
      'S#conf t',
      'S(config)#banner motd #',
      "Enter TEXT message.  End with the character '#'.",
      'Staff only.',
      'first#and this is lost',
      'S(config)#hostname A',
    )
    expect(hostname('SW1')).toBe('A')
    expect(lines('SW1')?.join('\n')).toContain('Staff only.\nfirst')
  })

  test('what only begins like a banner has no text', () => {
    const { hostname } = typed(
      switchLab,
      ...['S>en', 'S#conf t', 'S(config)#interface fa0/1', 'S(config-if)#bandwidth 64', 'S(config-if)#exit'],
      ...['S(config)#hostname A64', 'A64(config)#end'],
    )
    expect(hostname('SW1')).toBe('A64')
  })

  test('a reload asks, comes back, and RETURN is pressed', () => {
    const { hostname, device } = typed(
      switchLab,
      'S>en',
      'S#conf t',
      'S(config)#hostname A',
      'A(config)#end',
      'A#reload',
      '',
      'System configuration has been modified. Save? [yes/no]: no',
      'Proceed with reload? [confirm]',
      'Switch>enable',
    )
    expect(hostname('SW1')).toBe('Switch')
    expect(device('SW1').session?.prompt).toBe('Switch#')
  })

  test('the boot is stopped where the loader’s prompt follows', () => {
    const { device, remarks } = typed(
      routerLab,
      'R>enable',
      'R#reload',
      'Proceed with reload? [confirm]',
      'rommon 1 > confreg 0x2142',
      'rommon 2 > reset',
    )
    expect(remarks).toEqual([])
    expect(device('R1').chassis.configRegister).toBe(0x2142)
  })
})

describe('a lab', () => {
  test('prompts say whose console it is: as a device is called now, or in the lab', () => {
    const { hostname } = typed(
      pair,
      'SW1>enable',
      'SW1#configure terminal',
      'SW1(config)#hostname Left',
      'Left(config)#end',
      'SW2>enable',
      'SW2#configure terminal',
      'SW2(config)#hostname Right',
      'Left#configure terminal',
      'Left(config)#hostname Left2',
    )
    expect([hostname('SW1'), hostname('SW2')]).toEqual(['Left2', 'Right'])
  })

  test('a name that no device has is told, once', () => {
    const { remarks, hostname } = typed(
      pair,
      'Core>enable',
      'Core#conf t',
      'Core(config)#hostname X',
      'X(config)#end',
    )
    expect(remarks).toEqual(['1: no such device'])
    expect(hostname('SW1')).toBe('X')
  })

  test('`on` says it instead', () => {
    const { hostname } = typed(pair, '!: on SW2', 'SW1>enable', 'SW1#conf t', 'SW1(config)#hostname X')
    expect([hostname('SW1'), hostname('SW2')]).toEqual(['SW1', 'X'])
  })

  test('cut, mend, power and wait work', () => {
    const { running, device } = typed(pair, '!: cut SW1 Gi0/1', '!: power off SW2', '!: wait 90s')
    expect(running.lab.cables.map((cable) => running.isPlugged(cable))).toContain(false)
    expect(device('SW2').state).toBe('off')
  })

  test('a command without end is broken off: where the copy has ^C, or after ten minutes', () => {
    const { running: soon } = typed(
      pair,
      'root@PC1:~# ping 192.168.10.13',
      'PING 192.168.10.13',
      '^C',
      'root@PC1:~# ls',
    )
    const late = typed(pair, 'root@PC1:~# ping 192.168.10.13', 'root@PC1:~# ls')
    expect(late.remarks).toEqual(['1: broken off'])
    expect(late.running.kernel.nowMs - soon.kernel.nowMs).toBe(600_000 - 5000)
  })

  test('one that another console follows stays at work', () => {
    const { running, remarks } = typed(
      pair,
      '!: on PC1',
      'root@PC1:~# ping 192.168.10.13',
      '!: on SW1',
      'SW1>enable',
    )
    expect(running.machines.get('PC1')?.waitsForInput).toBe(false)
    expect(remarks).toEqual([])
  })
})

describe('directives', () => {
  test('what would change the lab or write files has no say', () => {
    const { ignored, hostname, device } = typed(
      switchLab,
      '!: lab campus',
      '!: device R9 isr-1941',
      '!: config',
      '  hostname Ready',
      '!: capture "SW1 Fa0/1" /tmp/never.pcapng',
      '!: source captured on a 2960',
      'S>enable',
    )
    expect(ignored.map(({ name, number }) => `${number} ${name}`)).toEqual([
      '1 lab',
      '2 device',
      '3 config',
      '5 capture',
    ])
    expect(hostname('SW1')).toBe('Switch')
    expect(device('SW1').session?.prompt).toBe('Switch#')
  })

  test.each([
    ['!: on SW9', 'a.txt:1:7: found "SW9", expected one device (SW1)'],
    ['!: wait 8d', 'a.txt:1:4: found waiting, expected a week of it at most'],
    ['!: wait soon', 'a.txt:1:9: found "soon", expected a time such as 10m, 90s, 1h30m or 500ms'],
  ])('%s is a fault', (row, message) => {
    expect(() => typed(switchLab, row)).toThrow(message)
  })
})
