/** A lab as it stands on a canvas of cells: devices, cables with their ends, and how large it all is. */

export interface Room {
  readonly columns: number
  readonly rows: number
}

export interface DrawnDevice {
  readonly name: string
  readonly layer: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One end of a cable: its light, and where the name of the port is written. */
export interface DrawnEnd {
  readonly device: string
  readonly side: 'top' | 'bottom' | 'left' | 'right'
  readonly x: number
  readonly y: number
  /** Empty where there is no room for names. */
  readonly label: string
}

export interface DrawnCable {
  /** Its place in the lab. */
  readonly index: number
  readonly ends: readonly [from: DrawnEnd, to: DrawnEnd]
  /** Corners of its line, from light to light; each piece is horizontal or vertical. */
  readonly path: readonly (readonly [x: number, y: number])[]
}

export interface Layout {
  readonly columns: number
  readonly rows: number
  readonly isBoxed: boolean
  readonly devices: readonly DrawnDevice[]
  readonly cables: readonly DrawnCable[]
}
