import type { DropReason } from './imported-page.ts'

/**
 * What news pages write around an article, in Vietnamese, Thai and English, by the reason it is dropped for. A line is furniture
 * when it is one of these and nothing more (case, punctuation at its ends and a counter aside). Lower case, one blank between words.
 */
export const furnitureWords: Partial<Record<DropReason, readonly string[]>> = {
  'comment-counter': list(`
    bình luận | ý kiến | ý kiến bạn đọc | ý kiến của bạn | bình luận của bạn | gửi bình luận |
    gửi ý kiến | viết bình luận | xem thêm bình luận | đăng nhập để bình luận | chưa có bình luận |
    chưa có bình luận nào | lượt xem | lượt thích |
    comment | comments | leave a comment | leave a reply | no comments | add a comment | views | likes |
    reply |
    การแสดงความคิดเห็น | ความคิดเห็น | แสดงความคิดเห็น | ความเห็น | คอมเมนต์ | ยังไม่มีความคิดเห็น |
    เข้าสู่ระบบเพื่อแสดงความคิดเห็น | ร่วมแสดงความคิดเห็น | เขียนความคิดเห็น | ตอบกลับ | ยอดวิว |
    ถูกใจ`),
  'no-data': list(`
    không có dữ liệu | chưa có dữ liệu | không có video | không có video nào | không có kết quả |
    đang tải | đang cập nhật |
    no data | no data available | no videos available | no video available | no results | loading |
    no content |
    ไม่มีข้อมูล | ไม่พบข้อมูล | ไม่มีวิดีโอ | ไม่พบวิดีโอ | กำลังโหลด | ไม่มีรายการ | ไม่มีข่าว`),
  'other-headlines': list(`
    cùng chuyên mục | cùng danh mục | cùng tác giả | cùng chủ đề | tin cùng chuyên mục |
    bài cùng chuyên mục | tin liên quan | bài liên quan | bài viết liên quan | tin tức liên quan |
    các tin khác | tin khác | tin bài khác | bài viết khác | đọc thêm | xem thêm | đọc tiếp |
    đọc nhiều | đọc nhiều nhất | xem nhiều | xem nhiều nhất | tin mới | tin mới nhất | tin nổi bật |
    tin nóng | tin đọc nhiều | mới nhất | mới cập nhật | có thể bạn quan tâm | bạn có thể quan tâm |
    đừng bỏ lỡ | dành cho bạn | gợi ý cho bạn | được quan tâm | tin tài trợ | video liên quan |
    video nổi bật | bài đọc nhiều | bài mới | bài mới nhất | xem thêm tin khác |
    related | related news | related articles | related posts | read more | see more | more news |
    latest news | most read | most viewed | trending | you may also like | recommended | popular |
    same category | same author | editor’s picks |
    หมวดหมู่เดียวกัน | หมวดเดียวกัน | ผู้เขียนเดียวกัน | หัวข้อเดียวกัน | ข่าวที่เกี่ยวข้อง |
    ข่าวเกี่ยวข้อง | เรื่องที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | เนื้อหาที่เกี่ยวข้อง | ข่าวอื่นๆ |
    ข่าวอื่น ๆ | ข่าวล่าสุด | ข่าวยอดนิยม | ยอดนิยม | ข่าวเด่น | ข่าวแนะนำ | อ่านเพิ่มเติม | อ่านต่อ |
    อ่านข่าวเพิ่มเติม | ดูเพิ่มเติม | เรื่องที่คุณอาจสนใจ | คุณอาจสนใจ | ข่าวที่คุณอาจสนใจ |
    เรื่องแนะนำ | บทความแนะนำ | ข่าวในหมวดเดียวกัน | ข่าวในหมวด | อ่านข่าวที่เกี่ยวข้อง | เรื่องเด่น |
    บทความอื่นๆ | บทความล่าสุด | ข่าวมาแรง | มาแรง | เรื่องฮิต | ข่าวฮิต | วิดีโอที่เกี่ยวข้อง |
    วิดีโอแนะนำ | ดูทั้งหมด`),
  sharing: list(`
    chia sẻ | chia sẻ bài viết | chia sẻ facebook | chia sẻ zalo | sao chép liên kết | sao chép |
    in bài | in bài viết | gửi email | lưu bài | lưu bài viết | báo lỗi | theo dõi trên google news |
    quan tâm trên zalo | nghe đọc bài | nghe bài viết | cỡ chữ | đăng ký nhận tin | tặng sao |
    trở lại chủ đề | link bài gốc | lấy link |
    copy link | share | share this | share this article | print | email | bookmark | follow us |
    listen | google news |
    แชร์ | แชร์ข่าวนี้ | แชร์บทความ | แชร์เลย | แบ่งปัน | คัดลอกลิงก์ | คัดลอก | พิมพ์ | พิมพ์หน้านี้ |
    ส่งอีเมล | ฟังข่าว | ฟังบทความ | ติดตามเรา | ติดตามเราได้ที่ | กดติดตาม | เพิ่มเพื่อน |
    ขนาดตัวอักษร | ก ก ก | สมัครรับข่าวสาร`),
  tags: list(`
    từ khóa | từ khoá |
    tag | tags | keywords |
    ป้ายกำกับ | แท็ก | แท็กที่เกี่ยวข้อง | แท็กข่าว | คำค้น | คำค้นหา | คีย์เวิร์ด`),
  advertisement: list(`
    quảng cáo | nội dung quảng cáo | tin quảng cáo |
    advertisement | advertisements | sponsored | ads |
    โฆษณา | พื้นที่โฆษณา | สปอนเซอร์`),
  navigation: list(`
    trang chủ | đăng nhập | đăng ký | đăng xuất | tài khoản | chuyên mục | tất cả | quay lại |
    về đầu trang | mới nhất trong ngày | tất cả chuyên mục | bỏ qua |
    home | homepage | log in | login | sign in | sign up | register | search | menu | back to top |
    skip to content | skip to main content | rss |
    หน้าแรก | หน้าหลัก | เข้าสู่ระบบ | ลงทะเบียน | สมัครสมาชิก | ค้นหา | เมนู | กลับหน้าแรก |
    กลับด้านบน`),
}

