/** Numbers in the steps of a computation. */

/** `1,048,576`; at most so many decimals, without zeros at the end. */
export function grouped(value: number, decimals = 2): string {
  const [whole = '', fraction = ''] = value.toFixed(decimals).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = fraction.replace(/0+$/, '')
  return rest === '' ? digits : `${digits}.${rest}`
}

export function rounded(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals))
}
