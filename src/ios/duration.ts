/** A length of time as IOS shows it where space is short: `00:01:10`, `1d02h` after a day, `3w0d` after a week. */

const secondMs = 1000
const hourS = 3600
const dayS = 24 * hourS
const weekS = 7 * dayS

export function duration(ms: number): string {
  const seconds = Math.floor(ms / secondMs)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  if (seconds < dayS) return `${two(seconds / hourS)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  if (seconds < weekS) return `${Math.floor(seconds / dayS)}d${two((seconds % dayS) / hourS)}h`
  return `${Math.floor(seconds / weekS)}w${Math.floor((seconds % weekS) / dayS)}d`
}
