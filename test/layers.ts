// The directions in which the folders of src/ may import one another, and a check of source text against them.
// Left out: what the compiler refuses by itself in the pure layers (tsconfig.pure.json).

import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

const NETWORK = ['kernel', 'wire', 'protocols', 'hardware']
const DEVICE = [...NETWORK, 'grammar', 'config', 'ios']
const LINE = [...DEVICE, 'session', 'hosts']
const PURE = [...LINE, 'labs', 'why', 'transcripts', 'drills']

/** What each folder of src/ may import, itself aside. Files that lie in src/ itself may import everything. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ['kernel', []],
  ['wire', ['kernel']],
  ['protocols', ['kernel', 'wire']],
  ['hardware', ['kernel', 'wire', 'protocols']],
  ['grammar', []],
  ['config', ['grammar']],
  ['ios', [...NETWORK, 'grammar', 'config']],
  ['session', DEVICE],
  ['hosts', [...NETWORK, 'session']],
  ['labs', LINE],
  ['why', [...LINE, 'labs']],
  ['transcripts', [...LINE, 'labs']],
  ['drills', [...LINE, 'labs', 'why', 'transcripts']],
  ['stores', PURE],
  ['terminals', [...PURE, 'stores']],
])

const OUTER = ['stores', 'terminals']
const isOuterPackage = (name: string) =>
  isBuiltin(name) || /^(ink|react|react-dom|@xterm\/.*)(\/|$)/.test(name)

/** `terminals` for src/terminals/tui/app.tsx; undefined for src/main.ts. */
function layerOf(file: string): string | undefined {
  const parts = file.split('/')
  return parts.length > 2 ? parts[1] : undefined
}

/** `vlan` for src/ios/features/vlan/show.ts; undefined for a file that belongs to no single feature. */
function featureOf(file: string): string | undefined {
  return /^src\/ios\/features\/([^/]+)\//.exec(file)?.[1]
}

interface Findings {
  /** Module specifiers of static, dynamic, re-exporting and type-only imports. */
  readonly imports: readonly string[]
  /** Uses of the wall clock or of unseeded randomness, as written. */
  readonly outsideWorld: readonly string[]
}

/** Reads one TypeScript module. Throws when it does not parse, or imports what is not a plain string. */
function readModule(file: string, source: string): Findings {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const imports: string[] = []
  const outsideWorld: string[] = []
  const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end)
  new Visitor({
    ImportDeclaration: (node) => void imports.push(node.source.value),
    ExportAllDeclaration: (node) => void imports.push(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source && imports.push(node.source.value)),
    TSImportType: (node) => void imports.push(node.source.value),
    ImportExpression: ({ source }) => {
      if (source.type !== 'Literal' || typeof source.value !== 'string') {
        throw new Error(`${file}: import(${textOf(source)}) is not a plain string`)
      }
      imports.push(source.value)
    },
    MemberExpression: (node) => {
      const text = textOf(node)
      if (/^(Math\s*\.\s*random|Date\s*\.\s*now)$/.test(text)) outsideWorld.push(text)
    },
    NewExpression: (node) => {
      if (textOf(node.callee) === 'Date' && node.arguments.length === 0) outsideWorld.push('new Date()')
    },
    CallExpression: (node) => {
      if (textOf(node.callee) === 'Date') outsideWorld.push('Date()')
    },
  }).visit(program)
  return { imports, outsideWorld }
}

/**
 * One sentence for everything in `source` that the layers do not allow.
 *
 * @param file path from the root of the project, with forward slashes: src/wire/arp.ts
 */
export function violations(file: string, source: string): string[] {
  const layer = layerOf(file)
  const allowed = layer === undefined ? [...MAY_IMPORT.keys()] : MAY_IMPORT.get(layer)
  if (allowed === undefined) return [`${file}: src/${layer} is not a layer`]
  const isOuter = layer === undefined || OUTER.includes(layer)
  const { imports, outsideWorld } = readModule(file, source)

  const found = isOuter ? [] : outsideWorld.map((use) => `${file}: ${use} outside ${OUTER.join(', ')}`)
  for (const specifier of imports) {
    if (!specifier.startsWith('.')) {
      if (!isOuter && isOuterPackage(specifier)) found.push(`${file}: ${layer} may not import ${specifier}`)
      continue
    }
    const target = path.posix.join(path.posix.dirname(file), specifier)
    const targetLayer = layerOf(target)
    const feature = featureOf(file)
    const targetFeature = featureOf(target)
    if (!target.startsWith('src/')) {
      if (!target.endsWith('.json')) found.push(`${file}: ${target} lies outside src`)
    } else if (
      targetLayer === undefined
        ? layer !== undefined
        : targetLayer !== layer && !allowed.includes(targetLayer)
    ) {
      found.push(`${file}: ${layer} may not import ${target}`)
    } else if (feature !== undefined && targetFeature !== undefined && feature !== targetFeature) {
      found.push(`${file}: feature ${feature} may not import feature ${targetFeature}`)
    }
  }
  return found
}
