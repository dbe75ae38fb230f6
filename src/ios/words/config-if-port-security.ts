/**
 * What follows `switchport port-security` on a port of the switch.
 * Source: the help tree of a 3560, 15.0(2)SE era.
 */
import type { WordList } from './word-list.ts'

/** `switchport port-security ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurity: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security',
  on: ['switch'],
  words: `
aging        Port-security aging commands
mac-address  Secure mac address
maximum      Max secure addresses
violation    Security violation mode
`,
}

/** `switchport port-security aging ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityAging: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security aging',
  on: ['switch'],
  words: `
static  Enable aging for configured secure addresses
time    Port-security aging time
type    Port-security aging type
`,
}

/** `switchport port-security aging time ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityAgingTime: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security aging time',
  on: ['switch'],
  words: `
<1-1440>  Aging time in minutes. Enter a value between 1 and 1440
`,
}

/** `switchport port-security aging type ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityAgingType: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security aging type',
  on: ['switch'],
  words: `
absolute    Absolute aging (default)
inactivity  Aging based on inactivity time period
`,
}

/** `switchport port-security mac-address ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityMacAddress: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security mac-address',
  on: ['switch'],
  words: `
H.H.H   48 bit mac address
sticky  Configure dynamic secure addresses as sticky
`,
}

/**
 * `switchport port-security maximum ?`. Wording: captured on a 3560, whose range ends at 1536; a 2960 secures
 * 8192 addresses.
 */
export const portSecurityMaximum: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security maximum',
  on: ['switch'],
  words: `
<1-8192>  Maximum addresses
`,
}

/** `switchport port-security violation ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityViolation: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security violation',
  on: ['switch'],
  words: `
protect   Security violation protect mode
restrict  Security violation restrict mode
shutdown  Security violation shutdown mode
`,
}

/** `switchport port-security violation shutdown ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const portSecurityViolationShutdown: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport port-security violation shutdown',
  on: ['switch'],
  words: `
vlan  Security violation shutdown vlan mode
`,
}
