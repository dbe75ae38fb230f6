/** Ages as interface views print them: `00:00:05`, `1d02h`, `3w4d`. */

const secondMs = 1000
const hour = 3600
const day = 24 * hour
const week = 7 * day

export function duration(ms: number): string {
  const seconds = Math.floor(ms / secondMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  if (seconds < day)
    return `${two(Math.floor(seconds / hour))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  if (seconds < week) return `${Math.floor(seconds / day)}d${two(Math.floor((seconds % day) / hour))}h`
  return `${Math.floor(seconds / week)}w${Math.floor((seconds % week) / day)}d`
}
