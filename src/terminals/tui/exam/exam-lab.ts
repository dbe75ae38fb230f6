/** A lab of an exam on the screen: the practice console with the item's tasks beside it, its work kept as it is done. */

import type { LabItem } from '../../../drills/exam/plan.ts'
import { readLabDrill } from '../../../stores/read-drill.ts'
import { clockText } from '../../exam/exam-words.ts'
import type { KeptSitting } from '../../exam/kept-sitting.ts'
import { LabWork } from '../../exam/lab-work.ts'
import { ConsoleProgram } from '../console-program.ts'
import type { Size } from '../window-view.ts'
import type { LabActions, LabScreen } from './exam-program.ts'
import { ExamTasks } from './exam-tasks.ts'

const keepMs = 1000

/** @param write draws on the terminal */
export async function openExamLab(
  kept: KeptSitting,
  item: LabItem,
  number: number,
  size: Size,
  actions: LabActions,
  write: (text: string) => void,
  nowMs: () => number,
): Promise<LabScreen> {
  const drill = await readLabDrill(item.drill)
  const shown: { readonly text: string; readonly device: string }[] = []
  const work = await LabWork.open(kept, number, drill, {
    output: (text, device) => shown.push({ text, device }),
    note() {},
    report() {},
  })
  // The exam itself goes on in its own language.
  let { language } = kept
  const leave = (): void => {
    work.keep(nowMs())
    actions.leave()
  }
  const program = new ConsoleProgram({
    practice: work.practice,
    language,
    speaks: (chosen) => {
      language = chosen
    },
    size,
    remarks: [],
    resumed: false,
    firstStart: false,
    write,
    report: () => '',
    folder: process.cwd(),
    keepsItself: true,
    tasks: {
      make: ({ close }) =>
        new ExamTasks(drill, item, () => language, { submit: actions.submit, toConsole: close }),
      timeLeft: () => clockText((kept.sitting.itemEndsAtMs ?? nowMs()) - nowMs()),
    },
    leave,
  })
  for (const { text, device } of shown) work.practice.listener.output(text, device)
  program.begin()
  const timer = setInterval(() => work.keep(nowMs()), keepMs)
  return {
    input: (strokes) => {
      program.input(strokes)
      // What was entered is kept at once: a crash takes a second of typing at most.
      if (strokes.some(({ key }) => key === 'enter')) work.keep(nowMs())
    },
    resize: (to) => program.resize(to),
    end: () => {
      clearInterval(timer)
      work.keep(nowMs())
      program.end()
    },
  }
}
