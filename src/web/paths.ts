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
  article: (id: number) => `/articles/${id}`,
  importPage: (query: { article?: number } = {}) => withQuery('/imports/new', query),
  imports: () => '/imports',
  importPreview: (id: string) => `/imports/${id}`,
  importConfirmation: (id: string) => `/imports/${id}/confirmation`,

  draft: (id: number, segmentId?: number) =>
    `/drafts/${id}${segmentId === undefined ? '' : `#segment-${segmentId}`}`,
  segmentRevisions: (id: number) => `/segments/${id}/revisions`,
  segmentHistory: (id: number) => `/segments/${id}/history`,
  segmentRestoration: (id: number) => `/segments/${id}/restorations`,
  resegmentations: (draftId: number) => `/drafts/${draftId}/resegmentations`,
  resegmentationUndo: (id: number) => `/resegmentations/${id}/undo`,
  mending: (draftId: number, query: { source?: string; form?: string } = {}) =>
    withQuery(`/drafts/${draftId}/mending`, query),
  changeSets: (draftId: number) => `/drafts/${draftId}/change-sets`,
  changeSetUndo: (id: number) => `/change-sets/${id}/undo`,
  findingReplacement: (id: number) => `/findings/${id}/replacement`,
  findingDismissal: (id: number) => `/findings/${id}/dismissal`,
  dismissalWithdrawal: (id: number) => `/dismissals/${id}/withdrawal`,
  draftComments: (draftId: number) => `/drafts/${draftId}/comments`,
  commentResolution: (id: number) => `/comments/${id}/resolution`,

  draftVersions: (draftId: number) => `/drafts/${draftId}/versions`,
  version: (id: number) => `/versions/${id}`,
  versionApproval: (id: number) => `/versions/${id}/approval`,
  versionReturn: (id: number) => `/versions/${id}/return`,
  versionPublication: (id: number) => `/versions/${id}/publication`,
  publicationWithdrawal: (id: number) => `/publications/${id}/withdrawal`,
  publicArticle: (language: string, slug: string) => `/read/${language}/${slug}`,

  glossary: (query: { q?: string; subject?: string; status?: string; page?: number } = {}) =>
    withQuery('/glossary', query),
  concept: (id: number) => `/glossary/${id}`,
  newConcept: (query: { source?: string; target?: string } = {}) => withQuery('/glossary/new', query),
  conceptDeprecation: (id: number) => `/glossary/${id}/deprecation`,
  glossaryImports: () => '/glossary/imports',
  glossaryImportPage: () => '/glossary/imports/new',
  glossaryImport: (id: string) => `/glossary/imports/${id}`,
  glossaryImportConfirmation: (id: string) => `/glossary/imports/${id}/confirmation`,
  checks: () => '/checks',

  people: () => '/people',
  person: (id: number) => `/people/${id}`,
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
  return url.host === 'desk.invalid' ? url.pathname + url.search + url.hash : paths.home()
}
