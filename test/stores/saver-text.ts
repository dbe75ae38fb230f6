/** What startup-config holds after the given change: nothing at first and after every seventh, an erasure. */
export function textAfter(change: number): string | undefined {
  if (change % 7 === 0) return undefined
  return `hostname S${change}\n${'!\ninterface Vlan1\n no ip address\n'.repeat(change % 50)}end ${change}\n`
}
