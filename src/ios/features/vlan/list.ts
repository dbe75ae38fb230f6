/**
 * The VLAN list of `vlan 10,20,30-35`: a word that the command itself judges, with sentences instead of a caret. Sentences as
 * seen on switches of 15.x.
 */

const lastVlan = 4094
const bad = 'Command rejected: Bad VLAN list - '

/** The VLANs in order, each once, or what IOS says. Positions count characters from 1. */
export function readVlanWord(
  word: string,
): { readonly vlans: readonly number[] } | { readonly refusal: string } {
  const vlans = new Set<number>()
  let at = 0
  const number = (): number | string => {
    const start = at
    while (at < word.length && /\d/.test(word[at] ?? '')) at++
    const value = start === at ? 0 : Number(word.slice(start, at))
    if (start === at && at < word.length && !',-'.includes(word[at] ?? ''))
      return `${bad}character #${at + 1} is a non-numeric\ncharacter ('${word[at]}').`
    if (value >= 1 && value <= lastVlan) return value
    return at >= word.length
      ? `${bad}character #${at + 1} (EOL) delimits a VLAN\nnumber which is out of the range 1..${lastVlan}.`
      : `${bad}character #${at + 1} ('${word[at]}') delimits a VLAN number\n which is out of the range 1..${lastVlan}.`
  }
  for (;;) {
    const first = number()
    if (typeof first === 'string') return { refusal: first }
    let last = first
    if (word[at] === '-') {
      at++
      const end = number()
      if (typeof end === 'string') return { refusal: end }
      if (end <= first) return { refusal: `${bad}end of range not larger than the start of range!` }
      last = end
    }
    for (let vlan = first; vlan <= last; vlan++) vlans.add(vlan)
    if (at >= word.length) return { vlans: [...vlans].sort((a, b) => a - b) }
    if (word[at] !== ',')
      return { refusal: `${bad}character #${at + 1} is a non-numeric\ncharacter ('${word[at]}').` }
    at++
  }
}
