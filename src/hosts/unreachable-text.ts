/** ICMP type 3 by code, in the words of iputils; and the marks of traceroute(8). */

export const unreachableTexts: ReadonlyMap<number, string> = new Map([
  [0, 'Destination Net Unreachable'],
  [1, 'Destination Host Unreachable'],
  [2, 'Destination Protocol Unreachable'],
  [3, 'Destination Port Unreachable'],
  [5, 'Source Route Failed'],
  [6, 'Destination Net Unknown'],
  [7, 'Destination Host Unknown'],
  [8, 'Source Host Isolated'],
  [9, 'Destination Net Prohibited'],
  [10, 'Destination Host Prohibited'],
  [11, 'Destination Net Unreachable for Type of Service'],
  [12, 'Destination Host Unreachable for Type of Service'],
  [13, 'Packet filtered'],
  [14, 'Precedence Violation'],
  [15, 'Precedence Cutoff'],
])
