import { expect, test } from 'vitest'
import { html, page, paragraph, section, table } from './page.ts'
import { barChart, calendarChart, lineChart } from './svg-charts.ts'

// The five signs that HTML gives a meaning, and a way out of every place where they could have one.
const nasty = `</title></style>"><script>alert('1')</script>&amp;`
const harmless =
  '&lt;/title&gt;&lt;/style&gt;&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;'

const words = { id: 'c', title: nasty, description: nasty, numbers: nasty }
const everything = page({
  language: 'en',
  title: nasty,
  subtitle: nasty,
  parts: [
    section(nasty, [paragraph(nasty), table({ caption: nasty, head: [nasty], rows: [[nasty]] })]),
    barChart({
      ...words,
      head: [nasty, nasty, nasty],
      bars: [{ label: nasty, share: 1, value: nasty, note: nasty }],
    }),
    lineChart({ ...words, head: [nasty, nasty], points: [{ label: nasty, share: 1, value: nasty }] }),
    calendarChart({
      ...words,
      counts: new Map([[20_000, 1]]),
      today: 20_000,
      weeks: 5,
      months: Array(12).fill(nasty),
      weekdays: Array(7).fill(nasty),
      count: () => nasty,
      less: nasty,
      more: nasty,
      head: [nasty, nasty],
    }),
  ],
})

test('whatever a text contains, it stays a text', () => {
  expect(everything).not.toContain('<script')
  expect(everything.match(/<\/title>/g)?.length).toBe(everything.match(/<title/g)?.length)
  expect(everything.match(/<\/style>/g)).toHaveLength(1)
  expect(everything.split(harmless).length).toBeGreaterThan(20)
})

test('a page asks nobody else for anything', () => {
  expect(everything).not.toMatch(/https?:|@import|url\(|<link|src=/)
})

test('control characters become the sign for what cannot be shown', () => {
  expect(html`<p title="${'a\u0000b\u001bc\td'}">`.html).toBe('<p title="a\ufffdb\ufffdc\td">')
})

test.each([
  ['en', '<html lang="en">'],
  ['zh', '<html lang="zh-CN">'],
] as const)('a page in %s says so', (language, tag) => {
  expect(page({ language, title: 't', parts: [] })).toContain(tag)
})
