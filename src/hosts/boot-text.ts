/**
 * What a host shows on its console from power to prompt: the few lines of a boot that people wait for, and the login that
 * types itself. From memory of Debian on a serial console, shortened.
 */

export interface BootMessage {
  readonly pauseMs: number
  readonly text: string
}

export const bootMessages: readonly BootMessage[] = [
  { pauseMs: 2000, text: 'GRUB loading.\n\n' },
  { pauseMs: 1500, text: 'Loading Linux ...\nLoading initial ramdisk ...\n' },
  { pauseMs: 2500, text: '[  OK  ] Mounted /proc and /sys.\n' },
  { pauseMs: 500, text: '[  OK  ] Started Network Name Resolution.\n' },
  {
    pauseMs: 1500,
    text: '[  OK  ] Finished Raise network interfaces.\n[  OK  ] Reached target Multi-User System.\n',
  },
]

/** What getty and login show before the first prompt. */
export function loginText(hostname: string): string {
  return `\nDebian GNU/Linux 12 ${hostname} ttyS0\n\n${hostname} login: root (automatic login)\n\n`
}
