import { test } from 'vitest'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { previewImport, importPreview } from '../../src/workflows/preview-import.ts'
import { confirmImport, defaultChoice } from '../../src/workflows/confirm-import.ts'
import { previewPage } from '../../src/web/pages/imports/preview-page.ts'
import { renderPage } from '../../src/web/render.ts'
import { wordsOf } from '../../src/web/i18n.ts'
import { bridge, bridgeInThai } from '../support/bridge-article.ts'
import { startDesk } from '../support/desk.ts'
test('perf', { timeout: 120_000 }, async () => {
  const desk = await startDesk()
  const w = desk.workbench
  const source = [bridge.title, bridge.lead, ...Array.from({ length: 1200 }, () => bridge.paragraphs).flat()].join('\n\n')
  const target = [bridgeInThai.title, bridgeInThai.lead, ...Array.from({ length: 1200 }, () => bridgeInThai.paragraphs).flat()].join('\n\n')
  const t = async <T>(name: string, f: () => Promise<T>) => { const h = monitorEventLoopDelay({ resolution: 5 }); h.enable(); const s = performance.now(); const r = await f(); h.disable(); console.log(name, Math.round(performance.now() - s), 'ms; loop max', Math.round(h.max / 1e6)); return r }
  await t('warm', () => w.engine.read({ text: 'xin chào', language: 'vi' }))
  await t('read', () => w.engine.read({ text: source, language: 'vi' }))
  const side = (text: string) => ({ text, file: null })
  const id = await t('preview', () => previewImport(w, desk.people.editor, { source: side(source), target: side(target), sourceLanguage: 'vi', targetLanguage: 'th', sourceUrl: '', articleId: null }))
  const preview = await t('load', () => importPreview(w, desk.people.editor, id))
  const words = wordsOf('en')
  const page = await t('model', () => previewPage({ workbench: w, words, actor: desk.people.editor }, id))
  if (page.kind === 'page') await t('render', () => renderPage(page.view, page.model, { words, actor: desk.people.editor, csrfToken: 'x', path: '/', notice: null }))
  const knownPairs: never[] = []
  const blocks = (p: any) => p.blocks.map(({ text }: any) => ({ kind: 'paragraph' as const, text }))
  await t('align', () => w.engine.align({ source: blocks(preview.source), target: blocks(preview.target), sourceLanguage: 'vi', targetLanguage: 'th', knownPairs }))
  await t('confirm', () => confirmImport(w, desk.people.editor, id, defaultChoice(preview)))
})
