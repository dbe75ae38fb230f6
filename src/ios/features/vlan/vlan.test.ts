import { describe, expect, it } from 'vitest'
import { startConsole } from '../../../../test/console.ts'
import { memoryStore } from '../../../stores/memory-store.ts'
import { readVlanWord } from './list.ts'

function configuring(): ReturnType<typeof startConsole> {
  const console = startConsole('catalyst-2960-24tt')
  console.type('enable\rconfigure terminal\r')
  return console
}

/** What a line prints, without its echo and the next prompt. */
function said(console: ReturnType<typeof startConsole>, line: string): string {
  const shown = console.type(`${line}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

function vlanRows(console: ReturnType<typeof startConsole>): string[] {
  return said(console, 'do show vlan brief')
    .split('\n')
    .filter((row) => /^\d/.test(row))
    .map((row) => row.slice(0, 47).trimEnd())
}

describe('a VLAN list', () => {
  // Sentences as switches of 15.x print them; the line break inside is theirs.
  it.each([
    ['4095', 'Bad VLAN list - character #5 (EOL) delimits a VLAN\nnumber which is out of the range 1..4094.'],
    ['0', 'Bad VLAN list - character #2 (EOL) delimits a VLAN\nnumber which is out of the range 1..4094.'],
    ['-1', "Bad VLAN list - character #1 ('-') delimits a VLAN number\n which is out of the range 1..4094."],
    ['abc', "Bad VLAN list - character #1 is a non-numeric\ncharacter ('a')."],
    ['database', "Bad VLAN list - character #1 is a non-numeric\ncharacter ('d')."],
    ['30-20', 'Bad VLAN list - end of range not larger than the start of range!'],
  ])('%s is refused with a sentence, not a caret', (word, sentence) => {
    const console = configuring()
    expect(console.type(`vlan ${word}\r`)).toBe(
      `vlan ${word}\nCommand rejected: ${sentence}\nSwitch(config)#`,
    )
  })

  it('holds single VLANs and ranges, each once and in order', () => {
    expect(readVlanWord('30-32,10,31')).toEqual({ vlans: [10, 30, 31, 32] })
  })
})

describe('configuring a VLAN', () => {
  it.each([
    ['exit', 'exit\r'],
    ['end', 'end\r'],
    ['Ctrl-Z', '\x1a'],
    ['another mode', 'interface fa0/1\r'],
    ['a global command', 'hostname Switch\r'],
  ])('takes effect when the submode is left by %s', (_, leave) => {
    const console = configuring()
    console.type('vlan 10\rname SALES\r')
    expect(said(console, 'do show vlan id 10')).toBe('VLAN id 10 not found in current VLAN database\n')
    console.type(leave)
    if (console.type('\r').endsWith('Switch#')) console.type('configure terminal\r')
    expect(vlanRows(console)).toContain('10   SALES                            active')
  })

  it('names VLANs by their number when nobody does, and several at once', () => {
    const console = configuring()
    console.type('vlan 20,30-31\rexit\r')
    expect(vlanRows(console).slice(1, 4)).toEqual([
      '20   VLAN0020                         active',
      '30   VLAN0030                         active',
      '31   VLAN0031                         active',
    ])
  })

  it('refuses a name that another VLAN has, at once', () => {
    const console = configuring()
    console.type('vlan 10\rname admins\rvlan 12\r')
    expect(console.type('name admins\r')).toBe(
      'name admins\nVLAN #12 and #10 have an identical name: admins\nSwitch(config-vlan)#',
    )
  })

  it('leaves the default VLANs alone', () => {
    // from memory
    const console = configuring()
    expect(said(console, 'no vlan 1')).toBe('%Default VLAN 1 may not be deleted.\n')
    console.type('vlan 1\r')
    expect(said(console, 'name office')).toBe('%Default VLAN 1 may not have its name changed.\n')
  })

  it('wants to know which VLAN to remove', () => {
    const console = configuring()
    expect(said(console, 'no vlan')).toBe('% Incomplete command.\n\n')
  })

  it('does not make extended VLANs on a VTP server', () => {
    const console = configuring()
    console.type('vlan 1006\r')
    expect(said(console, 'exit')).toBe(
      '% Failed to create VLANs 1006\nExtended VLAN(s) not allowed in current VTP mode.\n%Failed to commit extended VLAN(s) changes.\n',
    )
    expect(vlanRows(console)).toHaveLength(5)
  })

  it('is kept out of the running configuration of a VTP server', () => {
    const console = configuring()
    console.type('vlan 10\rname SALES\rexit\r')
    expect(said(console, 'do show running-config | include ^vlan|SALES')).toBe(
      'vlan internal allocation policy ascending\n',
    )
  })
})

