/** Languages that the form offers; the workflows take any tag of BCP 47. */
export const sourceLanguages = 'vi th en lo km my zh ja ko fr'.split(' ')
export const targetLanguages = 'th en lo km my id ms zh zh-Hant ja ko hi fr de es pt ru ar vi'.split(' ')
