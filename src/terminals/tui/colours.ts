/** The tones of the program in the terminal's own 16 colours, for rows that are written without Ink. */

export type CellTone = 'plain' | 'bold' | 'dim' | 'good' | 'bad' | 'attention' | 'active' | 'chosen'

const codes: Readonly<Record<CellTone, string>> = {
  plain: '',
  bold: '1',
  dim: '2',
  good: '32',
  bad: '31',
  attention: '33',
  active: '36',
  chosen: '7',
}

export function toned(text: string, tone: CellTone): string {
  return text === '' || tone === 'plain' ? text : `\x1b[${codes[tone]}m${text}\x1b[m`
}
