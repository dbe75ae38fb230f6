/** Generated from labs/lab.schema.json by lab-file-types.test.ts; do not edit. */

/**
 * A cable: its two ends as a list, or an object that says more.
 *
 * @minItems 2
 * @maxItems 2
 */
export type LabFileCable =
  | [End, End]
  | {
      /**
       * A name for the cable.
       */
      id?: string
      /**
       * One end; the DCE's, if the cable is serial.
       */
      from: string
      /**
       * The other end.
       */
      to: string
      /**
       * Left out: whatever fits.
       */
      kind?: 'straight' | 'crossover' | 'fibre' | 'serial'
      /**
       * false: it lies beside its ports until somebody plugs it in.
       */
      plugged?: boolean
    }
export type End = string

/**
 * A lab: devices, the cables between them, and what was configured before it starts.
 */
export interface LabFile {
  /**
   * The lab's name; its state is kept under it.
   */
  name: string
  /**
   * One sentence for `rollover list labs`: a text, or one for each language.
   */
  description?:
    | string
    | {
        /**
         * In English.
         */
        en?: string
        /**
         * In Chinese.
         */
        zh?: string
      }
  /**
   * What the clocks of devices with a clock chip show at the start, in UTC: 2025-01-01T00:00:00Z.
   */
  clock?: string
  /**
   * Of all chance in the lab; left out: 1.
   */
  seed?: number
  /**
   * The devices by name. A name stands for its device on the command line, in cables and in transcripts.
   */
  devices: {
    [k: string]: LabFileDevice
  }
  /**
   * What is plugged in where.
   */
  cables?: LabFileCable[]
}
/**
 * One device.
 */
export interface LabFileDevice {
  /**
   * The model: a name of `rollover list devices`, or the path of a profile from the lab file.
   */
  profile: string
  position?: LabFilePosition
  /**
   * What somebody typed in configuration mode and saved before the lab starts. Not for hosts.
   */
  config?: string
  /**
   * Cards by slot, where they differ from what the profile comes with; null leaves the slot empty.
   */
  modules?: {
    [k: string]: string | null
  }
  /**
   * Hosts only: IPv4 address with its prefix length, such as 192.168.10.11/24, or a list of them.
   *
   * @minItems 1
   */
  address?: string | [string, ...string[]]
  /**
   * Hosts only: IPv4 address of the default gateway.
   */
  gateway?: string
  /**
   * Hosts only: IPv4 address of a name server, or a list of them.
   *
   * @minItems 1
   */
  dns?: string | [string, ...string[]]
  /**
   * Hosts only: MAC address of eth0, such as 02:00:00:00:00:01; left out, one is drawn from the name.
   */
  mac?: string
}
/**
 * Where it stands in the topology view, in cells of a coarse grid.
 */
export interface LabFilePosition {
  /**
   * Cells from the left.
   */
  x: number
  /**
   * Cells from the top.
   */
  y: number
}
