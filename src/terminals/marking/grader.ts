/**
 * Marks submissions of one drill without a person. A result is a function of its input, the drill's file and the
 * submission's bytes, and of the program's version: it names them, holds no time of day, and can be made again.
 */

import packageJson from '../../../package.json' with { type: 'json' }
import { BadCheckValue } from '../../drills/check-kind.ts'
import type { LabDrill } from '../../drills/lab-drill.ts'
import { type Marking, mark } from '../../drills/mark.ts'
import { type Language, said, type Texts, texts } from '../../drills/texts.ts'
import { BadFile, decoded } from '../../stores/checked-file.ts'
import { readPersonFile } from '../../stores/person-file.ts'
import { labDrillPath, parseLabDrill } from '../../stores/read-drill.ts'
import { readTypedTranscript } from '../../transcripts/read-transcript.ts'
import { BadTranscript } from '../../transcripts/transcript.ts'
import { typeTranscript } from '../../transcripts/type-transcript.ts'
import { loadLabs } from '../practice.ts'
import { FreshLabs } from './fresh-labs.ts'
import { InputHash } from './input-hash.ts'
import { readStateSubmission, readTranscriptSubmission, type Submission } from './submission.ts'
import { openSubmittedState } from './submitted-state.ts'
import { toldWords } from './told-words.ts'
import { typingWords } from './typing-words.ts'

/** As JSON; `format` counts changes of its form. */
export interface GradeResult {
  readonly format: 1
  readonly version: string
  /** The drill's id, and how it was named: an id, or a path. */
  readonly drill: string
  readonly file: string
  readonly language: Language
  readonly score: number
  readonly max: number
  readonly tasks: readonly { readonly id: string; readonly points: number; readonly max: number }[]
  readonly checks: readonly GradedCheck[]
  /** Devices whose configuration was not saved. */
  readonly unsaved: readonly string[]
  readonly remarks: readonly string[]
  /** Of the lab's clock and chance. */
  readonly seed: number
  readonly input: GradedInput
}

export interface GradedCheck {
  readonly id: string
  readonly task: string
  readonly points: number
  readonly max: number
  readonly passed: boolean
  readonly expected: string
  readonly found: string
  /** null where it is not known, or where it passed. */
  readonly cause: string | null
}

export interface GradedInput {
  readonly kind: Submission['kind']
  readonly path: string
  /** See input-hash.ts. */
  readonly sha256: string
}

export class Grader {
  readonly drill: LabDrill
  readonly #named: string
  readonly #hash: InputHash
  readonly #labs = new FreshLabs()

  /** @param named how the drill was asked for */
  constructor(drill: LabDrill, file: Uint8Array, named: string) {
    this.drill = drill
    this.#named = named
    this.#hash = new InputHash(drill, file)
  }

  /** @throws BadFile */
  static async read(named: string): Promise<Grader> {
    const path = await labDrillPath(named)
    const file = await readPersonFile(path)
    await loadLabs()
    return new Grader(await parseLabDrill(file, path), file, named)
  }

  /** @throws BadFile for what is not there, or holds nothing of this drill */
  submission(kind: Submission['kind'], path: string): Submission {
    if (kind === 'transcript') return readTranscriptSubmission(path)
    const { id, lab } = this.drill
    const devices = lab.devices.map(({ name }) => name)
    return readStateSubmission(path, { drill: id, lab: lab.name, devices })
  }

  /** @throws BadFile for a submission that is of no use, with row and column where it has some */
  grade(submission: Submission, language: Language): GradeResult {
    const { marking, remarks } = this.#marked(submission)
    const { drill } = this
    const say = (text: Texts): string => said(text, language)
    return {
      format: 1,
      version: packageJson.version,
      drill: drill.id,
      file: this.#named,
      language,
      score: marking.score,
      max: marking.max,
      tasks: marking.tasks,
      checks: marking.checks.map(({ id, task, points, max, passed, expected, found, cause }) => ({
        ...{ id, task, points, max, passed },
        expected: say(expected),
        found: say(found),
        cause: cause === undefined ? null : say(cause),
      })),
      unsaved: marking.unsaved,
      remarks: remarks.map(say),
      seed: drill.lab.seed,
      input: { kind: submission.kind, path: submission.path, sha256: this.#hash.of(submission) },
    }
  }

  #marked(submission: Submission): Graded {
    try {
      return submission.kind === 'transcript' ? this.#typed(submission) : this.#kept(submission)
    } catch (error) {
      if (!(error instanceof BadCheckValue)) throw error
      throw new BadFile([`${this.#named}: ${error.message}; \`rollover check\` says where`])
    }
  }

  #typed({ path, bytes }: Extract<Submission, { kind: 'transcript' }>): Graded {
    const { drill } = this
    try {
      const text = decoded(bytes, path)
      const { transcript, ignored } = readTypedTranscript(text, path, drill.lab)
      const { lab, remarks } = typeTranscript(
        transcript,
        (world) => this.#labs.start(drill.lab, { ...world, forbidden: drill.forbidden }),
        toldWords(drill),
      )
      return { marking: mark(drill, lab), remarks: typingWords(remarks, ignored) }
    } catch (error) {
      if (error instanceof BadTranscript) throw new BadFile([error.message])
      throw error
    }
  }

  #kept(submission: Extract<Submission, { kind: 'state' }>): Graded {
    const faults: Texts[] = []
    const { lab, remarks } = openSubmittedState(submission, this.drill, this.#labs, (error) => {
      const message = error instanceof Error ? error.message : String(error)
      faults.push(texts(`a mistake of the program: ${message}`, `程序出错：${message}`))
    })
    const marking = mark(this.drill, lab)
    return { marking, remarks: [...remarks, ...faults] }
  }
}

interface Graded {
  readonly marking: Marking
  readonly remarks: readonly Texts[]
}
