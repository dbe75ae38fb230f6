/**
 * What a switch port does: access, trunk or routed, as it works now; its VLANs. A port whose link is down is taken by its
 * configuration, but carries nothing.
 */

import type { Interface } from '../../ios/interfaces.ts'
import type { Ios } from '../../ios/ios.ts'
import { switchPortSettingsOf } from '../../ios/port-settings.ts'
import { activeVlans, isSwitched, isTrunk, switchedPort } from '../../ios/switching.ts'
import { vlansOf } from '../../ios/vlans.ts'
import { Device } from '../../session/device.ts'
import { type Aspect, failed, lookAtAspects, passed, wanted } from '../aspects.ts'
import { device, flag, integer, interfaceName, listOf, oneOf, optional } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import { causeOfDown, portText } from '../link-cause.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, type Texts, texts } from '../texts.ts'

interface Context {
  readonly lab: MarkedLab
  readonly ios: Ios
  readonly made: Interface
  readonly port: string
}

type Mode = 'access' | 'trunk' | 'routed'
const modes: readonly Mode[] = ['access', 'trunk', 'routed']

const modeWords: Readonly<Record<Mode, Texts>> = {
  access: texts('an access port', '接入端口'),
  trunk: texts('a trunk', ' Trunk'),
  routed: texts('a routed port', '三层端口'),
}

const vlanId = (about: string) => integer(about, 1, 4094)

checkKind('switchport', 'A switch port works as access port or trunk, in the VLANs that it should.', {
  fields: {
    device: device('A switch.', 'switch'),
    port: interfaceName('The port.'),
    mode: optional(oneOf('How it works now.', modes)),
    fixed: optional(flag('true: the mode is set, and never the result of negotiation.')),
    vlan: optional(vlanId('The VLAN of an access port, which has to exist.')),
    voice: optional(vlanId('The VLAN for phones.')),
    native: optional(vlanId('The VLAN of untagged frames on a trunk.')),
    carries: optional(listOf('VLANs that cross it, others may.', vlanId('A VLAN.'))),
    'keeps-out': optional(listOf('VLANs that do not cross it.', vlanId('A VLAN.'))),
  },
  expected: (values) => wanted(`${values.device} ${values.port}`, aspectsOf(values)),
  look(values, lab): Seen {
    const ios = lab.ios(values.device)
    const made = lab.interface(values.device, values.port)
    if (made?.phy === undefined) return failed(texts('it is no port of a switch', '它不是交换机端口'))
    return lookAtAspects(aspectsOf(values), { lab, ios, made, port: values.port })
  },
})

interface Wanted {
  readonly mode?: Mode | undefined
  readonly fixed?: boolean | undefined
  readonly vlan?: number | undefined
  readonly voice?: number | undefined
  readonly native?: number | undefined
  readonly carries?: readonly number[] | undefined
  readonly 'keeps-out'?: readonly number[] | undefined
}

