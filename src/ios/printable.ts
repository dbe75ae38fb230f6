/** Text that people gave, made safe to print on somebody else's terminal: control characters become `?`. */
export function printable(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')
}
