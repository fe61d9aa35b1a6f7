/**
 * Raised with every change of the engine after which it may find, align or learn otherwise from the same texts. A desk then checks the
 * drafts again, and learns again, what an older engine has checked and learnt.
 */
export const engineRevision = 1
