/** Every family of questions by its name. */

import { abbreviations } from './abbreviations.ts'
import { binary } from './binary.ts'
import { caretReading } from './caret-reading.ts'
import { classes } from './classes.ts'
import type { Family } from './family.ts'
import { headerSizes } from './header-sizes.ts'
import { longestPrefixMatch } from './longest-prefix-match.ts'
import { macAddresses } from './mac-addresses.ts'
import { modeAcceptance } from './mode-acceptance.ts'
import { prefixMasks } from './prefix-masks.ts'
import { privateAddresses } from './private-addresses.ts'
import { rates } from './rates.ts'
import { sameSubnet } from './same-subnet.ts'
import { subnetting } from './subnetting.ts'
import { summaries } from './summaries.ts'
import { transferTime } from './transfer-time.ts'
import { vlsm } from './vlsm.ts'
import { wildcardMasks } from './wildcard-masks.ts'

export const families: ReadonlyMap<string, Family> = new Map(
  [
    abbreviations,
    binary,
    caretReading,
    classes,
    headerSizes,
    longestPrefixMatch,
    macAddresses,
    modeAcceptance,
    prefixMasks,
    privateAddresses,
    rates,
    sameSubnet,
    subnetting,
    summaries,
    transferTime,
    vlsm,
    wildcardMasks,
  ].map((one) => [one.name, one]),
)
