/**
 * `rollover console`: the console's bytes on standard input and output, without Ink. On a terminal the wall clock drives
 * the time and Ctrl-] q leaves; on a pipe time is virtual.
 */

import { type Opened, openPractice, type PracticeChoice } from '../open-practice.ts'
import { WallClock } from '../wall-clock.ts'
import { Pipe } from './pipe.ts'

const leader = 0x1d

/** Resolves with the exit status. */
export async function runConsole(choice: PracticeChoice & { readonly paceMs: number }): Promise<number> {
  const onTerminal = process.stdin.isTTY === true
  const opened = await openPractice({ ...choice, interactive: onTerminal })
  const { practice } = opened
  const output = new Output()
  practice.listener = {
    output: (text, device) => {
      if (device === practice.active) output.write(text)
    },
    note: (text) => process.stderr.write(`rollover: ${text}\n`),
    report: (error, typed, recording) => {
      const file = opened.report(error, typed, recording)
      process.stderr.write(`rollover: an error of ours; what led to it is in ${file}\n`)
    },
  }
  for (const text of opened.remarks) process.stderr.write(`rollover: ${text}\n`)
  try {
    if (onTerminal) {
      opened.begin()
      await attend(opened, output)
    } else {
      // Listings do not pause where nobody can press a key.
      if (practice.device !== undefined) practice.device.paging = false
      if (choice.boot) opened.begin()
      else {
        output.muted = true
        opened.begin()
        output.muted = false
        if (practice.device === undefined) output.write(practice.machine.tty.editor?.prompt ?? '')
        else {
          // RETURN has been pressed: the output begins with what it brought up, on a fresh row.
          output.skip('\r\n')
          practice.input(Uint8Array.of(13))
        }
      }
      await pump(new Pipe(practice, { paceMs: choice.paceMs }), output)
    }
    return 0
  } finally {
    opened.close()
    await output.drained()
  }
}

/** Text out, gathered for one write a turn. */
class Output {
  muted = false
  #pending: string[] = []
  #skipped = ''
  #scheduled = false

  constructor() {
    // A reader that went away (`| head`) ends the run quietly.
    process.stdout.on('error', () => process.exit(0))
  }

  /** Leaves out this text where the output goes on with it. */
  skip(text: string): void {
    this.#skipped = text
  }

  write(written: string): void {
    if (this.muted || written === '') return
    const text = written.startsWith(this.#skipped) ? written.slice(this.#skipped.length) : written
    this.#skipped = ''
    this.#pending.push(text)
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => this.flush())
  }

  flush(): void {
    this.#scheduled = false
    const text = this.#pending.join('')
    this.#pending = []
    if (text !== '') process.stdout.write(text)
  }

  drained(): Promise<void> {
    this.flush()
    return new Promise((resolve) => process.stdout.write('', () => resolve()))
  }
}

async function pump(pipe: Pipe, output: Output): Promise<void> {
  for await (const chunk of process.stdin) pipe.input(chunk as Buffer)
  pipe.end()
  await output.drained()
}

/** A person at a terminal. Resolves when they leave. */
function attend(opened: Opened, output: Output): Promise<void> {
  const { practice } = opened
  const clock = new WallClock(practice.kernel)
  process.stdin.setRawMode(true)
  process.stderr.write('rollover: Ctrl-] q leaves\r\n')
  return new Promise((resolve) => {
    let led = false
    // Nobody is asked here: what is not saved is kept as it is.
    const leave = (): void => {
      clock.stop()
      output.write('\r\n')
      output.flush()
      if (practice.unsaved) {
        opened.suspend()
        process.stderr.write(
          'rollover: not saved, so the console is kept as it is: start again and go on\r\n',
        )
      } else opened.powerOff()
      process.stdin.setRawMode(false)
      process.stdin.pause()
      process.stdin.removeListener('data', typed)
      resolve()
    }
    const typed = (chunk: Buffer): void => {
      clock.sync()
      let from = 0
      for (let at = 0; at < chunk.length; at++) {
        if (led) {
          led = false
          from = at + 1
          const letter = String.fromCharCode(chunk[at] as number)
          if (letter === 'b') practice.happen('break')
          else if (letter === 'q') {
            leave()
            return
          }
        } else if (chunk[at] === leader) {
          practice.input(chunk.subarray(from, at))
          led = true
          from = at + 1
        }
      }
      practice.input(chunk.subarray(from))
      clock.rearm()
    }
    process.stdin.on('data', typed)
    process.once('SIGTERM', leave)
    process.once('SIGHUP', leave)
  })
}
