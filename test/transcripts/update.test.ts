import { expect, test } from 'vitest'
import { run, update } from './run.ts'

const right = `!: device S1 catalyst-2960-24tt
!: source hand-written
S1#! A note for whoever reads this.
S1#show privilege
Current privilege level is 15
S1#configure terminal
Enter configuration commands, one per line.  End with CNTL/Z.
S1(config)#hostname S2
S2(config)#end
S2#
!: wait 1s
*Mar  1 {{.*}}: %SYS-5-CONFIG_I: Configured from console by console
S2#show running-config | include ^(hostname|version|no)
{{...}}
version {{[\\d.]+}}
no service {{}}
{{...}}
hostname S2
{{...}}
S2#
`

test('what is right stays as it is', () => {
  expect(run(right)).toEqual([])
  expect(update(right)).toBe(right)
})

test.each([
  ['a row that is wrong', right.replace('level is 15', 'level is 1')],
  ['a row that is missing', right.replace('Current privilege level is 15\n', '')],
  [
    'a row too many',
    right.replace('Current privilege level is 15\n', 'Current privilege level is 15\nAnd so on\n'),
  ],
  ['a prompt', right.replace(/^S2\(config\)#end\nS2#/m, 'S3(config)#end\nS3#')],
  ['between patterns', right.replace('hostname S2\n{{', 'hostname S3\n{{')],
])('%s is put right, and nothing else', (_, wrong) => {
  expect(wrong).not.toBe(right)
  expect(update(wrong)).toBe(right)
})

test('a session that is left ends the file', () => {
  const text = 'S1#show privilege\nCurrent privilege level is 15\nS1#exit\n'
  expect(update(text)).toBe(text)
})

test('what the device shows is written so that it stands for itself', () => {
  const text = `S1(config)#interface vlan 1
S1(config-if)#description {{a}} <lt>b>
S1(config-if)#do show running-config | include desc
S1(config-if)#
`
  const now = update(text)
  expect(now).toContain(' description {{[{]{2}}}a}} <b>\n')
  expect(run(now)).toEqual([])
})
