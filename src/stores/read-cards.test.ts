import { describe, expect, test } from 'vitest'
import { questionOf } from '../drills/cards/card.ts'
import { loadEmulator } from '../drills/cards/emulator.ts'
import { BadFile } from './checked-file.ts'
import { parseCards, readCards } from './read-cards.ts'

const good = `kind: cards
topic: arp
title: { en: ARP and RARP, zh: ARP 与 RARP }
questions:
  - id: request-destination
    level: 1
    ask: { en: To which address does a host send an ARP request?, zh: 主机把 ARP 请求发往哪个地址？ }
    choose-one:
      right: ffff.ffff.ffff
      wrong: [ { en: the router's address, zh: 路由器的地址 }, 0000.0000.0000 ]
    explain: { en: "It does not know yet, so it asks all.", zh: 它还不知道，所以问所有主机。 }
    watch: { lab: two-switches, on: PC1, type: [ping -c 1 192.168.10.13], filter: arp }
  - id: who-learns
    level: 2
    topic: spanning-tree
    ask: { en: Who learns from a reply?, zh: 谁从应答中学习？ }
    choose-many:
      right: [ { en: the host, zh: 主机 }, { en: the switch, zh: 交换机 } ]
      wrong: [ { en: the hub, zh: 集线器 }, { en: the cable, zh: 线缆 } ]
    explain: { en: Both keep tables., zh: 二者都有表。 }
  - id: see-the-cache
    level: 2
    ask: { en: Which command shows the cache of a router?, zh: 用哪条命令查看路由器的缓存？ }
    type: { answers: [show ip arp], as: command, profile: isr-1941 }
    explain: { en: It lists addresses and interfaces., zh: 它列出地址和接口。 }
  - id: ethertype
    level: 3
    ask: { en: What is the ethertype here?, zh: 这里的以太网类型是什么？ }
    screen: |
      ffff ffff ffff 0050
      7966 6800 0806 0001
    compute: { answer: 2054, tolerance: 0 }
    explain: { en: 0x0806 is 2054 in decimal., zh: 0x0806 的十进制是 2054。 }
  - id: steps
    level: 1
    ask: { en: In which order?, zh: 按什么次序？ }
    order: [ { en: ask, zh: 询问 }, { en: answer, zh: 应答 }, { en: send, zh: 发送 } ]
    explain: { en: One asks first., zh: 先询问。 }
  - id: numbers
    level: 2
    ask: { en: What belongs together?, zh: 哪些对应？ }
    match: [ [ARP, "0x0806"], [RARP, "0x8035"], ["802.1Q", "0x8100"] ]
    explain: { en: By IEEE registration., zh: 由 IEEE 登记。 }
  - { id: hosts, level: 2, topic: addressing, family: subnetting, options: { ask: hosts, prefix: [24, 30] } }
`

async function faultsOf(text: string): Promise<readonly string[]> {
  try {
    await parseCards(text, 'arp.yml')
    return []
  } catch (error) {
    if (error instanceof BadFile) return error.faults
    throw error
  }
}

/** The faults after replacing texts of the good file, which must be there. */
async function faultsAfter(...changes: [from: string, to: string][]): Promise<readonly string[]> {
  let text = good
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, () => to)
  }
  return faultsOf(text)
}

