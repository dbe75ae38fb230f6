/** Generated from devices/profile.schema.json by profile-types.test.ts; do not edit. */

export type Capability =
  | 'aux-line'
  | 'boot-variables'
  | 'bootflash'
  | 'calendar'
  | 'cdp'
  | 'cef'
  | 'config-in-flash'
  | 'config-in-nvram'
  | 'crypto'
  | 'cts'
  | 'dhcp-client'
  | 'dhcp-server'
  | 'dhcp-snooping'
  | 'disk0'
  | 'errdisable'
  | 'etherchannel'
  | 'flash0'
  | 'hsrp'
  | 'http-server'
  | 'ios-xe'
  | 'ip-default-gateway'
  | 'ip-domain-words'
  | 'ip-routing'
  | 'ip-routing-off'
  | 'ipv6-host'
  | 'ipv6-routing'
  | 'isl'
  | 'license-udi'
  | 'lldp'
  | 'mac-address-table'
  | 'mdix'
  | 'media-type'
  | 'mmi'
  | 'nat'
  | 'port-security'
  | 'redundancy'
  | 'router-bgp'
  | 'router-eigrp'
  | 'router-ospf'
  | 'router-rip'
  | 'scheduler-allocate'
  | 'sdm-prefer'
  | 'serial'
  | 'serial-restart-delay'
  | 'spanning-tree'
  | 'ssh'
  | 'storm-control'
  | 'subinterfaces'
  | 'switchport'
  | 'system-mtu'
  | 'tunnel'
  | 'virtual-console'
  | 'vlan'
  | 'vlan-database'
  | 'vtp'
export type SecretType = 0 | 4 | 5 | 8 | 9

/**
 * A hardware profile: everything that makes one device model differ from another, as data. Texts may hold placeholders in braces ({hostname}, {serial}, …); a line whose placeholder has no value is left out, and a line that is one block placeholder ({cryptoNotice}, {interfaceCounts}, …) becomes that block's lines.
 */
