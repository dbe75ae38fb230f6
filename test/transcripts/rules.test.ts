import { describe, expect, test } from 'vitest'
import type { RunOptions } from '../../src/transcripts/run-transcript.ts'
import { run } from './run.ts'

const onSwitch = '!: device S1 catalyst-2960-24tt\n'
const onRouter = '!: device R1 isr-1941\n'

describe('the four samples of the format', () => {
  test('help leaves a pending line, and only the rest of it is typed', () => {
    const text = `!: device R2 isr-1941
R2#cl?
clear  clock

R2#clock set 10:00:00 5 jan 2025
R2#show clock
10:00:00.000 UTC Sun Jan 5 2025
R2#
`
    expect(run(text)).toEqual([])
    expect(run(text.replace('clear  clock', 'clear  clack'))).toEqual(['3: - clear  clack + clear  clock'])
  })

  test('the clock runs until a message comes, and what stands behind it is typed', () => {
    const text = `!: device R3 isr-1941
!: clock 2025-11-24T23:35:00Z
R3(config)#
*Nov 24 23:35:03.258: %LINK-3-UPDOWN: Interface Serial0/0/0, changed state to upexi<Tab>
R3(config)#exit
R3#
`
    const later: RunOptions = {
      onBegin: (devices) => {
        const ios = devices.get('R3')?.device?.ios
        ios?.after(3258, () =>
          ios.log.emit('LINK', 3, 'UPDOWN', 'Interface Serial0/0/0, changed state to up'),
        )
      },
    }
    expect(run(text, later)).toEqual([])
    // Without the message nothing comes for ten minutes.
    expect(run(text)[0]).toMatch(/^4: - \*Nov 24 .* \+ undefined$/)
  })

  test('passwords, any rows, and a key at --More--', () => {
    const text = `${onSwitch}!: config
  enable secret class
Switch>enable
Password: <<wrong>>
Password: <<class>>
Switch#show running-config
Building configuration...
{{...}}
 --More-- <q>
Switch#
`
    expect(run(text)).toEqual([])
    // Three wrong ones, and the prompt stays where it was.
    expect(run(text.replace('<<class>>', '<<glass>>'))).not.toEqual([])
    // Without the key the listing goes on to its end.
    expect(run(text.replace(' --More-- <q>\n', ''))).toEqual([])
    expect(run(text.replace('{{...}}\n --More-- <q>', 'Switch'))).not.toEqual([])
  })

  test('what follows the key of [confirm] is output', () => {
    const text = `Switch#write erase
Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]y[OK]
Erase of nvram: complete
Switch#
`
    expect(run(text)).toEqual([])
    expect(run(text.replace('[OK]', '[ok]'))).toEqual(['2: - [ok] + [OK]'])
    expect(run(text.replace('[confirm]y[OK]', '[confirm]\n[OK]'))).toEqual([])
    expect(run(text.replace('[confirm]y[OK]', '[confirm]n[OK]'))).not.toEqual([])
  })
})

