const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? path
    : `${path}?${new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString()}`
}

/** Every address of the desk and of what readers see. Views and actions never glue one together. */
export const paths = {
  home: () => '/',
  articles: (query: { state?: string; q?: string; page?: number } = {}) => withQuery('/articles', query),
  queue: (query: Readonly<Record<string, string | number | undefined>> = {}) => withQuery('/queue', query),
  assignments: () => '/queue/assignments',
  draftTaking: (draftId: number) => `/drafts/${draftId}/taking`,
  article: (id: number, query: { history?: number; kind?: string; person?: number } = {}) =>
    withQuery(`/articles/${id}`, query),
  comparison: (
    draftId: number,
    query: { from?: string | number; to?: string | number; page?: number } = {},
  ) => withQuery(`/drafts/${draftId}/comparison`, query),
  importPage: (query: { article?: number } = {}) => withQuery('/imports/new', query),
  imports: () => '/imports',
  importPreview: (id: string) => `/imports/${id}`,
  importConfirmation: (id: string) => `/imports/${id}/confirmation`,

  draft: (id: number, segmentId?: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    `${withQuery(`/drafts/${id}`, query)}${segmentId === undefined ? '' : `#segment-${segmentId}`}`,
  segmentRevisions: (id: number) => `/segments/${id}/revisions`,
  segmentCheck: (id: number) => `/segments/${id}/check`,
  explanations: (draftId: number) => `/drafts/${draftId}/explanations`,
  segmentMemory: (id: number) => `/segments/${id}/memory`,
  repetitions: (segmentId: number) => `/segments/${segmentId}/repetitions`,
  segmentHistory: (id: number) => `/segments/${id}/history`,
  draftReading: (id: number) => `/drafts/${id}/reading`,
  draftUndo: (id: number) => `/drafts/${id}/undo`,
  draftRedo: (id: number) => `/drafts/${id}/redo`,
  segmentSplit: (id: number) => `/segments/${id}/split`,
  draftParts: (id: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/drafts/${id}/parts`, query),
  draftLive: (id: number) => `/drafts/${id}/live`,
  draftPresence: (id: number) => `/drafts/${id}/presence`,
  draftStanding: (id: number) => `/drafts/${id}/standing`,
  resegmentations: (draftId: number) => `/drafts/${draftId}/resegmentations`,
  resegmentationUndo: (id: number) => `/resegmentations/${id}/undo`,
  mending: (draftId: number, query: { key: string; form?: string }) =>
    withQuery(`/drafts/${draftId}/mending`, query),
  draftFilter: (draftId: number) => `/drafts/${draftId}/filter`,
  replacements: (draftId: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/drafts/${draftId}/replacements`, query),
  newProposal: (draftId: number, query: { segment?: number; source?: string; target?: string } = {}) =>
    withQuery(`/drafts/${draftId}/proposals/new`, query),
  draftProposals: (draftId: number) => `/drafts/${draftId}/proposals`,
  proposals: () => '/glossary/proposals',
  proposalDecline: (id: number) => `/glossary/proposals/${id}/decline`,
  changeSets: (draftId: number) => `/drafts/${draftId}/change-sets`,
  changeSetUndo: (id: number) => `/change-sets/${id}/undo`,
  findingReplacement: (id: number) => `/findings/${id}/replacement`,
  findingDismissal: (id: number) => `/findings/${id}/dismissal`,
  dismissalWithdrawal: (id: number) => `/dismissals/${id}/withdrawal`,
  draftComments: (draftId: number) => `/drafts/${draftId}/comments`,
  commentResolution: (id: number) => `/comments/${id}/resolution`,
  commentReopening: (id: number) => `/comments/${id}/reopening`,
  mentionable: (draftId: number) => `/drafts/${draftId}/mentionable`,

  draftVersions: (draftId: number) => `/drafts/${draftId}/versions`,
  version: (id: number, query: { show?: string; against?: string; page?: number } = {}) =>
    withQuery(`/versions/${id}`, query),
  versionReport: (id: number) => `/versions/${id}/report`,
  segmentDecision: (versionId: number, segmentId: number) =>
    `/versions/${versionId}/segments/${segmentId}/decision`,
  restAccepted: (versionId: number) => `/versions/${versionId}/accepted-rest`,
  newMark: (versionId: number, query: { segment?: number; side?: string } = {}) =>
    withQuery(`/versions/${versionId}/marks/new`, query),
  marks: (versionId: number) => `/versions/${versionId}/marks`,
  markWithdrawal: (id: number) => `/marks/${id}/withdrawal`,
  versionApproval: (id: number) => `/versions/${id}/approval`,
  versionReturn: (id: number) => `/versions/${id}/return`,
  versionPublication: (id: number) => `/versions/${id}/publication`,
  publicationWithdrawal: (id: number) => `/publications/${id}/withdrawal`,
  versionSchedule: (id: number) => `/versions/${id}/schedule`,
  versionScheduleCancellation: (id: number) => `/versions/${id}/schedule/cancellation`,
  versionPreview: (id: number) => `/versions/${id}/preview`,
  versionExport: (id: number, format: string) => `/versions/${id}/export/${format}`,
  draftExport: (id: number, format: string) => `/drafts/${id}/export/${format}`,
  publicIndex: (language: string, query: { q?: string; page?: number } = {}) =>
    withQuery(`/read/${language}`, query),
  publicFeed: (language: string, file: 'feed.atom' | 'rss.xml' | 'feed.json') => `/read/${language}/${file}`,
  sitemap: (part?: number) => (part === undefined ? '/sitemap.xml' : `/sitemap-${part}.xml`),
  publicArticle: (language: string, slug: string) => `/read/${language}/${slug}`,

  concordance: (query: Readonly<Record<string, string | number | undefined>> = {}) =>
    withQuery('/concordance', query),

  glossary: (query: { q?: string; subject?: string; status?: string; page?: number } = {}) =>
    withQuery('/glossary', query),
  concept: (id: number) => `/glossary/${id}`,
  newConcept: (query: { source?: string; target?: string; proposal?: number } = {}) =>
    withQuery('/glossary/new', query),
  transliteration: (query: { name?: string; kind?: string; from?: string; to?: string } = {}) =>
    withQuery('/glossary/transliteration', query),
  conceptDeprecation: (id: number) => `/glossary/${id}/deprecation`,
  conceptRestoration: (id: number) => `/glossary/${id}/restoration`,
  glossaryImports: () => '/glossary/imports',
  glossaryImportPage: () => '/glossary/imports/new',
  glossaryImport: (id: string, query: { state?: string; page?: number } = {}) =>
    withQuery(`/glossary/imports/${id}`, query),
  glossaryImportConfirmation: (id: string) => `/glossary/imports/${id}/confirmation`,
  checks: (id?: string) => `/checks${id === undefined ? '' : `#${id}`}`,
  checkSeverity: (id: string) => `/checks/${id}/severity`,
  alignment: () => '/alignment',
  alignmentModels: () => '/alignment/models',

  insight: (query: Readonly<Record<string, string | number | undefined>> = {}) =>
    withQuery('/insight', query),
  insightTable: (chart: string, query: Readonly<Record<string, string | number | undefined>> = {}) =>
    withQuery(`/insight/tables/${chart}`, query),
  notifications: (query: { page?: number } = {}) => withQuery('/notifications', query),
  notificationOpening: (id: number) => `/notifications/${id}/opening`,
  notificationsReading: () => '/notifications/reading',
  letters: (token: string) => `/letters/${token}`,
  accountMail: () => '/account/mail',
  people: () => '/people',
  person: (id: number) => `/people/${id}`,
  personPassword: (id: number) => `/people/${id}/password`,
  personSessionsEnd: (id: number) => `/people/${id}/sessions/end`,
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  signOut: () => '/sign-out',
  account: () => '/account',
  comfort: () => '/account/comfort',
  keys: () => '/account/keys',
  accountPassword: () => '/account/password',
  accountSessionsEnd: () => '/account/sessions/end',
  language: () => '/language',
} as const

/** Where to go after signing in: only a path of this site, so that no link can lead elsewhere. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return paths.home()
  const url = new URL(next, 'http://desk.invalid')
  // `/.//elsewhere.example` becomes `//elsewhere.example`, which browsers take for another site.
  const isOurs = url.host === 'desk.invalid' && !url.pathname.startsWith('//')
  return isOurs ? url.pathname + url.search + url.hash : paths.home()
}
