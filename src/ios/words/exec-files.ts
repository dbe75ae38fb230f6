/**
 * What follows the EXEC words that handle files and configurations: archive, configure, copy, erase, reload, write.
 * Source: no listing of a device is known for most of these places; they are from memory of the command references.
 */
import type { WordList } from './word-list.ts'

/** `archive ?`. From memory. */
export const archiveExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'archive',
  words: `
config  Save running configuration in archive
log     Archive log commands
tar     Manipulate (create, list or extract) a tar file
`,
}

/** The switch adds. From memory. */
export const archiveExecCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'archive',
  on: ['switch'],
  words: `
download-sw  Image download and upgrade
upload-sw    Image upload
`,
}

/** `configure ?`. From memory. */
export const configureExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'configure',
  words: `
confirm            Confirm replacement of running-config with a new config file
memory             Configure from NV memory
network            Configure from a TFTP network host
overwrite-network  Overwrite NV memory from TFTP network host
replace            Replace the running-config with a new config file
revert             Parameters for reverting the configuration
terminal           Configure from the terminal
`,
}

/** `copy ?`. From memory. */
export const copyFrom: WordList = {
  mode: 'exec',
  level: 15,
  path: 'copy',
  words: `
cns:            Copy from cns: file system
logging         Copy logging messages
tar:            Copy from tar: file system
tmpsys:         Copy from tmpsys: file system
xmodem:         Copy from xmodem: file system
ymodem:         Copy from ymodem: file system
`,
}

/** The switch adds. From memory. */
export const copyFromCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'copy',
  on: ['switch'],
  words: `
bs:  Copy from bs: file system
vb:  Copy from vb: file system
`,
}

/** The router adds. From memory. */
export const copyFromIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'copy',
  on: ['router'],
  words: `
archive:    Copy from archive: file system
flash1:     Copy from flash1: file system
usbflash0:  Copy from usbflash0: file system
`,
}

/** `erase ?`. Nothing starts with `r`, which the caret of `erase restart` on a 1941 proves. From memory. */
export const eraseExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'erase',
  words: `
/all            Erase all files(in NVRAM)
nvram:          Filesystem to be erased
startup-config  Erase contents of configuration memory
`,
}

/** The switch adds. From memory. */
export const eraseExecCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'erase',
  on: ['switch'],
  words: `
flash:  Filesystem to be erased
`,
}

/** The router adds. From memory. */
export const eraseExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'erase',
  on: ['router'],
  words: `
/no-squeeze-reserve-space  Do not reserve space for squeeze operation
`,
}

/** `reload ?`. From memory. */
export const reloadExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'reload',
  words: `
/noverify  Don't verify file signature before reload.
/verify    Verify file signature before reload.
LINE       Reason for reload
at         Reload at a specific time/date
cancel     Cancel pending reload
in         Reload after a time interval
`,
}

/** The router adds. From memory. */
export const reloadExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'reload',
  on: ['router'],
  words: `
warm  Reload should be warm
`,
}

/** `write ?`. From memory. */
export const writeExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'write',
  words: `
erase     Erase NV memory
memory    Write to NV memory
network   Write to network TFTP server
terminal  Write to terminal
`,
}
