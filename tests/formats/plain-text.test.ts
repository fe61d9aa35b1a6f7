import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseBlocks } from '../../src/formats/imported-page.ts'
import type { ImportedPage } from '../../src/formats/imported-page.ts'
import { plainText, readPlainPage } from '../../src/formats/plain-text.ts'

const sample = (name: string) => fs.readFileSync(path.join(import.meta.dirname, 'samples', name), 'utf8')
const kept = (page: ImportedPage) => page.blocks.filter((block) => block.kept)
const keptOf = (page: ImportedPage, kind: string) => kept(page).filter((block) => block.kind === kind)
const dropped = (page: ImportedPage) =>
  Object.fromEntries(page.blocks.filter((block) => !block.kept).map(({ text, reason }) => [text, reason]))

describe('a Vietnamese news page', () => {
  const page = readPlainPage(sample('thu-vien.vi.txt'), 'vi')

  test('has its headline, lead, name, date and address', () => {
    expect(page).toMatchObject({
      title: 'Thư viện lưu động về với học trò vùng cao',
      lead: 'Ba chiếc xe chở sách chạy vòng qua mười hai bản của huyện Mường Khương, mỗi tháng một lượt.',
      byline: 'Hoài Thu',
      date: '2025-10-14',
      sourceUrl: 'https://songhong.example.vn/thu-vien-luu-dong-77.html',
    })
  })

  test('keeps the body with its quotation, caption and sub-heading', () => {
    expect(keptOf(page, 'paragraph').map(({ text }) => text.slice(0, 12))).toEqual([
      'Sáng thứ bảy',
      '“Con thích t',
      'Mỗi xe mang ',
      'Cô Lù Thị Ma',
      'Năm sau, nhó',
    ])
    expect(keptOf(page, 'heading').map(({ text }) => text)).toEqual(['Từ một ý tưởng nhỏ'])
    expect(keptOf(page, 'caption').map(({ text }) => text)).toEqual([
      'Học sinh bản Na Lốc chọn sách, sáng 11/10. Ảnh: Hoài Thu',
    ])
  })

  test('says why it left out the rest', () => {
    expect(dropped(page)).toMatchObject({
      'Trang chủ\tThời sự\tKinh doanh\tThể thao\tGiải trí': 'navigation',
      'Thời sự › Giáo dục': 'navigation',
      'Chia sẻ': 'sharing',
      'Xem thêm: Lớp học dưới chân núi Cao Sơn': 'other-headlines',
      'Trường bán trú đầu tiên có phòng tin học': 'other-headlines',
      'Từ khóa: thư viện, vùng cao, học sinh': 'tags',
      'Bình luận (12)': 'comment-counter',
      'Giá cà phê lập đỉnh mới sau cơn mưa trái mùa': 'other-headlines',
      '© 2025 Báo Sông Hồng. Giữ bản quyền.': 'imprint',
    })
    expect(kept(page).map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('Cho tôi xin địa chỉ'),
    )
  })
})

describe('a Thai news page', () => {
  const page = readPlainPage(sample('talad.th.txt'), 'th')

  test('has its headline, name, date in the common era and address', () => {
    expect(page).toMatchObject({
      title: 'ตลาดริมน้ำเก่าแก่กลับมาคึกคักหลังปิดซ่อมสองปี',
      byline: 'สมหญิง ใจดี',
      date: '2025-10-14',
      sourceUrl: 'https://khlongnews.example.co.th/local/4521',
    })
    expect(page.lead).toMatch(/^ชาวบ้านและพ่อค้าแม่ค้า/)
  })

  test('keeps short lines between paragraphs, and drops what surrounds them', () => {
    const body = kept(page).filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    expect(body.map(({ kind, text }) => `${kind} ${text.slice(0, 12)}`)).toEqual([
      'paragraph นางบุญมา แม่',
      'paragraph “คิดถึงเสียง',
      'heading นักท่องเที่ย',
      'paragraph ฝ่ายท่องเที่',
      'paragraph เทศบาลเตรียม',
    ])
    expect(dropped(page)).toMatchObject({
      หน้าแรก: 'navigation',
      แชร์: 'sharing',
      'อ่านเพิ่มเติม: ย้อนดูสะพานไม้ร้อยปีก่อนการบูรณะ': 'other-headlines',
      '#ตลาดน้ำ #ท่องเที่ยว': 'tags',
      'ชาวสวนส้มโอเฮ ราคาพุ่งรับเทศกาลปลายปี': 'other-headlines',
      'ความคิดเห็น 5': 'comment-counter',
    })
  })
})

const long = 'Sáng nay, đoàn công tác đã đến thăm hỏi và trao quà cho các hộ dân bị ảnh hưởng bởi mưa lũ.'

