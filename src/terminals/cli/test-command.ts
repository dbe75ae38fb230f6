/** `rollover test`. */

export interface TestArguments {
  readonly files: readonly string[]
  readonly reporter?: 'tap' | 'junit'
  readonly update?: true
}

export async function testCommand(_arguments: TestArguments): Promise<number> {
  throw new Error('not yet')
}
