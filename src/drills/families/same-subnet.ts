/**
 * Which hosts a host reaches without its gateway: those in its subnet. Options: none.
 * Levels as for prefix lengths: 1 simple blocks of the last octet, 4 any octet; from level 3 on there are several.
 */

import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { blockOf, blockSteps, hostAddress, hostIn, lengthFor, sizeOf } from './block.ts'
import { chooseMany, chooseOne } from './choices.ts'
import { family } from './family.ts'
import { whole } from './pick.ts'

export const sameSubnet = family('same-subnet', {
  title: texts('In the same subnet', '是否同一子网'),
  make({ random, level }) {
    // Blocks in which there are enough others.
    const length = Math.min(29, lengthFor(level, random))
    const block = blockOf(hostAddress(random), length)
    const own = hostIn(block, random)
    const inside = new Set<number>()
    const count = level >= 3 ? whole(2, 3, random) : 1
    while (inside.size < count) {
      const other = hostIn(block, random)
      if (other !== own) inside.add(other)
    }
    const above = blockOf(Math.min(block.network + sizeOf(length), 0xdfff_ff00), length)
    const below = blockOf(Math.max(block.network - sizeOf(length), 0x100_0000), length)
    const outside = new Set<number>()
    for (const neighbour of [above, below])
      for (const one of [neighbour.network + 1, neighbour.last - 1, hostIn(neighbour, random)])
        if (one < block.network || one > block.last) outside.add(one)
    const given = `${showIpv4(own)} ${showIpv4(maskOf(length))}`
    const explain = blockSteps(own, length)
    const wrong = [...outside].map(showIpv4)
    if (count === 1) {
      const ask = texts(
        `A PC has ${given}. Which of these hosts does it reach without its gateway?`,
        `一台 PC 的地址是 ${given}。下列哪台主机不经过网关就能到达？`,
      )
      return chooseOne({ ask, explain }, showIpv4([...inside][0]!), wrong, random)
    }
    const ask = texts(
      `A PC has ${given}. Which of these hosts does it reach without its gateway?`,
      `一台 PC 的地址是 ${given}。下列哪些主机不经过网关就能到达？`,
    )
    return chooseMany(
      { ask, explain },
      [...inside].map(showIpv4),
      wrong.slice(0, 5 - count + whole(0, 1, random)),
    )
  },
})
