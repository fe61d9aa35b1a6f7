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
  article: (id: number, query: { history?: number } = {}) => withQuery(`/articles/${id}`, query),
  importPage: (query: { article?: number } = {}) => withQuery('/imports/new', query),
  imports: () => '/imports',
  importPreview: (id: string) => `/imports/${id}`,
  importConfirmation: (id: string) => `/imports/${id}/confirmation`,

  draft: (id: number, segmentId?: number) =>
    `/drafts/${id}${segmentId === undefined ? '' : `#segment-${segmentId}`}`,
  segmentRevisions: (id: number) => `/segments/${id}/revisions`,
  segmentHistory: (id: number) => `/segments/${id}/history`,
  segmentSplit: (id: number) => `/segments/${id}/split`,
  draftParts: (id: number) => `/drafts/${id}/parts`,
  resegmentations: (draftId: number) => `/drafts/${draftId}/resegmentations`,
  resegmentationUndo: (id: number) => `/resegmentations/${id}/undo`,
  mending: (draftId: number, query: { key: string }) => withQuery(`/drafts/${draftId}/mending`, query),
  changeSets: (draftId: number) => `/drafts/${draftId}/change-sets`,
  changeSetUndo: (id: number) => `/change-sets/${id}/undo`,
  findingReplacement: (id: number) => `/findings/${id}/replacement`,
  findingDismissal: (id: number) => `/findings/${id}/dismissal`,
  dismissalWithdrawal: (id: number) => `/dismissals/${id}/withdrawal`,
  draftComments: (draftId: number) => `/drafts/${draftId}/comments`,
  commentResolution: (id: number) => `/comments/${id}/resolution`,

  draftVersions: (draftId: number) => `/drafts/${draftId}/versions`,
  version: (id: number, query: { show?: string; against?: string; page?: number } = {}) =>
    withQuery(`/versions/${id}`, query),
  versionApproval: (id: number) => `/versions/${id}/approval`,
  versionReturn: (id: number) => `/versions/${id}/return`,
  versionPublication: (id: number) => `/versions/${id}/publication`,
  publicationWithdrawal: (id: number) => `/publications/${id}/withdrawal`,
  publicArticle: (language: string, slug: string) => `/read/${language}/${slug}`,

  glossary: (query: { q?: string; subject?: string; status?: string; page?: number } = {}) =>
    withQuery('/glossary', query),
  concept: (id: number) => `/glossary/${id}`,
  newConcept: (query: { source?: string; target?: string } = {}) => withQuery('/glossary/new', query),
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

  people: () => '/people',
  person: (id: number) => `/people/${id}`,
  personPassword: (id: number) => `/people/${id}/password`,
  personSessionsEnd: (id: number) => `/people/${id}/sessions/end`,
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  signOut: () => '/sign-out',
  account: () => '/account',
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
