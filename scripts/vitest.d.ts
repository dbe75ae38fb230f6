/**
 * Declares one vitest test for each transcript.
 *
 * @param named files, or folders whose `.txt` files are meant
 * @throws Error when there is none
 */
export declare function transcripts(named: string | readonly string[]): Promise<void>
