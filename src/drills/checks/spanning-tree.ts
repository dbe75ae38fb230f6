/** Spanning tree as it stands: who is the root of a VLAN, who would be next, what a port does and how it is guarded. */

import type { Interface } from '../../ios/interfaces.ts'
import type { Ios } from '../../ios/ios.ts'
import {
  type SpanningTreeBridge,
  spanningTreeBridgeOf,
  spanningTreeSettingsOf,
  spanningTreeStateOf,
} from '../../ios/spanning-tree-state.ts'
import { isTrunk } from '../../ios/switching.ts'
import { Device } from '../../session/device.ts'
import { type Aspect, failed, lookAtAspects, passed, wanted } from '../aspects.ts'
import { device, type Field, flag, integer, interfaceName, oneOf, optional } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import { causeOfDown } from '../link-cause.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { inconsistencyWords } from '../passage.ts'
import { alike, type Texts, texts } from '../texts.ts'

interface Context {
  readonly lab: MarkedLab
  readonly ios: Ios
  readonly name: string
}

interface PortContext extends Context {
  readonly made: Interface
}

const roles = ['root', 'designated', 'alternate', 'backup'] as const
type WantedRole = (typeof roles)[number]
const portStates = ['forwarding', 'blocking'] as const
type WantedState = (typeof portStates)[number]
const guards = ['root', 'loop', 'none'] as const
type Guard = (typeof guards)[number]

/** Properties of a port need a port. */
function ofPort<T>(inner: Field<T>): Field<T> {
  return {
    ...inner,
    faultOf: (value, lab, siblings) =>
      siblings['port'] === undefined
        ? { found: 'no "port"', expected: 'the port that this is said of' }
        : inner.faultOf(value, lab, siblings),
  }
}

checkKind(
  'spanning-tree',
  'The root bridge of a VLAN, who takes over from it; what a port does in the tree, and how it is guarded.',
  {
    fields: {
      device: device('A switch.', 'switch'),
      vlan: optional(integer('The VLAN; 1 where it is left out.', 1, 4094)),
      root: optional(flag('Whether the switch is the root bridge.')),
      'next-root': optional(flag('Whether it becomes the root when the root fails.')),
      port: optional(interfaceName('A port.')),
      role: optional(ofPort(oneOf('Its role.', roles))),
      state: optional(ofPort(oneOf('What it does; `blocking` is `discarding` too.', portStates))),
      portfast: optional(ofPort(flag('Whether it is an edge port.'))),
      bpduguard: optional(ofPort(flag('Whether a BPDU takes it out of work.'))),
      guard: optional(ofPort(oneOf('Root guard, loop guard or none.', guards))),
      inconsistent: optional(ofPort(flag('Whether a guard or a mismatch holds it back now.'))),
    },
    expected(values) {
      const { device, vlan = 1, port } = values
      const bridge = bridgeAspects(values, vlan)
      if (port === undefined && bridge.length === 0)
        return texts(
          `${device} runs a spanning tree in VLAN ${vlan}`,
          `${device} 在 VLAN ${vlan} 中运行生成树`,
        )
      if (port === undefined) return wanted(device, bridge)
      const words = wanted(`${device} ${port}`, portAspects(values, vlan))
      if (bridge.length === 0) return words
      const { en, zh } = wanted(device, bridge)
      return texts(`${en}; ${words.en}`, `${zh}；${words.zh}`)
    },
    look(values, lab): Seen {
      const { device, vlan = 1, port } = values
      const context = { lab, ios: lab.ios(device), name: device }
      const bridge = bridgeAspects(values, vlan)
      if (port === undefined) {
        if (spanningTreeBridgeOf(context.ios, vlan) === undefined) return failed(noTree(vlan))
        return bridge.length === 0 ? passed(texts('it does', '在运行')) : lookAtAspects(bridge, context)
      }
      const made = lab.interface(device, port)
      if (made === undefined)
        return failed(texts(`${device} has no interface ${port}`, `${device} 没有接口 ${port}`))
      return lookAtAspects<PortContext>([...bridge, ...portAspects(values, vlan)], { ...context, made })
    },
  },
)

interface Wanted {
  readonly root?: boolean | undefined
  readonly 'next-root'?: boolean | undefined
  readonly role?: WantedRole | undefined
  readonly state?: WantedState | undefined
  readonly portfast?: boolean | undefined
  readonly bpduguard?: boolean | undefined
  readonly guard?: Guard | undefined
  readonly inconsistent?: boolean | undefined
}

