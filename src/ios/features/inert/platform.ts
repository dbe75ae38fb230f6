/**
 * Lines that IOS-XE, the virtual routers and the 7200 print for their own platform, and that change nothing here.
 * Source: captured configurations of an ISR 4221 with 16.9, a CSR1000V with 16.4, IOSv with 15.7 and a 7200 with 15.2(4)S;
 * the wording of the help is from memory.
 */

import { globalMode, interfaceMode } from '../../declare.ts'

const xe = { needs: 'ios-xe', inert: true } as const
const platform = globalMode.words('platform', { platform: 'platform configuration commands' })
platform.line('qfp utilization monitor load <percent:1-100>', {
  ...xe,
  place: 'platform',
  help: {
    qfp: 'Quantum Flow Processor configuration',
    utilization: 'Utilization configuration',
    monitor: 'Monitoring configuration',
    load: 'Load threshold',
    percent: 'Load percentage',
  },
})
platform.line('punt-keepalive disable-kernel-core', {
  ...xe,
  place: 'platform',
  help: {
    'punt-keepalive': 'punt-keepalive feature',
    'disable-kernel-core': 'Disable kernel core on punt-keepalive failure',
  },
})
platform.line('console {where:auto|serial|virtual}', {
  needs: 'virtual-console',
  inert: true,
  place: 'platform',
  help: {
    console: 'Set the console',
    auto: 'Find the console by itself',
    serial: 'Use the serial port',
    virtual: 'Use the VGA console',
  },
})
globalMode.line('subscriber templating', {
  ...xe,
  place: 'subscriber',
  help: { subscriber: 'Subscriber commands', templating: 'Enable subscriber templating' },
})
globalMode.line('diagnostic bootup level {level:bypass|complete|minimal}', {
  ...xe,
  place: 'diagnostic',
  help: {
    diagnostic: 'Configure diagnostic information',
    bootup: 'Configure bootup diagnostics',
    level: 'Configure the level of bootup diagnostics',
    bypass: 'Skip bootup diagnostics',
    complete: 'Complete bootup diagnostics',
    minimal: 'Minimal bootup diagnostics',
  },
})
globalMode.line('spanning-tree extend system-id', {
  ...xe,
  place: 'spanning-tree',
  help: {
    'spanning-tree': 'Spanning Tree Subsystem',
    extend: 'Spanning Tree 802.1t extensions',
    'system-id': 'Extend system-id into priority portion of the bridge id (PVST & Rapid PVST only)',
  },
})

const mmi = globalMode.words('mmi', { mmi: 'Modular management interface' })
const virtual = { needs: 'mmi', inert: true, place: 'platform' } as const
mmi.line('polling-interval <seconds:60-3600>', {
  ...virtual,
  help: { 'polling-interval': 'Interval of polling', seconds: 'Seconds' },
})
mmi.line('auto-configure', { ...virtual, help: { 'auto-configure': 'Configure modems by themselves' } })
mmi.line('pvc', { ...virtual, help: { pvc: 'Discover permanent virtual circuits' } })
mmi.line('snmp-timeout <seconds:60-3600>', {
  ...virtual,
  help: { 'snmp-timeout': 'Timeout of SNMP requests', seconds: 'Seconds' },
})
globalMode.line('ipv6 ioam timestamp', {
  needs: 'mmi',
  inert: true,
  place: 'ioam',
  help: {
    ipv6: 'Global IPv6 configuration commands',
    ioam: 'In-situ OAM configuration',
    timestamp: 'Timestamp option',
  },
})

const routedPort = { needs: ['router', 'ethernet-port', 'physical'], inert: true } as const
interfaceMode.line('media-type {media:rj45}', {
  needs: ['media-type', 'ethernet-port', 'physical'],
  inert: true,
  place: 'media',
  help: { 'media-type': 'Interface media type', rj45: 'Use RJ45 connector' },
})
const mop = interfaceMode.words('mop', { mop: 'DEC MOP server commands' })
mop.line('enabled', { ...routedPort, place: 'media', help: { enabled: 'Enable MOP for interface' } })
mop.line('sysid', {
  ...routedPort,
  place: 'media',
  help: { sysid: 'Send periodic MOP system ID messages' },
})
interfaceMode.line('serial restart-delay <seconds:0-900>', {
  needs: ['serial-restart-delay', 'serial-port', '!subinterface'],
  inert: true,
  place: 'clock-rate',
  help: {
    serial: 'serial interface commands',
    'restart-delay': 'Delay restarting serial interface by N seconds',
    seconds: 'Seconds (0=disable)',
  },
})