test('cards as data', async () => {
  const file = await parseCards(good, '/somewhere/arp.yml')
  expect(file).toMatchObject({
    kind: 'cards',
    id: 'arp',
    topic: 'arp',
    title: { en: 'ARP and RARP', zh: 'ARP 与 RARP' },
  })
  expect(file.cards.map(({ id, topic, level }) => [id, topic, level])).toEqual([
    ['arp/request-destination', 'arp', 1],
    ['arp/who-learns', 'spanning-tree', 2],
    ['arp/see-the-cache', 'arp', 2],
    ['arp/ethertype', 'arp', 3],
    ['arp/steps', 'arp', 1],
    ['arp/numbers', 'arp', 2],
    ['arp/hosts', 'addressing', 2],
  ])
  const [first, , third, fourth, , , last] = file.cards
  expect(first?.question).toMatchObject({
    kind: 'choose-one',
    right: { en: 'ffff.ffff.ffff', zh: 'ffff.ffff.ffff' },
  })
  expect(first?.watch).toEqual({
    lab: 'two-switches',
    on: 'PC1',
    type: ['ping -c 1 192.168.10.13'],
    filter: 'arp',
    packet: 1,
  })
  expect(third?.question).toMatchObject({
    kind: 'type',
    as: 'command',
    at: { profile: 'isr-1941', mode: 'exec' },
  })
  expect(fourth?.question?.screen).toBe('ffff ffff ffff 0050\n7966 6800 0806 0001')
  const emulator = await loadEmulator()
  for (const seed of [1, 2, 3]) {
    const drawn = questionOf(last!, seed, emulator)
    expect(drawn).toMatchObject({ kind: 'compute', ask: { en: expect.stringContaining('How many hosts') } })
    expect(questionOf(last!, seed, emulator)).toEqual(drawn)
  }
})

test('a lab inside', async () => {
  const lab = `lab:
        devices:
          PC1: { profile: host, address: 10.0.0.1/24 }
          PC2: { profile: host, address: 10.0.0.2/24 }
        cables: [[PC1 eth0, PC2 eth0]]
     `
  const text = good.replace(
    '{ lab: two-switches, on: PC1, type: [ping -c 1 192.168.10.13], filter: arp }',
    `\n      ${lab} on: PC1\n      type: [ping -c 1 10.0.0.2]`,
  )
  const { cards } = await parseCards(text, 'arp.yml')
  expect(cards[0]?.watch?.lab).toMatchObject({
    name: 'request-destination',
    devices: [{ name: 'PC1' }, { name: 'PC2' }],
  })
  expect(await faultsOf(text.replace('PC2 eth0]', 'PC2 eth1]'))).toEqual([
    'arp.yml:17:33: found "eth1", expected a port of PC2: eth0 (did you mean "eth0"?)',
  ])
  expect(await faultsOf(text.replace('profile: host, address: 10.0.0.2/24', 'profil: host'))).toEqual([
    'arp.yml:16:18: found "profil", expected a known name (did you mean "profile"?)',
  ])
  expect(await faultsOf(text.replace('on: PC1', 'on: PC3'))).toEqual([
    'arp.yml:18:11: found "PC3", expected a device of this lab: PC1, PC2 (did you mean "PC1"?)',
  ])
})