/** Sections of a newspaper and other words that menus hold, and names of networks: furniture only outside the body, where the same words may be a sub-heading. */
export const sectionWords: readonly string[] = list(`
  thời sự | chính trị | xã hội | kinh tế | thế giới | quốc tế | pháp luật | văn hóa | văn hoá |
  giải trí | thể thao | giáo dục | khoa học | công nghệ | số hóa | sức khỏe | sức khoẻ | y tế |
  đời sống | du lịch | ô tô xe máy | bất động sản | góc nhìn | ý kiến | tâm sự | thư giãn | ảnh |
  môi trường | quốc phòng | nhà đất | tài chính | chứng khoán | bạn đọc | địa phương | đô thị |
  nhịp sống | giới trẻ | ẩm thực | thời trang | di sản | doanh nghiệp | sản phẩm | tin tức |
  hệ thống chính trị | xây dựng đảng | hình ảnh | nông nghiệp | lao động | việc làm | dân tộc |
  tôn giáo | giới thiệu | liên hệ | trợ giúp | danh mục | chủ đề | thẻ | lưu | theo dõi | nổi bật |
  tiêu điểm | phản hồi | trả lời | thích | hôm nay | tìm kiếm |
  kinh doanh | xe | video | podcast | infographic | megastory | multimedia | an ninh | copy | follow |
  contact us | about us | categories | topics | news | politics | business | world | sports | sport |
  life | lifestyle | entertainment | opinion | technology | travel | photos | videos | facebook |
  twitter | x | zalo | line | youtube | tiktok | instagram | telegram | messenger | whatsapp |
  linkedin | email | in | print |
  ข่าว | ข่าวทั่วไป | การเมือง | ระบบการเมือง | เศรษฐกิจ | ธุรกิจ | การเงิน | หุ้น | สังคม |
  ต่างประเทศ | ในประเทศ | อาชญากรรม | กีฬา | บันเทิง | ไลฟ์สไตล์ | สุขภาพ | การศึกษา | เทคโนโลยี |
  วิทยาศาสตร์ | ท่องเที่ยว | อาหาร | ยานยนต์ | อสังหาริมทรัพย์ | ภูมิภาค | ท้องถิ่น | วัฒนธรรม |
  มรดก | สิ่งแวดล้อม | ความคิดเห็น | บทความ | คอลัมน์ | วิดีโอ | คลิป | รูป | รูปภาพ | ภาพ | ภาพข่าว |
  พอดแคสต์ | ผลิตภัณฑ์ | ดวง | หวย | โลก | อาเซียน | กฎหมาย | เกษตร | แรงงาน | พระราชสำนัก |
  ข่าวด่วน | รถยนต์ | ผู้หญิง | ศาสนา | ข่าวในประเทศ | ข่าวต่างประเทศ | แนะนำ | ติดตาม | บันทึก |
  ทั้งหมด | หมวดหมู่ | ครั้ง | ติดต่อเรา | เกี่ยวกับเรา | ล่าสุด`)

