/**
 * The words that Thai text has most of: a row of words with one of them is likelier than another. From the counts of words in any Thai
 * corpus; pronouns and prepositions, no words with a meaning of their own that could be a name.
 */
export const commonThaiWords: ReadonlySet<string> = new Set(
  (
    'ที่ การ และ ใน ของ มี เป็น ได้ ให้ จะ ไม่ ว่า ความ ไป มา กับ จาก ก็ นี้ แต่ หรือ อยู่ โดย คน เพื่อ ถึง ต้อง ผู้ แล้ว ซึ่ง เมื่อ ' +
    'ยัง นั้น ทำ อย่าง ด้วย กว่า เขา เธอ มัน ผม ฉัน เรา คุณ ใช้ ใช่ ตาม ทาง ต่อ ก่อน หลัง บน แบบ มาก อีก เลย'
  ).split(' '),
)
