/**
 * One HTML page that stands alone: no script, no font, no picture from elsewhere; light and dark as the reader's system
 * is; readable when printed. Charts are svg-charts.ts.
 */

import type { Language } from '../../drills/texts.ts'

/** HTML that is safe to put into a page: only this module, the charts and `html` make it. */
export interface Html {
  readonly html: string
}

/**
 * HTML with its values escaped, but for those that are HTML already. `undefined` is nothing.
 *
 *     html`<p>${person.name}</p>${table}`
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? ''
  values.forEach((value, at) => {
    text += htmlOf(value) + (parts[at + 1] ?? '')
  })
  return { html: text }
}

export type HtmlValue = string | number | undefined | Html | readonly Html[]

function htmlOf(value: HtmlValue): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : value.map(({ html }) => html).join('\n')
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** For content and for quoted attributes. */
export function escaped(text: string): string {
  // Control characters have no place in HTML, not even as references.
  return text
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, '\ufffd')
    .replaceAll(/[&<>"']/g, (sign) => entities.get(sign) ?? sign)
}

export interface PageContent {
  readonly language: Language
  readonly title: string
  /** A quiet line under the title: for whom, when, of what. */
  readonly subtitle?: string
  readonly parts: readonly Html[]
}

export function page({ language, title, subtitle, parts }: PageContent): string {
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${subtitle === undefined ? undefined : html`<p class="quiet">${subtitle}</p>`}
</header>
${parts}
</main>
</body>
</html>
`.html
}

export function section(title: string, parts: readonly Html[]): Html {
  return html`<section>
<h2>${title}</h2>
${parts}
</section>`
}

export function paragraph(text: string, tone: 'plain' | 'quiet' = 'plain'): Html {
  return tone === 'quiet' ? html`<p class="quiet">${text}</p>` : html`<p>${text}</p>`
}

export interface Figure {
  readonly value: string
  readonly label: string
}

/** A few large numbers side by side. */
export function figures(all: readonly Figure[]): Html {
  const one = ({ value, label }: Figure) => html`<div><dd>${value}</dd><dt>${label}</dt></div>`
  return html`<dl class="figures">${all.map(one)}</dl>`
}

export interface TableContent {
  readonly caption?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | Html)[])[]
  /** Columns of numbers, from 0: these stand at the right. */
  readonly numeric?: readonly number[]
}

export function table({ caption, head, rows, numeric = [] }: TableContent): Html {
  const place = (column: number) => (numeric.includes(column) ? html` class="number"` : undefined)
  const row = (cells: readonly (string | Html)[]) =>
    html`<tr>${cells.map((cell, column) => html`<td${place(column)}>${cell}</td>`)}</tr>`
  return html`<div class="wide"><table>
${caption === undefined ? undefined : html`<caption>${caption}</caption>`}
<thead><tr>${head.map((cell, column) => html`<th scope="col"${place(column)}>${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}
</tbody>
</table></div>`
}

/** What is read only when it is asked for: the numbers behind a chart. */
export function folded(summary: string, content: Html): Html {
  return html`<details><summary>${summary}</summary>
${content}
</details>`
}

const style = `
:root {
  --ground: #f7f7f5; --card: #ffffff; --ink: #1b1f24; --quiet: #59626d; --rule: #e0e3e6; --track: #e9ecee;
  --accent: #0b6e8a; --good: #2c7a4b; --bad: #b3402e;
  --day0: #eceff1; --day1: #c4e2ea; --day2: #86c3d4; --day3: #3f98b3; --day4: #0a5a73;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121518; --card: #1a1e22; --ink: #e7eaed; --quiet: #9ba5b0; --rule: #2d333a; --track: #2a3036;
    --accent: #55b9d6; --good: #69c08c; --bad: #ea8573;
    --day0: #262c32; --day1: #1e4755; --day2: #226a80; --day3: #3396b4; --day4: #7dd4ed;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 860px; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header { margin: 0 .25rem 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 0 0 .9rem; }
p { margin: 0 0 .75rem; }
.quiet { color: var(--quiet); }
section { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 1.25rem 1.4rem; margin: 0 0 1rem; }
section > :last-child { margin-bottom: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 1rem 1.5rem; margin: 0 0 .75rem; }
.figures > div { display: flex; flex-direction: column; }
.figures dd { margin: 0; font-size: 1.9rem; line-height: 1.15; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures dt { color: var(--quiet); font-size: .875rem; }
figure { margin: 0 0 .75rem; }
.wide { overflow-x: auto; }
svg { display: block; width: 100%; height: auto; min-width: 34rem; font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
svg text { fill: var(--ink); }
svg .quiet { fill: var(--quiet); }
svg .rule { stroke: var(--rule); }
svg .track { fill: var(--track); }
svg .accent { fill: var(--accent); }
svg .good { fill: var(--good); }
svg .bad { fill: var(--bad); }
svg .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
svg .area { fill: var(--accent); opacity: .1; }
svg .point { fill: var(--card); stroke: var(--accent); stroke-width: 2; }
svg .day0 { fill: var(--day0); } svg .day1 { fill: var(--day1); } svg .day2 { fill: var(--day2); }
svg .day3 { fill: var(--day3); } svg .day4 { fill: var(--day4); }
svg .today { stroke: var(--ink); stroke-width: 1.5; }
details { color: var(--quiet); font-size: .875rem; }
summary { cursor: pointer; width: fit-content; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-size: .9rem; color: var(--ink); }
caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; color: var(--quiet); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print {
  body { background: none; }
  section { break-inside: avoid; border-color: #ccc; }
  details { display: none; }
}
`