/** Lines that are furniture by how they are made, for lines too short to be a paragraph. */
export const furniturePatterns: readonly (readonly [RegExp, DropReason])[] = [
  [
    /^\d+ (bình luận|ý kiến|lượt xem|lượt thích|ความคิดเห็น|ความเห็น|ครั้ง|comments?|views?|likes?)$/i,
    'comment-counter',
  ],
  [/^(lượt xem|ยอดวิว|views|ผู้ชม|เข้าชม|อ่านแล้ว)\s*:?\s*[\d.,]+( (ครั้ง|lượt))?$/i, 'comment-counter'],
  [
    /^[>»▶►]+\s*|^(xem thêm|đọc thêm|mời độc giả xem thêm|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|อ่านข่าวที่เกี่ยวข้อง|related|read more|see also)\s*[:：]\s*\S/i,
    'other-headlines',
  ],
  [
    /^(từ khóa|từ khoá|thẻ|chủ đề|tags?|แท็ก|แท็กที่เกี่ยวข้อง|คำค้น|keywords?)\s*[:：]\s*\S|^(#[\p{L}\p{M}\p{N}_]+[\s,]*)+$/iu,
    'tags',
  ],
  [
    /^(theo dõi|ติดตาม|follow)\s.{0,60}(google news|zalo|facebook|line|youtube|tiktok|twitter|แฟนเพจ|fanpage)/i,
    'sharing',
  ],
  [/^(chia sẻ|แชร์|share)\s.{0,20}(facebook|zalo|line|twitter|email|x)$/i, 'sharing'],
  [/^\d{1,2}:\d{2}(:\d{2})?( ?\/ ?\d{1,2}:\d{2}(:\d{2})?)?$|^(\d(\.\d+)?x)$/i, 'navigation'],
  [
    /^©|^\(c\) ?\d{4}|^copyright\b|all rights reserved|^bản quyền thuộc|giữ bản quyền|สงวนลิขสิทธิ์|^ลิขสิทธิ์/i,
    'imprint',
  ],
  [
    /^(giấy phép (số|xuất bản|hoạt động)|số giấy phép|tổng biên tập|phó tổng biên tập|tòa soạn|toà soạn|trụ sở|cơ quan chủ quản)(?!\p{L})/iu,
    'imprint',
  ],
  [
    /^(hotline|điện thoại|đt|tel|fax|e-?mail|liên hệ quảng cáo|โทรศัพท์|โทร|โทรสาร|อีเมล|ที่อยู่|ติดต่อโฆษณา|บรรณาธิการบริหาร)\.?\s*[:：]/i,
    'imprint',
  ],
]

/** Sentences that a site says about itself; they may be as long as a paragraph. */
export const noticePattern =
  /(sử dụng|dùng|ใช้|uses?) (tệp )?(cookies?|คุกกี้)|ใช้คุกกี้|chính sách (cookie|bảo mật)|นโยบาย(คุกกี้|ความเป็นส่วนตัว)|cookie policy|privacy policy|bật javascript|enable javascript|เปิดใช้งาน javascript/i

function list(words: string): string[] {
  return words.split('|').map((word) => word.trim())
}