describe('a fault is told where it is', () => {
  test.each<[string, [string, string][], string[]]>([
    [
      'a missing language',
      [[', zh: 谁从应答中学习？', '']],
      ['16:10: found no "zh", expected "zh" in this object'],
    ],
    [
      'a choice in one language',
      [["{ en: the router's address, zh: 路由器的地址 }", "the router's address"]],
      [`10:16: found "the router's address" as Chinese, expected a text in each language`],
    ],
    [
      'Chinese in place of English',
      [['en: the host', 'en: 主机']],
      ['18:16: found "主机" as English, expected a text in each language'],
    ],
    [
      'a number without quotes',
      [['"0x0806"', '0x0806']],
      ['42:20: found 2054, expected a text or an object'],
    ],
    [
      'no kind',
      [['    compute: { answer: 2054, tolerance: 0 }\n', '']],
      [
        '26:5: found no kind of question, expected one of choose-one, choose-many, type, order, match, compute, family',
      ],
    ],
    [
      'two kinds',
      [['    order: [', '    family: binary\n    order: [']],
      ['37:5: found "family" beside "order", expected one kind of question'],
    ],
    [
      'no explanation',
      [['    explain: { en: One asks first., zh: 先询问。 }\n', '']],
      ['34:5: found no "explain", expected "explain" in this object'],
    ],
    [
      'an explanation that is the answer',
      [['{ en: 0x0806 is 2054 in decimal., zh: 0x0806 的十进制是 2054。 }', '{ en: "2054", zh: "2054" }']],
      ['33:14: found the answer alone, expected why it is so'],
    ],
    [
      'an empty text',
      [['en: One asks first.', 'en: " "']],
      ['38:20: found " ", expected a text that is not empty'],
    ],
    [
      'the right choice among the wrong',
      [['0000.0000.0000', 'FFFF.ffff.ffff']],
      ['10:58: found "FFFF.ffff.ffff" again, expected each text once, in both languages'],
    ],
    [
      'a choice that is the same in Chinese',
      [['zh: 集线器', 'zh: 主机']],
      ['19:16: found "the hub" again, expected each text once, in both languages'],
    ],
    [
      'all of the above',
      [['{ en: the hub, zh: 集线器 }', '{ en: none of the above, zh: 以上都不是 }']],
      [
        '19:16: found "none of the above", expected a choice that stands for itself',
        '19:16: found "以上都不是", expected a choice that stands for itself',
      ],
    ],
    [
      'all of the above, in Chinese only',
      [['{ en: the hub, zh: 集线器 }', '{ en: the hub too, zh: 以上皆是 }']],
      ['19:16: found "以上皆是", expected a choice that stands for itself'],
    ],
    [
      'a right choice that is the longest by far',
      [
        [
          'right: ffff.ffff.ffff',
          'right: { en: "the broadcast address, which every host reads", zh: 广播地址 }',
        ],
      ],
      [
        '9:14: found a right choice of 45 cells (en), expected at most 1.6 times the longest wrong one, which has 20',
      ],
    ],
    [
      'the answer in the question',
      [['Which command shows the cache of a router?', 'Does show ip arp show the cache?']],
      ['23:10: found the answer "show ip arp" in the question, expected a question without it'],
    ],
    [
      'a choice of one letter',
      [['{ en: the hub, zh: 集线器 }', 'B']],
      ['19:16: found "B", expected more than one sign, as it is chosen by one'],
    ],
    [
      'three choices of many',
      [['{ en: the hub, zh: 集线器 }, ', '']],
      ['18:7: found 3 choices, expected 4 to 7 in all'],
    ],
    ['two in order', [[', { en: send, zh: 发送 }', '']], ['37:12: found 2 items, expected at least 3']],
    [
      'a pair of three',
      [['[ARP, "0x0806"]', '[ARP, "0x0806", x]']],
      ['42:14: found 3 items, expected at most 2'],
    ],
    [
      'the same on the right of all',
      [['"0x8035"], ["802.1Q", "0x8100"]', '"0x0806"], ["802.1Q", "0x0806"]']],
      ['42:12: found the same on the right of all pairs, expected two or more different ones'],
    ],
    [
      'a command that is none',
      [['show ip arp]', 'show ip apr]']],
      ['24:23: found "show ip apr", expected a command that isr-1941 takes at Router#'],
    ],
    [
      'a command of another mode',
      [['as: command,', 'as: command, mode: config-if,']],
      ['24:23: found "show ip arp", expected a command that isr-1941 takes at Router(config-if)#'],
    ],
    [
      'an unknown mode',
      [['as: command,', 'as: command, mode: config-fi,']],
      [
        expect.stringMatching(
          /^24:56: found "config-fi", expected one of user, exec, config, .* \(did you mean "config-if"\?\)$/,
        ) as unknown as string,
      ],
    ],
    [
      'a mode that a model lacks',
      [['as: command, profile: isr-1941', 'as: command, mode: config-subif']],
      ['24:11: found catalyst-2960-24tt in config-subif, expected a mode that it has'],
    ],
    [
      'a mode without a command',
      [['as: command, profile', 'as: text, profile']],
      ['24:47: found "profile", expected it with commands only'],
    ],
    [
      'no address',
      [['[show ip arp], as: command, profile: isr-1941', '["300.1.1.1"], as: ipv4']],
      ['24:23: found "300.1.1.1", expected an address such as 192.0.2.1'],
    ],
    [
      'no prefix',
      [['answer: 2054, tolerance: 0', 'answer: 10.0.0.0/33']],
      ['32:24: found "10.0.0.0/33", expected a number, an address, a prefix or a mask'],
    ],
    [
      'a tolerance that takes nearly all',
      [['tolerance: 0', 'tolerance: 2000']],
      ['32:41: found 2000, expected at most a quarter of the answer'],
    ],
    ['a level that is none', [['level: 3', 'level: 5']], ['27:12: found 5, expected a number <= 4']],
    [
      'an id twice',
      [['id: who-learns', 'id: request-destination']],
      ['13:9: found "request-destination" again, expected each id once'],
    ],
    [
      'an id with capitals',
      [['id: steps', 'id: Steps']],
      [`34:9: found "Steps", expected a name of small letters and digits, parts joined by '-'`],
    ],
    [
      'an unknown topic',
      [['topic: arp', 'topic: app']],
      [
        expect.stringMatching(
          /^2:8: found "app", expected a topic: console, .* \(did you mean "arp"\?\)$/,
        ) as unknown as string,
      ],
    ],
    [
      'an unknown family',
      [['family: subnetting', 'family: subneting']],
      [
        expect.stringMatching(
          /^44:55: found "subneting", expected a family: abbreviations, .* \(did you mean "subnetting"\?\)$/,
        ) as unknown as string,
      ],
    ],
    [
      'an unknown option',
      [['{ ask: hosts,', '{ asks: hosts,']],
      ['44:78: found "asks", expected an option of subnetting: ask, prefix (did you mean "ask"?)'],
    ],
    [
      'a wrong option',
      [['ask: hosts', 'ask: host']],
      ['44:83: found "host", expected one of network, first, last, broadcast, hosts, or a list of them'],
    ],
    [
      'a range that is none',
      [['[24, 30]', '[30, 24]']],
      ['44:98: found [30,24], expected a list of two whole numbers from 8 to 30, the smaller one first'],
    ],
    [
      'options without a family',
      [['    order: [', '    options: {}\n    order: [']],
      ['37:5: found "options", expected them with a family only'],
    ],
    [
      'a question of a family',
      [['family: subnetting,', 'family: subnetting, ask: { en: What?, zh: 什么？ },']],
      ['44:67: found "ask", expected none: a family brings its own'],
    ],
    [
      'an unknown lab',
      [['two-switches', 'two-switchs']],
      [
        expect.stringMatching(
          /^12:19: found "two-switchs", expected a lab: bad-cables, .* \(did you mean "two-switches"\?\)$/,
        ) as unknown as string,
      ],
    ],
    [
      'a device that is not in the lab',
      [['on: PC1', 'on: PC9']],
      [
        '12:37: found "PC9", expected a device of two-switches: SW1, SW2, PC1, PC2, PC3, PC4 (did you mean "PC1"?)',
      ],
    ],
    ['a packet before the first', [['filter: arp', 'packet: 0']], ['12:83: found 0, expected a number >= 1']],
    [
      'a misspelt key',
      [['    explain: { en: One', '    explian: { en: One']],
      [
        '38:5: found "explian", expected a known name (did you mean "explain"?)',
        '34:5: found no "explain", expected "explain" in this object',
      ],
    ],
  ])('%s', async (_, changes, faults) => {
    const found = (await faultsAfter(...changes)).map((fault) => fault.replace(/^arp\.yml:/, ''))
    expect(found.toSorted()).toEqual(faults.toSorted())
  })
})

test('all faults come in one go', async () => {
  const faults = await faultsAfter(
    ['level: 3', 'level: 5'],
    ['on: PC1', 'on: PC9'],
    [', zh: 谁从应答中学习？', ''],
    ['ask: hosts', 'ask: host'],
  )
  expect(faults.map((fault) => fault.split(':')[1])).toEqual(['12', '16', '27', '44'])
})

test('a file that is not there', async () => {
  await expect(readCards('console-familys')).rejects.toThrow('did you mean console-families?')
})
