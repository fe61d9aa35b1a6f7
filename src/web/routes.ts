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
import { concordanceAction } from './pages/concordance/search.ts'
import { addConceptAction } from './pages/glossary/add-concept.ts'
import { browseAction } from './pages/glossary/browse.ts'
import { changeConceptAction } from './pages/glossary/change-concept.ts'
import { conceptAction } from './pages/glossary/concept.ts'
import { confirmImportAction } from './pages/glossary/confirm-import.ts'
import { declineProposalAction } from './pages/glossary/decline-proposal.ts'
import { deprecateConceptAction } from './pages/glossary/deprecate-concept.ts'
import { importFormAction } from './pages/glossary/import-form.ts'
import { importPreviewAction } from './pages/glossary/import-preview.ts'
import { newConceptAction } from './pages/glossary/new-concept.ts'
import { proposalsAction } from './pages/glossary/proposals.ts'
import { readImportAction } from './pages/glossary/read-import.ts'
import { restoreConceptAction } from './pages/glossary/restore-concept.ts'
import { healthzAction } from './pages/health/healthz.ts'
import { readyzAction } from './pages/health/readyz.ts'
import { confirmArticleImportAction } from './pages/imports/confirm.ts'
import { createImportAction } from './pages/imports/create.ts'
import { insightAction } from './pages/insight/show.ts'
import { insightTableAction } from './pages/insight/table.ts'
import { newImportAction } from './pages/imports/new.ts'
import { showImportAction } from './pages/imports/show.ts'
import { chooseMailAction } from './pages/notifications/choose-mail.ts'
import { stopLettersAction, stopLettersPageAction } from './pages/notifications/letters.ts'
import { openNotificationAction } from './pages/notifications/open.ts'
import { readNotificationsAction } from './pages/notifications/read.ts'
import { notificationsAction } from './pages/notifications/show.ts'
import { changePersonAction } from './pages/people/change.ts'
import { endSessionsAction } from './pages/people/end-sessions.ts'
import { inviteAction } from './pages/people/invite.ts'
import { peopleAction } from './pages/people/people.ts'
import { personAction } from './pages/people/person.ts'
import { resetPasswordAction } from './pages/people/reset-password.ts'
import { chooseComfortAction } from './pages/preferences/comfort.ts'
import { chooseKeysAction, showKeysAction } from './pages/preferences/keys.ts'
import { publicArticleAction } from './pages/public/article.ts'
import { atomAction, jsonFeedAction, rssAction } from './pages/public/feeds.ts'
import { publicIndexAction } from './pages/public/index-page.ts'
import { robotsAction, sitemapAction, sitemapPartAction } from './pages/public/sitemap.ts'
import { assignAction } from './pages/queue/assign.ts'
import { queueAction } from './pages/queue/show.ts'
import { takeAction } from './pages/queue/take.ts'
import { approveAction } from './pages/versions/approve.ts'
import { publishAction } from './pages/versions/publish.ts'
import { returnAction } from './pages/versions/return.ts'
import { transliterationAction } from './pages/transliteration/show.ts'
import { compareDraftAction } from './pages/versions/compare.ts'
import { acceptRestAction, decideSegmentAction } from './pages/versions/decide-segment.ts'
import { makeMarkAction, newMarkAction, withdrawMarkAction } from './pages/versions/marks.ts'
import { showReportAction } from './pages/versions/report.ts'
import { showVersionAction } from './pages/versions/show.ts'
import { submitAction } from './pages/versions/submit.ts'
import { exportDraftAction, exportVersionAction } from './pages/versions/export.ts'
import { previewAction } from './pages/versions/preview.ts'
import { cancelScheduleAction, scheduleAction } from './pages/versions/schedule.ts'
import { withdrawAction } from './pages/versions/withdraw.ts'
import { showReviewAction, showReviewPartsAction } from './pages/review/show.ts'
import { checkTextAction } from './pages/review/check.ts'
import { explainAction } from './pages/review/explain.ts'
import { reviseAction } from './pages/review/revise.ts'
import { resegmentAction, undoResegmentAction } from './pages/review/resegment.ts'
import { chooseSplitAction } from './pages/review/split.ts'
import { showHistoryAction } from './pages/review/history.ts'
import { readingAction } from './pages/review/reading.ts'
import { redoStepAction, undoStepAction } from './pages/review/steps.ts'
import { replaceFindingAction, dismissAction, reopenAction } from './pages/review/findings.ts'
import { showMendingAction, mendAction, undoMendingAction } from './pages/review/mend.ts'
import { filterAction } from './pages/review/filter.ts'
import { newProposalAction, proposeAction } from './pages/review/propose.ts'
import { showMemoryAction } from './pages/review/memory/show.ts'
import { showRepetitionsAction, takeRepetitionsAction } from './pages/review/memory/repetitions.ts'
import { replaceAction, showReplacementsAction } from './pages/review/replace.ts'
import {
  commentAction,
  mentionableAction,
  reopenCommentAction,
  resolveAction,
  showCommentsAction,
} from './pages/review/comments.ts'
import { presenceAction } from './pages/live/presence.ts'
import { standingAction } from './pages/live/standing.ts'
import { watchAction } from './pages/live/watch.ts'

/** THE LIST of pages that look the same to everybody and need no session. */
export const publicActions: readonly Action[] = [
  // health
  healthzAction,
  readyzAction,
  // public
  publicIndexAction,
  atomAction,
  rssAction,
  jsonFeedAction,
  publicArticleAction,
  sitemapAction,
  sitemapPartAction,
  robotsAction,
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
  chooseComfortAction,
  showKeysAction,
  chooseKeysAction,
  chooseMailAction,
  // notifications
  notificationsAction,
  readNotificationsAction,
  openNotificationAction,
  stopLettersPageAction,
  stopLettersAction,
  // queue
  queueAction,
  assignAction,
  takeAction,
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
  checkTextAction,
  explainAction,
  resegmentAction,
  undoResegmentAction,
  chooseSplitAction,
  showHistoryAction,
  readingAction,
  undoStepAction,
  redoStepAction,
  replaceFindingAction,
  dismissAction,
  reopenAction,
  showMendingAction,
  mendAction,
  undoMendingAction,
  filterAction,
  showReplacementsAction,
  replaceAction,
  showMemoryAction,
  showRepetitionsAction,
  takeRepetitionsAction,
  newProposalAction,
  proposeAction,
  showCommentsAction,
  mentionableAction,
  commentAction,
  resolveAction,
  reopenCommentAction,
  // company
  watchAction,
  presenceAction,
  standingAction,
  // memory
  concordanceAction,
  // versions
  submitAction,
  showVersionAction,
  showReportAction,
  decideSegmentAction,
  acceptRestAction,
  newMarkAction,
  makeMarkAction,
  withdrawMarkAction,
  compareDraftAction,
  approveAction,
  returnAction,
  publishAction,
  withdrawAction,
  scheduleAction,
  cancelScheduleAction,
  previewAction,
  exportVersionAction,
  exportDraftAction,
  // glossary
  browseAction,
  transliterationAction,
  newConceptAction,
  addConceptAction,
  proposalsAction,
  declineProposalAction,
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
  // insight
  insightAction,
  insightTableAction,
  // people
  peopleAction,
  inviteAction,
  personAction,
  changePersonAction,
  endSessionsAction,
  resetPasswordAction,
]
