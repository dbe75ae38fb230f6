/** The reasons for which a frame ends, as a sentence's second half: `the request ended at SW1 Fa0/3: …`. */

import type { Ending } from '../hardware/endings.ts'

interface Words {
  readonly en: string
  readonly zh: string
}

export const endingWords = {
  'no cable': { en: 'no cable is plugged in there', zh: '那里没有插网线' },
  'link down': { en: 'the link is down', zh: '链路没有接通' },
  'output queue full': { en: 'the output queue was full', zh: '输出队列已满' },
  'cable cut': { en: 'the cable was pulled', zh: '网线被拔掉' },
  'late collision': {
    en: 'a late collision, as with different duplex at both ends',
    zh: '发生迟冲突，两端双工模式不一致时会这样',
  },
  checksum: { en: 'it arrived damaged', zh: '到达时已经损坏' },
  'power off': { en: 'the power was off', zh: '没有通电' },
  'stp blocking': { en: 'spanning tree blocks the port', zh: '生成树阻塞了该端口' },
  'stp learning': { en: 'spanning tree has not yet let the port forward', zh: '生成树还没有让该端口转发' },
  'vlan not allowed on trunk': {
    en: 'the trunk does not carry the VLAN',
    zh: '该 Trunk 不允许这个 VLAN 通过',
  },
  'vlan does not exist': { en: 'the switch has no such VLAN', zh: '交换机上没有这个 VLAN' },
  'tagged frame on access port': {
    en: 'a tagged frame came in at an access port',
    zh: '接入端口收到了带标签的帧',
  },
  'not an isl frame': {
    en: 'the trunk tags by ISL, the frame does not',
    zh: 'Trunk 用 ISL 封装，收到的帧不是',
  },
  'destination on the same port': {
    en: 'the destination is on the port that it came from',
    zh: '目的地就在它进来的端口上',
  },
  'no other port in the vlan': {
    en: 'no other port of the switch is up in that VLAN',
    zh: '交换机上这个 VLAN 没有其他工作的端口',
  },
  'static drop': { en: 'a static MAC entry drops it', zh: '静态 MAC 表项把它丢弃' },
  'broadcast storm': { en: 'a broadcast storm', zh: '广播风暴' },
  'not for this host': { en: 'it was for another MAC address', zh: '目的 MAC 地址不是它的' },
  'unknown ethertype': { en: 'nobody there reads that EtherType', zh: '那里不认识这个 EtherType' },
  'unknown vlan tag': { en: 'no subinterface has its VLAN tag', zh: '没有子接口使用它的 VLAN 标签' },
  malformed: { en: 'it was malformed', zh: '格式有误' },
  'interface down': { en: 'the interface is down', zh: '接口没有工作' },
  'no ip address': { en: 'the interface has no IP address', zh: '接口没有 IP 地址' },
  'not forwarding': { en: 'that device does not forward packets', zh: '该设备不转发数据包' },
  'directed broadcast': { en: 'directed broadcasts are not forwarded', zh: '定向广播不被转发' },
  'no route': { en: 'there is no route to the destination', zh: '没有到目的地的路由' },
  'null route': { en: 'the route leads to Null0', zh: '路由指向 Null0' },
  ttl: { en: 'its TTL ran out, as in a routing loop', zh: 'TTL 减到了 0，出现路由环路时会这样' },
  'fragmentation needed': {
    en: 'it is too long for the next link and may not be fragmented',
    zh: '对下一段链路来说太长，又不允许分片',
  },
  'no arp entry yet': { en: 'it waited for an ARP reply', zh: '在等待 ARP 应答' },
  'no arp reply': { en: 'nobody answered the ARP request', zh: '没有人应答 ARP 请求' },
  'arp queue full': { en: 'too many packets waited for the ARP reply', zh: '等待 ARP 应答的数据包太多' },
  'no port listening': { en: 'nobody listens on that port', zh: '该端口没有程序监听' },
  'unknown protocol': { en: 'nobody there reads that protocol', zh: '那里不认识这个协议' },
  'nobody waits for it': { en: 'nobody waited for it', zh: '没有谁在等它' },
} satisfies Record<Ending, Words>