describe('typing', () => {
  test('the first prompt says where a session begins: host, level and mode', () => {
    expect(run('S9>show privilege\nCurrent privilege level is 1\nS9>\n')).toEqual([])
    expect(run('S9#show privilege\nCurrent privilege level is 15\nS9#\n')).toEqual([])
    expect(run('S9(config)#hostname S8\nS8(config)#\n')).toEqual([])
    expect(run('S9(config-if)#exit\nS9(config)#\n')).toEqual([])
    expect(run('S9(config-line)#exit\nS9(config)#\n')).toEqual([])
    expect(run('S9(config-vlan)#exit\nS9(config)#\n')).toEqual([])
    expect(run('S9(config-nowhere)#exit\nS9(config)#\n')).toEqual([
      '1: - S9(config-nowhere)#exit + S9(config-if)#',
    ])
  })

  test('a login stands in no file that begins behind it', () => {
    const config = `${onSwitch}!: config
  username ann privilege 15 password 0 secret
  line con 0
   login local
`
    expect(run(`${config}Switch#show privilege\nCurrent privilege level is 15\nSwitch#\n`)).toEqual([])
    expect(
      run(`${config}

User Access Verification

Username: ann
Password: <<secret>>

Switch#
`),
    ).toEqual([])
  })

  test('the hostname of the first prompt is neither logged nor unsaved', () => {
    let unsaved: boolean | undefined
    const look: RunOptions = {
      onBegin: (devices) => {
        unsaved = devices.get('R1')?.device?.ios?.unsaved
      },
    }
    const text = `${onRouter}R7#\n!: wait 5m\nR7#show privilege\nCurrent privilege level is 15\nR7#\n`
    expect(run(text, look)).toEqual([])
    expect(unsaved).toBe(false)
  })

  test('a configuration is what the device was', () => {
    const config = '!: config\n  hostname Core\n  interface Vlan1\n   description up\n'
    expect(
      run(`${onSwitch}${config}Core#show running-config | include desc\n description up\nCore#\n`),
    ).toEqual([])
  })

  test('nothing behind a prompt is Enter, and a question mark acts by itself', () => {
    expect(
      run(
        'Switch#\nSwitch#\nSwitch#sh?\nshow\n\nSwitch#sh\n% Type "show ?" for a list of subcommands\nSwitch#\n',
      ),
    ).toEqual([])
  })

  test('backspaces take away what the next row does not have', () => {
    expect(
      run(
        'Switch#con?\nconfigure  connect\n\nSwitch#show privilege\nCurrent privilege level is 15\nSwitch#\n',
      ),
    ).toEqual([])
  })

  test('blanks at the end of a pending line do not count', () => {
    expect(
      run('Switch#show pri?\nprivilege\n\nSwitch#show pri\nCurrent privilege level is 15\nSwitch#\n'),
    ).toEqual([])
    expect(
      run(
        'Switch#show privilege ?\n{{...}}\nSwitch#show privilege\nCurrent privilege level is 15\nSwitch#\n',
      ),
    ).toEqual([])
  })

  test('a pending line of which nothing is missing but blanks is left while a message comes', () => {
    expect(
      run(`Switch(config)#end
Switch#show privilege ?
{{...}}
Switch#show privilege
*Mar  1 {{.*}}: %SYS-5-CONFIG_I: Configured from console by console
Current privilege level is 15
Switch#
`),
    ).toEqual([])
  })

  test('a question mark that is meant as one', () => {
    const rows = (typed: string) => `Switch(config)#interface vlan 1
Switch(config-if)#description ${typed}
Switch(config-if)#do show running-config | include desc
 description why?
Switch(config-if)#
`
    expect(run(rows('why<Ctrl-V>?'))).toEqual([])
    expect(run(rows('why?'))).not.toEqual([])
    expect(run(rows('why? x').replace(' description why?', ' description why? x'))).toEqual([])
  })

  test('in the text of a banner a question mark is a character', () => {
    expect(
      run(`Switch(config)#banner motd #
Enter TEXT message.  End with the character '#'.
Who?
#
Switch(config)#do show running-config | include Who
Who?
Switch(config)#
`),
    ).toEqual([])
  })

  test('keys have names, and a < has one', () => {
    expect(run('Switch(config)#<Ctrl-Z>\nSwitch#\n')).toEqual([])
    expect(run('Switch#show ix<Backspace>nventory | include <lt>none>\nSwitch#\n')).toEqual([])
    expect(run('Switch#ow privilege<Home>sh\nCurrent privilege level is 15\nSwitch#\n')).toEqual([])
    expect(() => run('Switch#\nSwitch#show<Tabb>\n')).toThrow(
      'a.txt:2:12: found the key <Tabb>, expected a key such as',
    )
  })

  test('the break key where the file has it, while the device works', () => {
    expect(
      run(`${onRouter}R1#nowhere
Translating "nowhere"...domain server (255.255.255.255)<Ctrl-Shift-6>
{{...}}
R1#
`),
    ).toEqual([])
  })

  test('secrets come in order where nobody saw them typed', () => {
    const text = (secrets: string) => `${onSwitch}!: source captured WS-C2960-24TT-L 15.0(2)SE11
!: secret ${secrets}
!: config
  enable secret class
Switch>enable
Password:
Password:
Switch#
`
    expect(run(text('glass class'))).toEqual([])
    expect(run(text('class glass'))).not.toEqual([])
  })
})