describe('a clean text', () => {
  test('keeps everything', () => {
    const page = readPlainPage(
      `Mưa lớn gây ngập ở ba huyện\n\n${long}\n\nNgắn thôi.\n\n${long}\n\nHết rồi`,
      'vi',
    )
    expect(page.title).toBe('Mưa lớn gây ngập ở ba huyện')
    expect(kept(page)).toHaveLength(5)
  })

  test('of one paragraph is a paragraph', () => {
    for (const text of [long, 'Ngắn thôi', 'สวัสดี'])
      expect(readPlainPage(text, 'vi').blocks).toEqual([
        { text, start: 0, end: text.length, kind: 'paragraph', kept: true },
      ])
  })

  test('broken into lines of a mail is put together, each break a blank', () => {
    const text = [
      'Đoàn công tác của tỉnh đã đi qua bốn xã vùng cao trong ngày hôm qua,',
      'thăm hỏi các gia đình có nhà bị sập và trao quà cho học sinh nghèo.',
      'theo kế hoạch, việc sửa đường sẽ xong trước cuối tháng này.',
    ].join('\n')
    const page = readPlainPage(text, 'vi')
    expect(page.blocks.map((block) => block.text)).toEqual([text.replaceAll('\n', ' ')])
  })

  test('may use the words of menus as sub-headings', () => {
    const page = readPlainPage(
      `Chuyến đi của đoàn công tác\n${long}\nGiới thiệu\n${long}\nDu lịch\n${long}`,
      'vi',
    )
    expect(keptOf(page, 'heading').map(({ text }) => text)).toEqual(['Giới thiệu', 'Du lịch'])
  })
})

test.each([
  ['Báo Quê HươngBáo Quê Hương05/01/2025', 'Báo Quê Hương', '2025-01-05'],
  ['Nguyễn An | 10/6/2025 08:00', 'Nguyễn An', '2025-06-10'],
  ['Thứ sáu, ngày 13 tháng 6 năm 2025', null, '2025-06-13'],
  ['วันศุกร์ที่ ๑๓ มิถุนายน พ.ศ. ๒๕๖๘', null, '2025-06-13'],
  ['เผยแพร่ 13 มิ.ย. 68 08:15 น.', null, '2025-06-13'],
  ['Hà Nội, ngày 2/9/2025', null, '2025-09-02'],
])('a dateline is read: %s', (line, byline, date) => {
  const page = readPlainPage(`Mưa lớn gây ngập ở ba huyện\n${long}\n${line}\n${long}\n${long}`, 'vi')
  expect({ byline: page.byline, date: page.date }).toEqual({ byline, date })
})

test('a person restores what was dropped and drops what was kept', () => {
  const page = readPlainPage(sample('talad.th.txt'), 'th')
  const menu = page.blocks.findIndex(({ kept }) => !kept)
  const title = page.blocks.findIndex(({ kind }) => kind === 'title')
  const chosen = chooseBlocks(page, { restore: [menu], drop: [title] })
  expect(chosen.blocks[menu]).toMatchObject({ kind: 'paragraph', kept: true })
  expect(chosen.blocks[menu]).not.toHaveProperty('reason')
  expect(chosen.blocks[title]).toMatchObject({ kept: false, reason: 'by-hand' })
  expect(chosen.title).toBeNull()
  expect(chooseBlocks(page, {})).toEqual(page)
})

const furnitureLike = fc.constantFrom(
  'Tin liên quan', 'Bình luận (0)', 'No data', 'หมวดหมู่เดียวกัน', 'ที่มา: https://a.example.vn/b', 'Nguồn:', '13/06/2025', long,
  'Báo ABCBáo ABC13/06/2025', 'Mưa lớn gây ngập ở ba huyện', 'Ảnh: An', 'ข่าว', '© 2025', 'ทดสอบ '.repeat(40), '\t', '\r', '',
) // prettier-ignore
const anyPage = fc
  .array(fc.oneof(furnitureLike, fc.string({ unit: 'binary' }), fc.string()))
  .map((lines) => lines.join('\n'))

test('every visible character of any text lies in exactly one block, in page order', () => {
  fc.assert(
    fc.property(anyPage, fc.constantFrom('vi', 'th', 'de'), (text, language) => {
      const { blocks } = readPlainPage(text, language)
      let end = 0
      for (const block of blocks) {
        expect(text.slice(end, block.start).trim()).toBe('')
        expect(text.slice(block.start, block.end).replace(/\s/g, ' ')).toBe(block.text.replace(/\s/g, ' '))
        expect(block.kept).toBe(block.reason === undefined)
        end = block.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
    { numRuns: 500 },
  )
})

test('a text without words, with too much or with too many lines is refused', () => {
  const code = (text: string) => {
    const reading = plainText.read(text, 'vi')
    return reading.ok ? null : reading.error.code
  }
  expect(code(' \n\u00a0')).toBe('page-empty')
  expect(code('a'.repeat(2_000_001))).toBe('text-too-long')
  expect(code('a\n'.repeat(20_001))).toBe('text-too-many-lines')
  expect(code('a\0b')).toBe('text-nul')
  expect(code('đẹp trời '.repeat(100_000))).toBeNull()
})