function aspectsOf({
  mode,
  fixed,
  vlan,
  voice,
  native,
  carries,
  'keeps-out': keepsOut,
}: Wanted): Aspect<Context>[] {
  const aspects: Aspect<Context>[] = []
  const add = (expected: Texts, look: Aspect<Context>['look']): void => void aspects.push({ expected, look })
  if (mode !== undefined)
    add(texts(`is ${modeWords[mode].en}`, `是${modeWords[mode].zh}`), (at) => lookAtMode(at, mode))
  if (fixed !== undefined)
    add(
      fixed
        ? texts('does not negotiate its mode', '的模式不经协商')
        : texts('negotiates its mode', '的模式由协商决定'),
      (at) => lookAtFixed(at, fixed),
    )
  if (vlan !== undefined) add(texts(`is in VLAN ${vlan}`, `属于 VLAN ${vlan}`), (at) => lookAtVlan(at, vlan))
  if (voice !== undefined)
    add(texts(`has voice VLAN ${voice}`, `的语音 VLAN 是 ${voice}`), ({ made }) => {
      const found = switchPortSettingsOf().voiceVlan(made.section)
      if (found === undefined) return failed(texts('it has no voice VLAN', '没有语音 VLAN'))
      return { passed: found === voice, found: texts(`voice VLAN ${found}`, `语音 VLAN 是 ${found}`) }
    })
  if (native !== undefined)
    add(texts(`has native VLAN ${native}`, `的 native VLAN 是 ${native}`), (at) => lookAtNative(at, native))
  if (carries !== undefined)
    add(texts(`carries ${vlanText(carries).en}`, `放行 ${vlanText(carries).zh}`), (at) =>
      lookAtCarried(at, carries),
    )
  if (keepsOut !== undefined)
    add(texts(`keeps out ${vlanText(keepsOut).en}`, `不放行 ${vlanText(keepsOut).zh}`), (at) =>
      lookAtKeptOut(at, keepsOut),
    )
  if (aspects.length === 0)
    add(texts('is a switch port', '是二层端口'), (at) =>
      isSwitched(at.ios, at.made) ? passed(texts('it is', '是')) : failed(nowWords(at)),
    )
  return aspects
}

function vlanText(vlans: readonly number[]): Texts {
  const listed = vlans.join(', ')
  return texts(`${vlans.length === 1 ? 'VLAN' : 'VLANs'} ${listed}`, `VLAN ${vlans.join('、')}`)
}

function modeNow({ ios, made }: Context): Mode {
  if (!isSwitched(ios, made)) return 'routed'
  return isTrunk(ios, made) ? 'trunk' : 'access'
}

function nowWords(at: Context): Texts {
  const { en, zh } = modeWords[modeNow(at)]
  return texts(`it is ${en}`, `它是${zh}`)
}

function lookAtMode(at: Context, mode: Mode): Seen {
  if (modeNow(at) === mode) return passed(nowWords(at))
  return failed(nowWords(at), causeOfMode(at, mode))
}

/** Why it does not work so. */
function causeOfMode({ lab, ios, made, port }: Context, mode: Mode): Texts | undefined {
  if (mode === 'routed' || !isSwitched(ios, made)) return undefined
  const set = switchPortSettingsOf().mode(made.section)
  if (set === 'static access' || set === 'trunk')
    return texts(
      `${port} is set to be ${modeWords[set === 'trunk' ? 'trunk' : 'access'].en}`,
      `${port} 被设为${modeWords[set === 'trunk' ? 'trunk' : 'access'].zh}`,
    )
  if (mode === 'access')
    return texts(
      `${port} is ${set} and has agreed on a trunk with the other end`,
      `${port} 为 ${set}，与对端协商成了 Trunk`,
    )
  const dark = causeOfDown(lab, ios, made)
  if (dark !== undefined) return dark
  const peer = peerMode(lab, made)
  const where = made.phy?.peer === undefined ? '' : portText(lab, made.phy.peer)
  if (peer === 'static access')
    return texts(`the other end, ${where}, is an access port`, `对端 ${where} 是接入端口`)
  if (set === 'dynamic auto' && peer === 'dynamic auto')
    return texts('both ends wait for the other one to begin', '两端都在等待对方发起协商')
  return texts('no trunk was negotiated with the other end', '没有与对端协商出 Trunk')
}

function peerMode(lab: MarkedLab, { phy }: Interface): string | undefined {
  const peer = phy?.peer
  const machine = peer === undefined ? undefined : lab.machine(peer.device)
  if (!(machine instanceof Device) || peer === undefined || machine.ios === undefined) return undefined
  const made = machine.ios.interfaces.get(peer.name)
  if (made === undefined || !isSwitched(machine.ios, made)) return undefined
  return switchPortSettingsOf().mode(made.section)
}

function lookAtFixed({ made }: Context, fixed: boolean): Seen {
  const mode = switchPortSettingsOf().mode(made.section)
  const isFixed = !mode.startsWith('dynamic')
  const found = isFixed
    ? texts('its mode is set', '模式是设定的')
    : texts(`its mode is negotiated (${mode})`, `模式由协商决定（${mode}）`)
  return { passed: isFixed === fixed, found }
}

