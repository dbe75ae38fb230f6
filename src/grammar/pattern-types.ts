/**
 * What TypeScript reads out of a grammar string: the types of a command's arguments, and which words need help.
 *
 *     word              keyword
 *     <name:type>       typed argument; the type is a key of ArgumentTypes
 *     <name:1-4094>     a number in that range
 *     {name:a|b|c}      one keyword out of several, captured as name
 *     {name*:a|b|c}     any of them, each at most once, in any order, captured as a list
 *     [ ... ]           optional part, may be nested
 */

/** The argument types by name. The IOS layer adds its own by declaration merging. */
export interface ArgumentTypes {
  /** One word without blanks. */
  word: string
  /** Everything to the end of the line, trailing blanks included. */
  line: string
}

type Expand<T> = { [K in keyof T]: T[K] } & {}

type Opens<T extends string, Depth extends 0[]> = T extends `[${infer R}` ? Opens<R, [0, ...Depth]> : Depth
type Closes<T extends string, Depth extends 0[]> = T extends `${infer R}]`
  ? Depth extends [0, ...infer Less extends 0[]]
    ? Closes<R, Less>
    : Depth
  : Depth
type Bare<T extends string> = T extends `[${infer R}` ? Bare<R> : T extends `${infer R}]` ? Bare<R> : T
type Split<S extends string, Out = never> = S extends `${infer A}|${infer R}` ? Split<R, Out | A> : Out | S

type Field<T extends string> = T extends `<${infer N}:${infer Type}>`
  ? {
      [K in N]: Type extends keyof ArgumentTypes
        ? ArgumentTypes[Type]
        : Type extends `${number}-${number}`
          ? number
          : never
    }
  : T extends `{${infer N}*:${infer Words}}`
    ? { [K in N]?: readonly Split<Words>[] }
    : T extends `{${infer N}:${infer Words}}`
      ? { [K in N]: Split<Words> }
      : unknown
type FieldIn<T extends string, Depth extends 0[]> = Depth extends []
  ? Field<Bare<T>>
  : Partial<Field<Bare<T>>>

// Tail-recursive with an accumulator: the compiler keeps long grammars cheap that way.
type Walk<S extends string, Depth extends 0[], Acc> = S extends `${infer T} ${infer Rest}`
  ? Walk<Rest, Closes<T, Opens<T, Depth>>, Acc & FieldIn<T, Opens<T, Depth>>>
  : Acc & FieldIn<S, Opens<S, Depth>>

/** The arguments of a command with this grammar. */
export type ArgumentsOf<G extends string> = Expand<Walk<G, [], unknown>>

type Words<T extends string> = T extends ''
  ? never
  : T extends `<${infer N}:${string}>`
    ? N
    : T extends `{${string}:${infer Alternatives}}`
      ? Split<Alternatives>
      : T
type HelpKeys<S extends string, Out = never> = S extends `${infer T} ${infer Rest}`
  ? HelpKeys<Rest, Out | Words<Bare<T>>>
  : Out | Words<Bare<S>>

/** One help line for every word and argument of the grammar; the compiler demands each. */
export type HelpOf<G extends string> = { readonly [K in HelpKeys<G>]: string }