export interface Profile {
  /**
   * For editors: the path of this schema.
   */
  $schema?: string
  /**
   * The profile's name, as in `--device NAME`; also its file name.
   */
  name: string
  /**
   * One sentence for `rollover list devices`.
   */
  description: string
  /**
   * What the device is at heart: whether its ports switch or route, and whose help wording it has.
   */
  kind: 'switch' | 'router'
  /**
   * The product line.
   */
  family: 'catalyst' | 'isr' | '7200' | 'csr' | 'iosv'
  /**
   * Product ID as the device prints it.
   */
  model: string
  /**
   * What `no hostname` returns to.
   */
  defaultHostname: string
  /**
   * What the device can do. A command that needs an absent capability does not exist on it.
   */
  capabilities: Capability[]
  /**
   * Whether the packet that makes the device ask for an address by ARP is lost, as with classic IOS, or waits for the reply.
   */
  arpDropsFirst: boolean
  /**
   * Whether a battery-backed clock chip keeps the time. Without one the clock starts at Mar 1 1993 00:00 UTC.
   */
  hasCalendar: boolean
  /**
   * Types of `enable secret` and `username … secret`.
   */
  secrets: {
    /**
     * @minItems 1
     */
    accepted: [SecretType, ...SecretType[]]
    /**
     * The type into which a typed plain secret is hashed.
     */
    default: 0 | 4 | 5 | 8 | 9
  }
  software: {
    /**
     * Before `Software`: `C2960`.
     */
    product: string
    /**
     * In brackets: `C2960-LANBASEK9-M`.
     */
    imageId: string
    /**
     * Feature set: `lanbasek9`.
     */
    featureSet: string
    /**
     * The `version` line of the running configuration: `15.0`.
     */
    version: string
    /**
     * The full release: `15.0(2)SE4`.
     */
    release: string
    /**
     * IOS-XE: the name in brackets, `Everest`.
     */
    train?: string
    /**
     * `RELEASE SOFTWARE (fc1)`.
     */
    label: string
    /**
     * Years of the copyright line.
     */
    copyright: string
    /**
     * Date, time and builder after `Compiled`.
     */
    compiled: string
    /**
     * As `System image file is` quotes it.
     */
    imagePath: string
    /**
     * The `ROM:` line and those that follow it.
     *
     * @minItems 1
     */
    rom: [string, ...string[]]
  }
  /**
   * @minItems 1
   */
  interfaceTypes: [InterfaceType, ...InterfaceType[]]
  /**
   * Physical ports in the order of the running configuration.
   */
  ports: PortRange[]
  /**
   * Slots for interface cards. Their ports stand behind those of the chassis, and follow from the card.
   */
  slots?: Slot[]
  /**
   * Logical interfaces that exist on a device without a startup configuration.
   */
  logicalAtPowerOn: {
    /**
     * Canonical name: `Vlan1`.
     */
    name: string
    /**
     * Its lines that differ from the defaults: `shutdown`.
     */
    factoryConfig: string[]
  }[]
  /**
   * Terminal lines in the order of the running configuration.
   *
   * @minItems 1
   */
  lines: [LineGroup, ...LineGroup[]]
  memory: {
    processorKiB: number
    /**
     * I/O memory, printed after the slash on routers; 0 where it is not told apart.
     */
    ioKiB: number
    /**
     * Physical memory, where the device prints it.
     */
    physicalKiB?: number
  }
  nvram: {
    /**
     * M of `Using N out of M bytes`.
     */
    sizeBytes: number
    /**
     * Where the startup configuration is kept.
     */
    startupConfig: 'flash:config.text' | 'nvram:startup-config'
  }
  flash: {
    /**
     * Name that `dir` prints: `flash:` or `flash0:`.
     */
    device: string
    aliases: string[]
    sizeBytes: number
    /**
     * Layout of `show flash:`: as `dir` prints (switches) or the numbered table (routers).
     */
    listing: 'directory' | 'table'
    /**
     * Files on a new device.
     */
    files: FlashFile[]
  }
  identity: Identity
  inventory: {
    /**
     * Width to which `show inventory` pads the version ID: 5 on Catalyst, 4 on ISR G2.
     */
    vidWidth: number
    items: {
      name: string
      description: string
      pid: string
      vid: string
      /**
       * Usually {serial}.
       */
      serial: string
      /**
       * Slot of this card; filled in by the program.
       */
      slot?: string
    }[]
  }
  license?: License
  /**
   * How the device words the cause of its last start.
   */
  reset: {
    /**
     * `Reload Command` on routers, `Reload command` on switches; also in %SYS-5-RELOAD.
     */
    reloadReason: string
    /**
     * After `Last reload reason:` when the power came on; `power-on` where left out.
     */
    powerOnReason?: string
    /**
     * After `System returned to ROM by`. A Catalyst without a clock chip says power-on after a reload too.
     */
    returnedBy: {
      powerOn: string
      reload: string
    }
  }
  /**
   * Layout of `show version`.
   */
  versionText: string[]
  /**
   * The hardware block of `show version`, which the boot prints too.
   */
  hardwareText: string[]
  boot: {
    /**
     * Factory configuration register.
     */
    configRegister: string
    /**
     * `switch: ` or `rommon {line} > `, where {line} counts the prompts.
     */
    loaderPrompt: string
    /**
     * Written by the boot loader; a break ends it in the loader's prompt.
     */
    loader: BootPart[]
    /**
     * Written by the starting image, up to the first log message.
     */
    system: BootPart[]
  }
  /**
   * Layout of the running configuration: places in order, `!` for a separator that is always there, `NAME !` for a place that is followed by a separator if it printed something. A place that prints blocks (interfaces, vlans, router, …) ends each with its own separator.
   *
   * @minItems 1
   */
  runningConfig: [string, ...string[]]
  /**
   * Global lines in force on a device without a startup configuration, as typed. Interface and terminal lines stand with the ports and lines.
   */
  factoryConfig: string[]
}
export interface InterfaceType {
  /**
   * Canonical name: `FastEthernet`.
   */
  name: string
  /**
   * Short form: `Fa`.
   */
  short: string
  /**
   * What `interface ?` says.
   */
  help: string
  /**
   * Ranges of the numbers between the slashes, both ends included: [[0, 0], [1, 24]] for 0/1 to 0/24.
   *
   * @minItems 1
   */
  unit: [[number, number], ...[number, number][]]
  /**
   * Whether naming it creates it.
   */
  logical: boolean
  /**
   * Whether `.N` may follow.
   */
  subinterfaces?: boolean
  /**
   * Singular in the counts of `show version`; left out where those do not count it.
   */
  countedAs?: string
  /**
   * Logical types with a MAC address of their own: the first one's distance from the base address.
   */
  macOffset?: number
  defaults?: InterfaceDefaults
}
/**
 * Logical types only; ports have their own.
 */
