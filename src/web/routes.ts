import type { Action } from './action.ts'
import { accountAction } from './pages/account/account.ts'
import { changePasswordAction } from './pages/account/change-password.ts'
import { endOtherSessionsAction } from './pages/account/end-sessions.ts'
import { languageAction } from './pages/account/language.ts'
import { signInFormAction } from './pages/account/sign-in-form.ts'
import { signInAction } from './pages/account/sign-in.ts'
import { signOutAction } from './pages/account/sign-out.ts'
import { learnAlignmentAction } from './pages/alignment/learn.ts'
import { alignmentAction } from './pages/alignment/show.ts'
import { articleListAction, homeAction } from './pages/articles/list.ts'
import { showArticleAction } from './pages/articles/show.ts'
import { checksAction } from './pages/checks/checks.ts'
import { setSeverityAction } from './pages/checks/set-severity.ts'
import { addConceptAction } from './pages/glossary/add-concept.ts'
import { browseAction } from './pages/glossary/browse.ts'
import { changeConceptAction } from './pages/glossary/change-concept.ts'
import { conceptAction } from './pages/glossary/concept.ts'
import { confirmImportAction } from './pages/glossary/confirm-import.ts'
import { deprecateConceptAction } from './pages/glossary/deprecate-concept.ts'
import { importFormAction } from './pages/glossary/import-form.ts'
import { importPreviewAction } from './pages/glossary/import-preview.ts'
import { newConceptAction } from './pages/glossary/new-concept.ts'
import { readImportAction } from './pages/glossary/read-import.ts'
import { restoreConceptAction } from './pages/glossary/restore-concept.ts'
import { healthzAction } from './pages/health/healthz.ts'
import { readyzAction } from './pages/health/readyz.ts'
import { confirmArticleImportAction } from './pages/imports/confirm.ts'
import { createImportAction } from './pages/imports/create.ts'
import { newImportAction } from './pages/imports/new.ts'
import { showImportAction } from './pages/imports/show.ts'
import { changePersonAction } from './pages/people/change.ts'
import { endSessionsAction } from './pages/people/end-sessions.ts'
import { inviteAction } from './pages/people/invite.ts'
import { peopleAction } from './pages/people/people.ts'
import { personAction } from './pages/people/person.ts'
import { resetPasswordAction } from './pages/people/reset-password.ts'
import { publicArticleAction } from './pages/public/article.ts'
import { approveAction } from './pages/versions/approve.ts'
import { publishAction } from './pages/versions/publish.ts'
import { returnAction } from './pages/versions/return.ts'
import { transliterationAction } from './pages/transliteration/show.ts'
import { showVersionAction } from './pages/versions/show.ts'
import { submitAction } from './pages/versions/submit.ts'
import { withdrawAction } from './pages/versions/withdraw.ts'
import { showReviewAction, showReviewPartsAction } from './pages/review/show.ts'
import { reviseAction } from './pages/review/revise.ts'
import { resegmentAction, undoResegmentAction } from './pages/review/resegment.ts'
import { chooseSplitAction } from './pages/review/split.ts'
import { showHistoryAction } from './pages/review/history.ts'
import { replaceFindingAction, dismissAction, reopenAction } from './pages/review/findings.ts'
import { showMendingAction, mendAction, undoMendingAction } from './pages/review/mend.ts'
import { commentAction, resolveAction } from './pages/review/comments.ts'

/** THE LIST of pages that look the same to everybody and need no session. */
export const publicActions: readonly Action[] = [
  // health
  healthzAction,
  readyzAction,
  // public
  publicArticleAction,
]

/** THE LIST of the desk's pages and actions, in the order of a day's work. Each says who may use it. */
export const deskActions: readonly Action[] = [
  // account
  signInFormAction,
  signInAction,
  signOutAction,
  languageAction,
  accountAction,
  changePasswordAction,
  endOtherSessionsAction,
  // articles
  homeAction,
  articleListAction,
  showArticleAction,
  // imports
  newImportAction,
  createImportAction,
  showImportAction,
  confirmArticleImportAction,
  // review
  showReviewAction,
  showReviewPartsAction,
  reviseAction,
  resegmentAction,
  undoResegmentAction,
  chooseSplitAction,
  showHistoryAction,
  replaceFindingAction,
  dismissAction,
  reopenAction,
  showMendingAction,
  mendAction,
  undoMendingAction,
  commentAction,
  resolveAction,
  // versions
  submitAction,
  showVersionAction,
  approveAction,
  returnAction,
  publishAction,
  withdrawAction,
  // glossary
  browseAction,
  transliterationAction,
  newConceptAction,
  addConceptAction,
  importFormAction,
  readImportAction,
  importPreviewAction,
  confirmImportAction,
  conceptAction,
  changeConceptAction,
  deprecateConceptAction,
  restoreConceptAction,
  // checks
  checksAction,
  setSeverityAction,
  // alignment
  alignmentAction,
  learnAlignmentAction,
  // people
  peopleAction,
  inviteAction,
  personAction,
  changePersonAction,
  endSessionsAction,
  resetPasswordAction,
]