function bridgeAspects({ root, 'next-root': next }: Wanted, vlan: number): Aspect<Context>[] {
  const aspects: Aspect<Context>[] = []
  if (root !== undefined)
    aspects.push({
      expected: texts(
        `is ${root ? '' : 'not '}the root bridge of VLAN ${vlan}`,
        `${root ? '是' : '不是'} VLAN ${vlan} 的根桥`,
      ),
      look: (at) => lookAtRoot(at, vlan, root),
    })
  if (next !== undefined)
    aspects.push({
      expected: texts(
        `${next ? 'becomes' : 'does not become'} the root bridge of VLAN ${vlan} when the root fails`,
        `在根桥失效时${next ? '接替' : '不会接替'}成为 VLAN ${vlan} 的根桥`,
      ),
      look: (at) => lookAtNext(at, vlan, next),
    })
  return aspects
}

const noTree = (vlan: number): Texts =>
  texts(`no spanning tree runs there in VLAN ${vlan}`, `VLAN ${vlan} 在那里没有运行生成树`)

function lookAtRoot({ lab, ios, name }: Context, vlan: number, wantedRoot: boolean): Seen {
  const bridge = spanningTreeBridgeOf(ios, vlan)
  if (bridge === undefined) return failed(noTree(vlan))
  const root = bridgesIn(lab, vlan).find(({ mac }) => mac === bridge.rootMac)
  const { en, zh } = priorityWords(bridge.rootPriority)
  const who = root?.name ?? '?'
  const found = texts(`the root is ${who}, priority ${en}`, `根桥是 ${who}，优先级 ${zh}`)
  if (bridge.isRoot === wantedRoot) return passed(found)
  if (bridge.isRoot || root === undefined) return failed(found)
  const isEqual = bridge.rootPriority === bridge.priority
  return failed(
    found,
    isEqual
      ? texts(
          `the priority of ${name} is the same, and the lower MAC address decides`,
          `${name} 的优先级与它相同，由较小的 MAC 地址决定`,
        )
      : texts(
          `${name} has the higher priority value ${bridge.priority}`,
          `${name} 的优先级数值更大（${bridge.priority}）`,
        ),
  )
}

const priorityWords = (priority: number): Texts => alike(String(priority))

interface NamedBridge extends SpanningTreeBridge {
  readonly name: string
}

function bridgesIn(lab: MarkedLab, vlan: number): NamedBridge[] {
  return lab.machines.flatMap((machine) => {
    const ios = machine instanceof Device ? machine.ios : undefined
    const bridge = ios && spanningTreeBridgeOf(ios, vlan)
    return bridge === undefined ? [] : [{ name: machine.name, ...bridge }]
  })
}

/** The best bridge of the same tree without its root. */
function lookAtNext({ lab, ios, name }: Context, vlan: number, wantedNext: boolean): Seen {
  const own = spanningTreeBridgeOf(ios, vlan)
  if (own === undefined) return failed(noTree(vlan))
  const others = bridgesIn(lab, vlan).filter(({ rootMac, isRoot }) => rootMac === own.rootMac && !isRoot)
  const [next] = others.sort((a, b) => a.priority - b.priority || a.mac - b.mac)
  if (own.isRoot) return { passed: !wantedNext, found: texts('it is the root itself', '它自己就是根桥') }
  if (next === undefined) return failed(texts('nobody would be', '没有接替者'))
  const isIt = next.name === name
  // With equal priorities it would be so by chance of the MAC addresses only; that is still what happens.
  const found = texts(
    `the next one is ${next.name}, with priority ${next.priority}`,
    `接替的是 ${next.name}，优先级 ${next.priority}`,
  )
  if (isIt === wantedNext) return passed(found)
  return failed(
    found,
    isIt ? undefined : texts(`${name} has ${own.priority}`, `${name} 的优先级是 ${own.priority}`),
  )
}

const roleWords: Readonly<Record<WantedRole, Texts>> = {
  root: texts('the root port', '根端口'),
  designated: texts('a designated port', '指定端口'),
  alternate: texts('an alternate port', '替代端口'),
  backup: texts('a backup port', '备份端口'),
}

const stateWords: Readonly<Record<WantedState, Texts>> = {
  forwarding: texts('forwards', '处于转发状态'),
  blocking: texts('is blocked', '处于阻塞状态'),
}

