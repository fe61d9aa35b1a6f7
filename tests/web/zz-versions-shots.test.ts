import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startDesk, password } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { writeComment } from '../../src/workflows/write-comment.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'

test('shots', { timeout: 300_000 }, async () => {
  const desk = await startDesk()
  const { workbench, people } = desk
  const s = workbench.storage
  const body = [
    { source: 'Sáng 2/9, tỉnh Lào Cai khánh thành cây cầu dài 1.200 m bắc qua sông Hồng, nối hai bờ vốn phải đi phà suốt ba mươi năm.', target: 'เช้าวันที่ 2 กันยายน จังหวัดลาวกายเปิดใช้สะพานยาว 1,200 เมตร ข้ามแม่น้ำฮ่อง เชื่อมสองฝั่งที่ต้องใช้เรือข้ามฟากมาตลอดสามสิบปี' },
    [{ source: 'Ông Nguyễn Văn Minh, 62 tuổi, đi bộ qua cầu từ sớm.', target: 'นายNguyen Van Minh อายุ 62 ปี เดินข้ามสะพานตั้งแต่เช้าตรู่' }, { source: 'Ông nói sẽ đưa cháu đi học mỗi ngày.', target: 'เขาบอกว่าจะไปส่งหลานเข้าโรงเรียนทุกวัน' }],
    { source: 'Công trình có tổng vốn đầu tư 890 tỷ đồng, trong đó ngân sách trung ương chiếm 60%.', target: 'โครงการมีเงินลงทุนรวม 890 พันล้านดอง โดยงบประมาณส่วนกลางคิดเป็น 60%' },
    { source: 'Cầu được thiết kế để chịu lũ lớn.', target: 'สะพานออกแบบมาให้รองรับน้ำท่วมใหญ่' },
    { source: 'Tỉnh sẽ trồng cây dọc hai đầu cầu.', target: 'จังหวัดจะปลูกต้นไม้ตลอดสองหัวสะพาน' },
  ]
  const make = (source: string, target: string) => makeDraft(s, { by: people.translator.id, title: { source, target }, lead: { source: 'Cây cầu mới rút ngắn quãng đường đến trường của hàng nghìn học sinh vùng cao.', target: 'สะพานแห่งใหม่ช่วยย่นระยะทางไปโรงเรียนของนักเรียนบนพื้นที่สูงหลายพันคน' }, paragraphs: body, byline: 'Báo Lào Cai', publishedOn: '2026-09-02', sourceUrl: `https://bao.example/${crypto.randomUUID()}` })
  const imported = await make('Chợ phiên vùng cao đông khách trở lại sau mùa mưa', 'ตลาดนัดบนพื้นที่สูงกลับมาคึกคักหลังฤดูฝน')
  void imported
  const main = await make('Khánh thành cầu bắc qua sông Hồng ở Lào Cai', 'เปิดสะพานข้ามแม่น้ำฮ่องที่ลาวกาย')
  const id = (i: number) => main.segmentIds[i] ?? 0
  const fix = async (d: typeof main) => {
    await writeIn(workbench, people.translator, d.segmentIds[3] ?? 0, 'นายเหงียน วัน มิญ อายุ 62 ปี เดินข้ามสะพานตั้งแต่เช้ามืด')
    await writeIn(workbench, people.translator, d.segmentIds[5] ?? 0, 'โครงการนี้ใช้เงินลงทุนรวม 890 พันล้านดอง โดยงบประมาณจากส่วนกลางคิดเป็น 60%')
    for (const f of await s.findings.list(d.draftId)) if (!f.dismissal) await dismissFinding(workbench, people.translator, f.id, 'ตัวเลขตรงกับต้นฉบับแล้ว')
  }
  await fix(main)
  const v1 = await submitDraft(workbench, people.translator, { draftId: main.draftId, note: 'แก้ชื่อคนและจำนวนเงินแล้ว ช่วยดูหัวเรื่องด้วยครับ' })
  await returnVersion(workbench, people.editor, v1.id, { note: 'หัวเรื่องยังไม่ชัด ขอให้ระบุชื่อจังหวัด', comments: [{ segmentId: id(0), body: 'ใช้ “จังหวัดลาวกาย”' }] })
  await writeIn(workbench, people.secondEditor, id(0), 'จังหวัดลาวกายเปิดสะพานข้ามแม่น้ำแดง')
  const v2 = await submitDraft(workbench, people.translator, { draftId: main.draftId, note: '' })
  const pub = await make('Trường học vùng cao có thư viện mới', 'โรงเรียนบนพื้นที่สูงมีห้องสมุดใหม่')
  await fix(pub)
  const pv = await submitDraft(workbench, people.translator, { draftId: pub.draftId, note: '' })
  await approveVersion(workbench, people.editor, pv.id, { note: 'ดีมาก', comments: [] })
  const { slug } = await publishVersion(workbench, people.editor, pv.id)
  const blocked = await make('Giá cà phê tăng', 'ราคากาแฟสูงขึ้น')
  await writeIn(workbench, people.translator, blocked.segmentIds[5] ?? 0, 'โครงการมีเงินลงทุนรวม 980 พันล้านดอง โดยงบประมาณส่วนกลางคิดเป็น 60%')
  await writeComment(workbench, people.terminologist, { draftId: blocked.draftId, segmentId: null, body: 'คำว่า “phiên” ในหัวเรื่องควรใช้ตลาดนัด' })
  const aid = await s.articles.add({ sourceLanguage: 'vi', sourceUrl: null, byline: null, publishedOn: null }, people.administrator.id, new Date())
  await s.articles.addUnits(aid, [{ kind: 'title', sourceText: 'Bài mới chỉ có bản gốc, đang chờ bản dịch máy' }])
  await s.transaction(async (tx) => tx.events.record({ type: 'article_imported', by: people.administrator.id, articleId: aid }, new Date()))

  const server = http.createServer(desk.app).listen(0)
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await launchBrowser()
  const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
  fs.mkdirSync('/tmp/shots-v', { recursive: true })
  for (const [width, height] of [[1440, 900], [390, 844]] as const)
    for (const scheme of ['light', 'dark'] as const)
      for (const locale of ['vi', 'th', 'en'] as const) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale, bypassCSP: true })
        const page = await context.newPage()
        const shoot = async (name: string) => {
          const key = `${name}-${width}-${scheme}-${locale}`
          await page.evaluate(axe)
          const found = await page.evaluate(async () => {
            // @ts-expect-error axe is on the page
            const result = await axe.run()
            return [result.violations.map((v: any) => `${v.id}: ${v.nodes.map((n: any) => n.target + ' ' + n.any.map((a: any) => a.message)).join(' | ')}`), document.documentElement.scrollWidth - innerWidth]
          })
          if (found[0].length || found[1] > 0) console.log(key, JSON.stringify(found))
          await page.screenshot({ path: `/tmp/shots-v/${key}.png`, fullPage: true })
        }
        await page.goto(base + '/sign-in')
        await page.fill('#email', people.editor.email)
        await page.fill('#password', password)
        await page.click('.button--primary')
        await page.goto(base + '/account')
        await page.click(`.languages [value=${locale}]`)
        await page.goto(base + '/')
        await shoot('list')
        await page.goto(`${base}/articles/${main.articleId}`)
        await shoot('article')
        await page.goto(`${base}/versions/${v2.id}`)
        await shoot('version')
        await page.goto(`${base}/versions/${v2.id}?show=all&against=previous`)
        await shoot('version-prev')
        await page.goto(`${base}/versions/${pv.id}`)
        await shoot('version-live')
        await page.goto(`${base}/articles/${blocked.articleId}`)
        await page.locator('.disclosure summary').first().click()
        await page.locator('.disclosure button').first().click()
        await shoot('refused')
        await page.goto(`${base}/read/th/${slug}`)
        await shoot('public')
        await context.close()
      }
  server.close()
})
