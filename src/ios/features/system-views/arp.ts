/** `show arp` and `show ip arp`. No frame was ever received, and no interface with an address is up: the table has only its heading. */

import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'

function* table(): Running {
  yield 'Protocol  Address          Age (min)  Hardware Addr   Type   Interface\n'
}

show.exec('arp', { help: { arp: 'ARP table' }, filtered: true, run: table })
show
  .words('ip', { ip: 'IP information' })
  .exec('arp', { help: { arp: 'IP ARP table' }, filtered: true, run: table })
