import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleHtml, readHtmlPage } from '../../src/formats/article-html.ts'
import { pageFormats } from '../../src/formats/catalog.ts'
import { problemCodes } from '../../src/formats/problem.ts'

const html = fs.readFileSync(path.join(import.meta.dirname, 'samples/flood-news.vi.html'), 'utf8')
const paragraph =
  '<p>Sáng nay, đoàn công tác đã đến thăm hỏi và trao quà cho các hộ dân bị ảnh hưởng bởi mưa lũ ở ba xã vùng cao của huyện.</p>'

function read(page: string) {
  const reading = readHtmlPage(page, 'vi')
  if (!reading.ok) throw new Error(reading.error.code)
  return reading.content
}

function refusal(page: string) {
  const reading = readHtmlPage(page, 'vi')
  return reading.ok ? null : reading.error.code
}

describe('a saved page', () => {
  const page = read(html)

  test('has its headline, lead, author, address, and its date in local time', () => {
    expect(page).toMatchObject({
      title: 'Bến Tre dựng kè mềm giữ đất ven sông',
      byline: 'Lê Thu Hà',
      date: '2025-09-04',
      sourceUrl: 'https://dongbang.example.vn/ben-tre-dung-ke-mem-1024.html',
    })
    expect(page.lead).toMatch(/^Thay vì đổ bê tông/)
  })

  test('keeps paragraphs, sub-heading and caption in order', () => {
    const kinds = page.blocks.filter(({ kept }) => kept).map(({ kind }) => kind)
    expect(kinds.join(' ')).toBe(
      'title byline date lead paragraph caption paragraph heading paragraph paragraph',
    )
  })

  test('lists what it left out, with the reason', () => {
    const reasons = new Map(page.blocks.map(({ text, reason }) => [text, reason]))
    expect(reasons.get('Thể thao')).toBe('category-list')
    expect(reasons.get('Bình luận (3)')).toBe('comment-counter')
    expect(reasons.get('Giá dừa khô tăng gấp đôi trong ba tháng')).toBe('other-headlines')
    expect(reasons.get('Tổng biên tập: Phạm Văn Khải')).toBe('imprint')
  })

  test('shows nothing of scripts, styles and hidden elements', () => {
    expect(page.text).not.toMatch(/secretCode|color:red|Quảng cáo ẩn|schema\.org/)
  })

  test('has its blocks where their spans say', () => {
    for (const { text, start, end } of page.blocks) expect(page.text.slice(start, end)).toBe(text)
    expect(
      page.blocks
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(page.text.replace(/\s/g, ''))
  })
})

test('code, handlers and markup tricks never become text', () => {
  const page = read(
    `<h1>Tin lũ ở vùng cao</h1><article>${paragraph.repeat(3)}
    <svg></p><style><a id="</style><img src=x onerror=canary()>"></style></svg><noscript>canary</noscript>
    <template>canary</template><iframe srcdoc="canary"></iframe><textarea>canary</textarea>
    <p hidden>canary</p><p style="display: none">canary</p><p aria-hidden="true">canary</p><!-- canary --></article>`,
  )
  expect(page.text).not.toContain('canary')
})

test('text that looks like markup stays text', () => {
  const page = read(
    `<h1>Tin lũ</h1><article>${paragraph.repeat(3)}<p>Thẻ &lt;b&gt; và &amp;amp; giữ nguyên như tác giả đã viết ra.</p></article>`,
  )
  expect(page.blocks.at(-1)?.text).toBe('Thẻ <b> và &amp; giữ nguyên như tác giả đã viết ra.')
})

test('the headline of the metadata comes first when the page does not show it', () => {
  const page = read(
    `<meta property="og:title" content="Tin lũ ở vùng cao"><article>${paragraph.repeat(3)}</article>`,
  )
  expect(page.blocks[0]).toMatchObject({ kind: 'title', text: 'Tin lũ ở vùng cao', start: 0 })
})

test('hostile metadata is text or nothing', () => {
  const page = read(
    `<link rel=canonical href="javascript:alert(1)"><script type="application/ld+json">
    {"@type":{"toString":1},"headline":{"a":[]},"author":[[[]]],"datePublished":"2025-99-99"}</script>
    <script type="application/ld+json">{"@type":"NewsArticle","headline":["x"],"author":{"name":7}}</script>
    <h1>Tin lũ ở vùng cao</h1><article>${paragraph.repeat(3)}</article>`,
  )
  expect(page).toMatchObject({ title: 'Tin lũ ở vùng cao', byline: null, date: null, sourceUrl: null })
})

test.each([
  ['nesting', '<div>'.repeat(5_000), 'html-too-deep'],
  ['nesting that hides its end in attributes', '<b a="</b>">'.repeat(5_000), 'html-too-deep'],
  ['elements', '<br>'.repeat(2_000_000), 'html-too-many-elements'],
  ['loose brackets', '<'.repeat(5_000_000), 'html-too-many-elements'],
  ['text', 'a '.repeat(2_000_000), 'text-too-long'],
  ['nothing', '<p></p><script>x</script>', 'page-without-article'],
])('too much or too little is refused: %s', (_, page, code) => {
  expect(refusal(page)).toBe(code)
})

test('a huge attribute or a picture inside the page is passed over', () => {
  expect(
    read(`<h1>Tin lũ</h1><img src="data:${'A'.repeat(4_000_000)}"><article>${paragraph.repeat(3)}</article>`)
      .title,
  ).toBe('Tin lũ')
})

test('broken markup gives a page or a listed problem, and every visible character is in one block', () => {
  const piece = fc.oneof(
    fc.constantFrom(paragraph, '<div>', '</div>', '<p', '</p>', '<table><tr>', '<h1>Tin', '<a href=', '"', '>', '<!--', '-->', '<![CDATA[', '&#x110000;', '&nbsp', '<script>', '</script>', '<li>', '<br>', '<title>', 'Bình luận'),
    fc.string(),
  ) // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const reading = readHtmlPage(pieces.join(''), 'vi')
      if (!reading.ok) {
        expect(problemCodes).toContain(reading.error.code)
        return
      }
      const { text, blocks } = reading.content
      expect(
        blocks
          .map((block) => block.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
    }),
    { numRuns: 150 },
  )
})

test('a text is taken for HTML by how it begins', () => {
  for (const page of [html, ' <!-- saved --><html>', '<?xml version="1.0"?><!DOCTYPE html>', '<article>'])
    expect(articleHtml.recognizes(page)).toBe(true)
  for (const text of ['Tin lũ', '<Tin lũ>', '5 < 6']) {
    expect(articleHtml.recognizes(text)).toBe(false)
    expect(pageFormats.find((format) => format.recognizes(text))?.id).toBe('plain-text')
  }
})