export interface InterfaceDefaults {
  /**
   * After `Hardware is`.
   */
  hardware: string
  mtuBytes: number
  up: Rate
  down: Rate1
  encapsulation: 'ARPA' | 'HDLC' | 'LOOPBACK' | 'TUNNEL'
  /**
   * `set` (10 sec), `not set` or `not supported`.
   */
  keepalive: 'set' | 'not set' | 'not supported'
  /**
   * Lines that the running configuration prints although they are the default, as `no ip address` or `duplex auto`.
   */
  printedDefaults: string[]
}
/**
 * Bandwidth and delay at the highest speed.
 */
export interface Rate {
  bandwidthKbps: number
  delayUsec: number
}
/**
 * Bandwidth and delay while nothing is connected.
 */
export interface Rate1 {
  bandwidthKbps: number
  delayUsec: number
}
export interface PortRange {
  /**
   * Name of an interface type.
   */
  type: string
  /**
   * One unit or a range in its last number: `0/1-24`.
   */
  units: string
  /**
   * What can be plugged in.
   */
  cable: 'ethernet' | 'serial' | 'none'
  /**
   * Ethernet: which pair sends. Switches are MDI-X, routers and hosts MDI.
   */
  pinout?: 'MDI' | 'MDI-X'
  /**
   * Whether the port finds the pairs by itself.
   */
  mdix?: boolean
  /**
   * Media type as printed: `10/100BaseTX`, `RJ45`.
   */
  media?: string
  speedsMbps?: (10 | 100 | 1000 | 10000)[]
  /**
   * First port's distance from the base MAC address; the next ports count on.
   */
  macOffset?: number
  /**
   * Whether the ports start administratively down.
   */
  shutAtPowerOn: boolean
  /**
   * Slot of the card that these ports are on; filled in by the program.
   */
  slot?: string
  defaults: InterfaceDefaults1
}
/**
 * What `show interfaces` says of an interface that nobody configured.
 */
export interface InterfaceDefaults1 {
  /**
   * After `Hardware is`.
   */
  hardware: string
  mtuBytes: number
  up: Rate
  down: Rate1
  encapsulation: 'ARPA' | 'HDLC' | 'LOOPBACK' | 'TUNNEL'
  /**
   * `set` (10 sec), `not set` or `not supported`.
   */
  keepalive: 'set' | 'not set' | 'not supported'
  /**
   * Lines that the running configuration prints although they are the default, as `no ip address` or `duplex auto`.
   */
  printedDefaults: string[]
}
export interface Slot {
  /**
   * As the ports behind it are numbered: `0/1` for Serial0/1/0.
   */
  name: string
  /**
   * Names of the cards that fit (devices/modules/modules.json).
   */
  takes: string[]
  /**
   * The card that a new device comes with; left out: an empty slot.
   */
  card?: string
  /**
   * What is there without a card: the cage of a transceiver, whose port exists all the same.
   */
  emptyAs?: string
  /**
   * NAME of the card in `show inventory`; {card} is what the card is called there.
   */
  inventoryName: string
  /**
   * Distance from the base MAC address to the first Ethernet port in the slot.
   */
  macOffset?: number
}
/**
 * Terminal lines that stand under one `line` header.
 */
export interface LineGroup {
  type: 'console' | 'aux' | 'tty' | 'vty'
  first: number
  last: number
  /**
   * Absolute number of the first one.
   */
  absolute: number
  /**
   * vty: the highest number that configuring can create.
   */
  maximum?: number
  /**
   * Lines printed under the header on a new device.
   */
  factoryConfig: string[]
}
export interface FlashFile {
  name: string
  sizeBytes: number
  /**
   * UTC, ISO 8601: 2015-06-05T13:24:00Z.
   */
  modified: string
}
/**
 * Numbers that differ from one device to the next; they are drawn from the device's name.
 */
export interface Identity {
  /**
   * Organizationally unique identifiers assigned to Cisco.
   *
   * @minItems 1
   */
  ouis: [string, ...string[]]
  /**
   * Patterns: {year:2010-2014} two digits counted from 1996, {week} 01 to 52, {code:N} N letters or digits without I and O, {digits:N}.
   */
  serials: {
    system: string
    motherboard?: string
    powerSupply?: string
    /**
     * An interface card's.
     */
    module?: string
  }
}
/**
 * Licences of devices that show them.
 */
export interface License {
  /**
   * `c1900`.
   */
  module: string
  packages: {
    technology: string
    current: string
    type: string
    next: string
  }[]
}
export interface BootPart {
  /**
   * Silence before the part, in milliseconds.
   */
  pauseMs: number
  /**
   * Whole lines.
   */
  lines?: string[]
  /**
   * Text after the lines that the next part continues.
   */
  start?: string
  /**
   * A progress meter after that: one character, written again and again.
   */
  meter?: {
    character: string
    count: number
    durationMs: number
  }
}