function portAspects(
  { role, state, portfast, bpduguard, guard, inconsistent }: Wanted,
  vlan: number,
): Aspect<PortContext>[] {
  const aspects: Aspect<PortContext>[] = []
  const add = (expected: Texts, look: (at: PortContext) => Seen): void =>
    void aspects.push({ expected, look })
  if (role !== undefined)
    add(
      texts(`is ${roleWords[role].en} in VLAN ${vlan}`, `在 VLAN ${vlan} 中是${roleWords[role].zh}`),
      (at) =>
        inTree(at, vlan, (found) => ({
          passed: found.role === role,
          found:
            found.role === 'disabled'
              ? texts('it takes no part', '它不参与')
              : texts(`it is ${roleWords[found.role].en}`, `它是${roleWords[found.role].zh}`),
        })),
    )
  if (state !== undefined)
    add(texts(`${stateWords[state].en} in VLAN ${vlan}`, `在 VLAN ${vlan} 中${stateWords[state].zh}`), (at) =>
      inTree(at, vlan, (found) => {
        const now: WantedState = found.state === 'forwarding' ? 'forwarding' : 'blocking'
        const words = texts(`it ${stateWords[now].en}`, `它${stateWords[now].zh}`)
        if (now === state) return passed(words)
        return failed(words, found.inconsistency && inconsistencyWords[found.inconsistency])
      }),
    )
  if (inconsistent !== undefined)
    add(
      inconsistent
        ? texts(`is held back in VLAN ${vlan}`, `在 VLAN ${vlan} 中被保护机制阻塞`)
        : texts(`is not held back in VLAN ${vlan}`, `在 VLAN ${vlan} 中没有被保护机制阻塞`),
      (at) =>
        inTree(at, vlan, (found) => {
          const words = found.inconsistent
            ? texts('it is held back', '它被阻塞')
            : texts('it is not held back', '它没有被阻塞')
          if (found.inconsistent === inconsistent) return passed(words)
          return failed(words, found.inconsistency && inconsistencyWords[found.inconsistency])
        }),
    )
  const setting = (
    expected: Texts,
    look: (found: NonNullable<ReturnType<typeof spanningTreeSettingsOf>>, at: PortContext) => Seen,
  ): void =>
    add(expected, (at) => {
      const found = spanningTreeSettingsOf(at.ios, at.made)
      return found === undefined
        ? failed(texts('it runs no spanning tree', '它不运行生成树'))
        : look(found, at)
    })
  if (portfast !== undefined)
    setting(
      portfast ? texts('is an edge port', '是边缘端口') : texts('is no edge port', '不是边缘端口'),
      ({ edge }, at) => {
        const words = edge
          ? texts('it is an edge port', '是边缘端口')
          : texts('it is no edge port', '不是边缘端口')
        if (edge === portfast) return passed(words)
        const isOnTrunk = portfast && isTrunk(at.ios, at.made)
        return failed(words, isOnTrunk ? texts('the port is a trunk', '该端口是 Trunk') : undefined)
      },
    )
  if (bpduguard !== undefined)
    setting(
      bpduguard
        ? texts('goes out of work when a BPDU arrives', '收到 BPDU 就停用')
        : texts('stays at work when a BPDU arrives', '收到 BPDU 不会停用'),
      ({ bpduGuard, edge }) => {
        const words = bpduGuard
          ? texts('BPDU guard is in force', 'BPDU guard 生效')
          : texts('BPDU guard is not in force', 'BPDU guard 没有生效')
        if (bpduGuard === bpduguard) return passed(words)
        return failed(
          words,
          bpduguard && !edge
            ? texts(
                'neither is it set there, nor is the port an edge port',
                '那里没有启用它，该端口也不是边缘端口',
              )
            : undefined,
        )
      },
    )
  if (guard !== undefined)
    setting(
      guard === 'none'
        ? texts('has neither root guard nor loop guard', '没有启用 root guard 或 loop guard')
        : texts(`has ${guard} guard`, `启用了 ${guard} guard`),
      (found) => ({
        passed: found.guard === guard,
        found:
          found.guard === 'none'
            ? texts('it has no such guard', '没有启用')
            : texts(`it has ${found.guard} guard`, `启用的是 ${found.guard} guard`),
      }),
    )
  return aspects
}

type InTree = NonNullable<ReturnType<typeof spanningTreeStateOf>>

function inTree({ lab, ios, made }: PortContext, vlan: number, look: (found: InTree) => Seen): Seen {
  const found = spanningTreeStateOf(ios, made, vlan)
  return found === undefined ? failed(noTree(vlan), causeOfDown(lab, ios, made)) : look(found)
}