function lookAtVlan(at: Context, vlan: number): Seen {
  const { ios, made, port } = at
  if (modeNow(at) !== 'access') return failed(nowWords(at), causeOfMode(at, 'access'))
  const found = switchPortSettingsOf().accessVlan(made.section)
  if (found !== vlan)
    return failed(alike(`VLAN ${found}`), found === 1 ? neverSet(port, 'access') : undefined)
  if (activeVlans(ios).has(vlan)) return passed(alike(`VLAN ${found}`))
  return failed(
    texts(`the port belongs to VLAN ${vlan}, which carries nothing`, `端口属于 VLAN ${vlan}，但不转发`),
    inactive(ios, vlan),
  )
}

function neverSet(port: string, what: 'access' | 'native'): Texts {
  return texts(
    `${port} has VLAN 1 from the factory: no other ${what} VLAN is set there`,
    `VLAN 1 是出厂值：${port} 上没有设置别的 ${what} VLAN`,
  )
}

function inactive(ios: Ios, vlan: number): Texts {
  return vlansOf(ios).get(vlan) === undefined
    ? texts(`VLAN ${vlan} does not exist on the switch`, `交换机上没有 VLAN ${vlan}`)
    : texts(`VLAN ${vlan} is suspended or shut down`, `VLAN ${vlan} 被挂起或关闭`)
}

function lookAtNative(at: Context, vlan: number): Seen {
  if (modeNow(at) !== 'trunk') return failed(nowWords(at), causeOfMode(at, 'trunk'))
  const found = switchPortSettingsOf().nativeVlan(at.made.section)
  const words = texts(`its native VLAN is ${found}`, `native VLAN 是 ${found}`)
  if (found === vlan) return passed(words)
  return failed(words, found === 1 ? neverSet(at.port, 'native') : undefined)
}

function lookAtCarried(at: Context, wantedVlans: readonly number[]): Seen {
  const { lab, ios, made } = at
  const carried = switchedPort(ios, made)?.vlans ?? []
  const missing = wantedVlans.filter((vlan) => !carried.includes(vlan))
  if (missing.length === 0) return passed(texts('it carries them', '都能通过'))
  const down = causeOfDown(lab, ios, made)
  if (down !== undefined) return failed(texts('it carries nothing', '什么也不能通过'), down)
  const [first = 0] = missing
  const { en, zh } = vlanText(missing)
  const found = texts(`${en} ${missing.length === 1 ? 'does' : 'do'} not cross it`, `${zh} 不能通过`)
  if (modeNow(at) !== 'trunk') return failed(found, causeOfMode(at, 'trunk') ?? nowWords(at))
  if (!switchPortSettingsOf().allowed(made.section).includes(first))
    return failed(
      found,
      texts(`the list of allowed VLANs leaves VLAN ${first} out`, `允许的 VLAN 列表里没有 VLAN ${first}`),
    )
  return failed(found, inactive(ios, first))
}

function lookAtKeptOut({ ios, made }: Context, unwanted: readonly number[]): Seen {
  const settings = switchPortSettingsOf()
  const isAllowed = (vlan: number): boolean =>
    isTrunk(ios, made)
      ? settings.allowed(made.section).includes(vlan)
      : settings.accessVlan(made.section) === vlan
  const crossing = isSwitched(ios, made) ? unwanted.filter(isAllowed) : []
  if (crossing.length === 0) return passed(texts('they do not cross it', '都不能通过'))
  const { en, zh } = vlanText(crossing)
  const found = texts(`${en} may cross it`, `${zh} 可以通过`)
  return failed(
    found,
    isTrunk(ios, made)
      ? texts('a trunk carries every VLAN that nobody keeps out', 'Trunk 放行所有没有被排除的 VLAN')
      : undefined,
  )
}