describe('a transparent switch', () => {
  it('has its VLANs in the running configuration, extended ones too, and after a restart', () => {
    const storage = memoryStore()
    const console = startConsole('catalyst-2960-24tt', { storage })
    console.type('enable\rconfigure terminal\rvtp mode transparent\r')
    console.type('vlan 10\rname SALES\rvlan 1006\rend\rwrite memory\r')
    console.advance(5000)
    const lines = 'vlan 10\n name SALES\n!\nvlan 1006\n!\n'
    expect(console.type('show running-config\r')).toContain(`\n!\n${lines}`)

    storage.remove('flash', 'vlan.dat')
    const again = startConsole('catalyst-2960-24tt', { storage })
    again.type('enable\r')
    expect(again.type('show running-config\r')).toContain(`\n!\n${lines}`)
    expect(again.type('show vlan summary\r')).toContain(' Number of existing extended VLANS     : 1\n')
  })

  it('becomes a client that refuses VLANs', () => {
    const console = configuring()
    console.type('vtp mode client\r')
    expect(console.type('vlan 10\r')).toBe(
      'vlan 10\nVTP VLAN configuration not allowed when device is in CLIENT mode.\nSwitch(config)#',
    )
  })
})

describe('vlan.dat', () => {
  it('comes to be with the first change and brings the VLANs back', () => {
    const storage = memoryStore()
    const first = startConsole('catalyst-2960-24tt', { storage })
    expect(storage.read('flash', 'vlan.dat')).toBeUndefined()
    first.type('enable\rconfigure terminal\rvlan 10\rname SALES\rstate suspend\rend\r')
    expect(storage.read('flash', 'vlan.dat')).toBeDefined()

    const second = startConsole('catalyst-2960-24tt', { storage })
    second.type('enable\r')
    expect(second.type('show vlan brief\r')).toContain('\n10   SALES                            suspended \n')

    storage.remove('flash', 'vlan.dat')
    const third = startConsole('catalyst-2960-24tt', { storage })
    third.type('enable\r')
    expect(third.type('show vlan brief\r')).not.toContain('SALES')
  })

  it('that is damaged leaves the default VLANs', () => {
    const storage = memoryStore()
    for (const text of ['{', 'null', '[{"id":"x"},{"id":9999},null]']) {
      storage.write('flash', 'vlan.dat', new TextEncoder().encode(text), 0)
      const console = startConsole('catalyst-2960-24tt', { storage })
      console.type('enable\r')
      expect(console.type('show vlan summary\r')).toContain('Number of existing VLANs               : 5\n')
    }
  })
})

describe('show vlan', () => {
  // The rule that captures of several Catalyst models agree on: four short or three long port names a row, further rows
  // indented by 48, a blank behind the status of a VLAN without ports, three blanks behind the rows of the second table.
  it('lists ports under their VLAN, row ends included', () => {
    const console = configuring()
    console.type('vlan 10\rexit\rinterface range fa0/1 - 5\rswitchport access vlan 10\rend\r')
    const shown = console.type('show vlan\r')
    expect(shown).toContain(
      '\n\nVLAN Name                             Status    Ports\n' +
        '---- -------------------------------- --------- -------------------------------\n' +
        '1    default                          active    Fa0/6, Fa0/7, Fa0/8, Fa0/9\n' +
        '                                                Fa0/10, Fa0/11, Fa0/12, Fa0/13\n',
    )
    expect(shown).toContain(
      '\n10   VLAN0010                         active    Fa0/1, Fa0/2, Fa0/3, Fa0/4\n' +
        '                                                Fa0/5\n' +
        '1002 fddi-default                     act/unsup \n',
    )
    expect(shown).toContain(
      '\n10   enet  100010     1500  -      -      -        -    -        0      0   \n',
    )
    expect(shown).toContain(
      '\n1003 tr    101003     1500  -      -      -        -    -        0      0   \n',
    )
    expect(shown).toContain(
      '\nRemote SPAN VLANs\n------------------------------------------------------------------------------\n\n\nPrimary Secondary Type              Ports\n',
    )
  })
})
