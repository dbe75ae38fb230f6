import { transcripts } from '../src/terminals/cli/vitest.ts'

await transcripts('transcripts')
