/** A network of two hosts and two routers on test/ip-wire.ts, static routes, and pings over it. */

import { iosIpSettings, linuxIpSettings } from '../src/hardware/ip/settings.ts'
import type { Answer, EchoRequest } from '../src/hardware/ip/types.ts'
import type { IpStack } from '../src/hardware/ip-stack.ts'
import { ip, TestNet } from './ip-wire.ts'

/** A static route to a prefix such as 10.0.0.0/8. */
export function route(stack: IpStack, to: string, via: string): void {
  stack.routes.add({
    prefix: ip(to),
    prefixLength: Number(to.split('/')[1]),
    source: 'static',
    distance: 1,
    metric: 0,
    nextHop: ip(via),
  })
}

/** Two hosts, two routers between them, one network each. */
export function twoRouters() {
  const net = new TestNet()
  const [pc1, r1, r2, pc2] = [
    net.stack('PC1', linuxIpSettings),
    net.stack('R1', iosIpSettings),
    net.stack('R2', iosIpSettings),
    net.stack('PC2', linuxIpSettings),
  ]
  const [pc1Eth, r1Left] = net.segment([
    { stack: pc1, addresses: ['10.0.1.2/24'] },
    { stack: r1, addresses: ['10.0.1.1/24'] },
  ])
  const [r1Right, r2Left] = net.segment([
    { stack: r1, addresses: ['10.0.12.1/30'] },
    { stack: r2, addresses: ['10.0.12.2/30'] },
  ])
  const [r2Right, pc2Eth] = net.segment([
    { stack: r2, addresses: ['10.0.2.1/24'] },
    { stack: pc2, addresses: ['10.0.2.2/24'] },
  ])
  route(pc1, '0.0.0.0/0', '10.0.1.1')
  route(pc2, '0.0.0.0/0', '10.0.2.1')
  route(r1, '10.0.2.0/24', '10.0.12.2')
  route(r2, '10.0.1.0/24', '10.0.12.1')
  net.run(100)
  if (!pc1Eth || !r1Left || !r1Right || !r2Left || !r2Right || !pc2Eth) throw new Error('no links')
  return { net, pc1, r1, r2, pc2, pc1Eth, r1Left, r1Right, r2Left, r2Right, pc2Eth }
}

/** Sends echo requests one after the other, as ping of IOS does, and gives what became of each. */
export function ping(
  net: TestNet,
  stack: IpStack,
  to: string,
  count: number,
  more: Partial<EchoRequest> = {},
): Answer[] {
  const answers: Answer[] = []
  for (let i = 0; i < count; i++) {
    let open = true
    stack.echo({ destination: ip(to), bytes: 100, timeoutMs: 2000, sequence: i, ...more }, (answer) => {
      answers.push(answer)
      open = false
    })
    for (let waited = 0; open && waited < 5000; waited++) net.run(1)
  }
  return answers
}

export const marks = (answers: Answer[]) =>
  answers.map(({ kind }) => (kind === 'reply' ? '!' : kind === 'unreachable' ? 'U' : '.')).join('')