describe('time', () => {
  test('typing takes none, wait lets it pass, and a prompt that was left may stand there again', () => {
    const text = (more: string) => `${onRouter}!: clock 2025-01-05T10:00:00Z
R1#show clock
*10:00:00.000 UTC Sun Jan 5 2025
R1#show clock
*10:00:00.000 UTC Sun Jan 5 2025
${more}!: wait 5m30s
R1#show clock
*10:05:30.000 UTC Sun Jan 5 2025
R1#
`
    expect(run(text(''))).toEqual([])
    expect(run(text('R1#\n'))).toEqual([])
    expect(run(text('').replace('5m30s', '5m29s'))).toEqual([
      '9: - *10:05:30.000 UTC Sun Jan 5 2025 + *10:05:29.000 UTC Sun Jan 5 2025',
    ])
  })

  test('what comes while nobody types tears the prompt away', () => {
    expect(
      run(`${onSwitch}!: config
  line con 0
   exec-timeout 1 0
Switch#
!: wait 1m
{{...}}
Switch con0 is now available
{{...}}
Press RETURN to get started.





Switch>
`),
    ).toEqual([])
  })

  test('a message that never comes is a difference, ten minutes later', () => {
    expect(
      run(`Switch#
*Mar  1 00:00:55.000: %SYS-5-CONFIG_I: Configured from console by console
Switch#show privilege
Current privilege level is 15
Switch#
`),
    ).toEqual(['2: - *Mar  1 00:00:55.000: %SYS-5-CONFIG_I: Configured from console by console + undefined'])
  })

  test('times of a captured file are compared by their form', () => {
    const text = `${onRouter}!: source captured CISCO1941/K9 15.4(3)M
R1(config)#end
R1#
*Nov 24 23:35:03.263: %SYS-5-CONFIG_I: Configured from console by console
R1#show clock
*23:35:04.000 UTC Mon Nov 24 2025
R1#
`
    expect(run(text)).toEqual([])
    expect(run(text.replace('!: source captured CISCO1941/K9 15.4(3)M\n', ''))).toHaveLength(2)
    expect(run(text.replace('23:35:03.263', '23:35:03'))).toHaveLength(1)
  })

  test('consoles share a clock, and what one prints is kept until it is on show again', () => {
    const text = `!: device R1 isr-1941
!: device R2 isr-1941
!: clock 2025-01-05T10:00:00Z
!: on R1
R1(config)#end
R1#
!: on R2
R2#show clock
*10:00:00.000 UTC Sun Jan 5 2025
!: wait 1s
R2#show clock
*10:00:01.000 UTC Sun Jan 5 2025
!: on R1
*Jan  5 10:00:00.000: %SYS-5-CONFIG_I: Configured from console by console
R1#
`
    expect(run(text)).toEqual([])
    expect(run(text.replace(/!: on R1\n\*.*\nR1#\n$/, ''))).toEqual([])
    expect(run(text.replace('CONFIG_I: C', 'CONFIG_I: c'))).toHaveLength(1)
  })
})

describe('rows', () => {
  test('patterns: within a row, to its end, any rows', () => {
    const text = (row: string) => `Switch#show privilege\n${row}\nSwitch#\n`
    expect(run(text('Current {{[a-z]+}} level is {{1?5}}'))).toEqual([])
    expect(run(text('Current {{[a-z]+}} level is {{1?6}}'))).toHaveLength(1)
    expect(run(text('Current {{}}'))).toEqual([])
    expect(run(text('Currant {{}}'))).toHaveLength(1)
    expect(run(text('{{...}}'))).toEqual([])
    expect(run(text('{{...}}\nCurrent {{}}'))).toEqual([])
    expect(run(text('{{...}}\nCurrant {{}}'))).toHaveLength(1)
  })

  test('any rows go on until the row that follows fits, as often as it takes', () => {
    expect(
      run(`Switch#show running-config
{{...}}
interface FastEthernet0/24
!
interface GigabitEthernet0/1
{{...}}
end

Switch#
`),
    ).toEqual([])
  })

  test('backspaces, carriage returns and a wiped --More-- leave what was seen', () => {
    const wiped = ` --More-- ${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`
    expect(
      run(`Switch#shop\bw pri\rSwitch#sho\n${wiped}Current privilege level is 15\r\nSwitch#\r\n`),
    ).toEqual([])
    expect(run('Switch#show privilege\n --More--         Current privilege level is 15\nSwitch#\n')).toEqual(
      [],
    )
  })

  test('a --More-- that the file lacks is answered with a blank', () => {
    const all = `Switch#show running-config\n{{...}}\nend\n\nSwitch#\n`
    expect(run(all)).toEqual([])
    expect(run(`!: length 5\n${all}`)).toEqual([])
    expect(
      run(`!: length 5
Switch#show running-config
Building configuration...

Current configuration : {{\\d+}} bytes
!
 --More-- <Enter>
version 15.0
 --More-- <q>
Switch#
`),
    ).toEqual([])
  })

  test('a message comes at a --More-- that is left alone', () => {
    const text = `!: length 5
Switch(config)#end
Switch#show running-config
Building configuration...

Current configuration : {{\\d+}} bytes
!
 --More--
*Mar  1 {{.*}}: %SYS-5-CONFIG_I: Configured from console by console
`
    expect(run(text)).toEqual([])
    expect(run(text.replace('5-CONFIG_I', '6-CONFIG_I'))).toHaveLength(1)
  })

  test('blanks at the end count where the file says so', () => {
    const text = 'Switch#show privilege\nCurrent privilege level is 15  \nSwitch#\n'
    expect(run(text)).toEqual([])
    expect(run(`!: blanks exact\n${text}`)).toHaveLength(1)
    expect(run(`!: blanks exact\n${text.replace('15  ', '15')}`)).toEqual([])
  })

  test('a wiped --More-- leaves no blanks either', () => {
    expect(
      run(`!: blanks exact
!: length 4
Switch#show running-config
Building configuration...

Current configuration : {{\\d+}} bytes
!
{{...}}
Switch#
`),
    ).toEqual([])
  })

  test('what editors put at the beginning of a file is no text', () => {
    expect(run('\ufeff!: device S1 isr-1941\r\nR1#\r\n')).toEqual([])
  })

  test('after a difference it goes on at the next row with the prompt, five times at most', () => {
    const once = 'Switch#show privilege\nwrong\nwrong again\n'
    expect(run(`${once}Switch#\n`)).toEqual(['2: - wrong + Current privilege level is 15'])
    expect(run(once.repeat(7))).toHaveLength(5)
    expect(run(`${once}Switch#show privilege\nCurrent privilege level is 15\n${once}`)).toHaveLength(2)
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['!: devise S1 catalyst-2960-24tt', 'a.txt:1:4: found "devise", expected a directive (device, config'],
    ['!: device S1', 'a.txt:1:13: found the end of the row, expected device NAME PROFILE'],
    [
      '!: device S1 catalyst-2961',
      'a.txt:1:14: found "catalyst-2961", expected a profile (catalyst-2960-24tt',
    ],
    ['\n!: wait soon', 'a.txt:2:9: found "soon", expected a time such as 10m'],
    ['!: clock 2025-13-40T00:00:00Z', 'a.txt:1:10: found "2025-13-40T00:00:00Z", expected a time such as'],
    ['!: on R5', 'a.txt:1:7: found "R5", expected one device'],
    ['!: source remembered', 'a.txt:1:11: found "remembered", expected captured or hand-written'],
    ['!: blanks', 'a.txt:1:10: found the end of the row, expected exact'],
    ['!: length 9999', 'a.txt:1:11: found "9999", expected a number from 0 to 512'],
    ['!: secret', 'a.txt:1:10: found the end of the row, expected words'],
    ['Switch#\n!: config\n  hostname A', 'a.txt:2:4: found "config", expected it once for a device, before'],
    ['Switch#show x\n{{(}} y', 'a.txt:2:1: found {{(}}, expected a pattern'],
  ])('%j', (text, message) => {
    expect(() => run(text)).toThrow(message)
  })
})
