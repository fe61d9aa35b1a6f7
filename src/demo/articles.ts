export interface DemoArticle {
  readonly slug: string
  readonly byline: string
  readonly publishedOn: string
  readonly sourceUrl: string
  /** Beside this file. */
  readonly files: { readonly source: string; readonly target?: string }
  readonly state:
    | 'source-only'
    | 'imported'
    | 'in-translation'
    | 'submitted'
    | 'returned'
    | 'approved'
    | 'published'
    | 'stale'
  /** E-mail of who works on the draft and submits it. */
  readonly translator?: string
  /** E-mail of who decides about it. */
  readonly editor?: string
  readonly edits?: readonly DemoEdit[]
  readonly breaks?: readonly DemoBreak[]
  readonly comments?: readonly DemoComment[]
  readonly returnNote?: string
  readonly approvalNote?: string
  readonly glossaryChange?: DemoGlossaryChange
}

/** What the translator mended before submitting. */
export interface DemoEdit {
  /** Stands once in the target as imported, inside one sentence. */
  readonly find: string
  readonly replace: string
}

/** A phrase that may have come to the wrong sentence when the texts were set side by side; then the translator moves it. */
export interface DemoBreak {
  readonly phrase: string
  /** The sentence that it belongs to, seen from where it is not. */
  readonly to: 'previous' | 'next'
}

export interface DemoComment {
  readonly by: string
  /** Text of the segment's source, or of its target as imported. */
  readonly segmentContains: string
  readonly body: string
}

/** Made after publication: the new preferred Thai term of a concept, which leaves the published text behind. */
export interface DemoGlossaryChange {
  readonly by: string
  /** The concept's Vietnamese term. */
  readonly concept: string
  readonly preferred: string
  readonly note: string
}

const sasithorn = 'sasithorn@tukham.example'
const nattapol = 'nattapol@tukham.example'
const editor = 'minhanh@tukham.example'
const terminologist = 'phuongthao@tukham.example'

export const demoArticles: readonly DemoArticle[] = [
  {
    slug: 'cai-cach-hanh-chinh-phu-tho',
    byline: 'Thanh Mai',
    publishedOn: '2025-10-14',
    sourceUrl: 'https://bao.example/chinh-tri/phu-tho-thu-tuc-hanh-chinh-gan-dan',
    files: {
      source: 'articles/01-cai-cach-hanh-chinh-phu-tho.vi.txt',
      target: 'articles/01-cai-cach-hanh-chinh-phu-tho.th.txt',
    },
    state: 'in-translation',
    translator: sasithorn,
    edits: [
      { find: 'ฟู้โถ่นำ', replace: 'ฟู้เถาะนำ' },
      { find: 'จังหวัดฟู้โถ่ได้นำ', replace: 'จังหวัดฟู้เถาะได้นำ' },
      { find: '45 ล้านด่ง', replace: '45,000 ล้านด่ง' },
    ],
    comments: [
      {
        by: sasithorn,
        segmentContains: 'nhập khẩu cho trẻ',
        body: 'ตรงนี้ nhập khẩu หมายถึงการขึ้นทะเบียนบ้านใช่ไหมคะ เครื่องแปลเป็น “การนำเข้า” อ่านแล้วไม่เข้ากับเรื่อง',
      },
      {
        by: terminologist,
        segmentContains: 'nhập khẩu cho trẻ',
        body: 'Đúng vậy, ở đây là nhập hộ khẩu cho trẻ, không phải nhập khẩu hàng hóa. Xem mục “đăng ký thường trú” trong bảng thuật ngữ.',
      },
    ],
  },
  {
    slug: 'nghe-an-sau-bao-so-10',
    byline: 'Hải Đăng',
    publishedOn: '2025-10-03',
    sourceUrl: 'https://bao.example/xa-hoi/nghe-an-khac-phuc-hau-qua-bao-so-10',
    files: {
      source: 'articles/02-nghe-an-sau-bao-so-10.vi.txt',
      target: 'articles/02-nghe-an-sau-bao-so-10.th.txt',
    },
    state: 'imported',
    comments: [
      {
        by: editor,
        segmentContains: 'Thiệt hại ban đầu ước tính',
        body: 'Ưu tiên bài này trong buổi sáng. Nhờ kiểm tra kỹ các con số thiệt hại, bản máy hay nhầm tỷ với triệu.',
      },
    ],
  },
  {
    slug: 'dak-lak-sau-rieng-ca-phe',
    byline: 'Quốc Bảo',
    publishedOn: '2025-11-20',
    sourceUrl: 'https://bao.example/kinh-te/dak-lak-sau-rieng-ca-phe-lap-ky-luc',
    files: {
      source: 'articles/03-dak-lak-sau-rieng-ca-phe.vi.txt',
      target: 'articles/03-dak-lak-sau-rieng-ca-phe.th.txt',
    },
    state: 'submitted',
    translator: nattapol,
    edits: [
      { find: 'ดักลัก: ', replace: 'ดั๊กลัก: ' },
      { find: 'ดั๊ก ลั๊กอยู่ที่', replace: 'ดั๊กลักอยู่ที่' },
      { find: '2.1 ล้านดอลลาร์', replace: '2,100 ล้านดอลลาร์' },
      { find: 'บวนมาทวด', replace: 'บวนมาถวต' },
      { find: 'นาย Bui Thanh Tung', replace: 'นายบู่ย ทัญ ตุ่ง' },
      { find: 'ครงปั๊ก', replace: 'กรงปั๊ก' },
      { find: 'รหัสพื้นที่ที่กำลังเติบโต', replace: 'รหัสแปลงปลูก' },
      { find: 'นาย Tung กล่าว', replace: 'นายตุ่งกล่าว' },
      { find: '2024', replace: '2567' },
      { find: 'Dak Lakได้', replace: 'ดั๊กลักได้' },
      { find: 'ดักลักตั้งเป้า', replace: 'ดั๊กลักตั้งเป้า' },
    ],
    comments: [
      {
        by: nattapol,
        segmentContains: 'mã số vùng trồng',
        body: 'เครื่องแปล mã số vùng trồng ผิดความ แก้เป็น “รหัสแปลงปลูก” ตามคลังคำแล้ว ช่วยดูอีกครั้งครับ',
      },
    ],
  },
  {
    slug: 'san-bay-long-thanh',
    byline: 'Ngọc Lâm',
    publishedOn: '2025-12-05',
    sourceUrl: 'https://bao.example/kinh-te/san-bay-long-thanh-tang-toc',
    files: {
      source: 'articles/04-san-bay-long-thanh.vi.txt',
      target: 'articles/04-san-bay-long-thanh.th.txt',
    },
    state: 'returned',
    translator: sasithorn,
    editor,
    edits: [
      { find: 'ลองถั่ญเร่ง', replace: 'ล็องถั่ญเร่ง' },
      { find: 'นานาชาติLong Thanh จังหวัดดองนาย', replace: 'นานาชาติล็องถั่ญ จังหวัดด่งนาย' },
      { find: '2025', replace: '2568' },
      { find: 'ลองทันห์', replace: 'ล็องถั่ญ' },
      { find: 'หวู ดิงห์ เซิน ผู้บัญชาการใหญ่ของ', replace: 'หวู ดิ่ญ เซิน ผู้ควบคุมงานตาม' },
      { find: 'งานปลดปล่อยพื้นที่', replace: 'งานเวนคืนที่ดิน' },
      { find: 'นางเยือง ถิ ง็อก', replace: 'นางเซือง ถิ หง็อก' },
      { find: 'งกฮอย', replace: 'หง็อกโห่ย' },
      { find: 'ทูเทียม', replace: 'ถูเทียม' },
      { find: '67 ล้านดอลลาร์', replace: '67,000 ล้านดอลลาร์' },
      { find: 'เบ็นลึกไปยังลองถั่ญ', replace: 'เบ๊นลึกไปยังล็องถั่ญ' },
      { find: 'นาง Phan Thi Kim Lien', replace: 'นางฟาน ถิ กีม เลียน' },
      { find: 'ตันซอนนัท', replace: 'เตินเซินเญิ้ต' },
      { find: 'นาง Lien กล่าว', replace: 'นางเลียนกล่าว' },
      { find: 'ดองนายมอบหมาย', replace: 'ด่งนายมอบหมาย' },
      { find: 'พนักงาน การบิน', replace: 'พนักงานการบิน' },
    ],
    breaks: [
      { phrase: '25 ล้านคนต่อปี', to: 'previous' },
      { phrase: 'ที่ดินเกือบ', to: 'next' },
      { phrase: 'เมื่อถึงตอนนั้น', to: 'next' },
    ],
    comments: [
      {
        by: editor,
        segmentContains: 'ทะลุทั้งเส้น',
        body: 'Câu này dịch từng chữ. “Thông toàn tuyến” nghĩa là mở cho xe chạy trên toàn tuyến.',
      },
      {
        by: sasithorn,
        segmentContains: 'ทะลุทั้งเส้น',
        body: 'รับทราบค่ะ จะแก้เป็น “เปิดใช้ได้ตลอดสาย”',
      },
    ],
    returnNote:
      'Tên riêng và con số đã đúng. Còn hai chỗ dịch theo từng chữ: “thông toàn tuyến” và “nút thắt lớn nhất”. Sửa xong gửi lại giúp tôi trong ngày.',
  },
  {
    slug: 'hue-hoi-an-giu-di-san',
    byline: 'Diệu Linh',
    publishedOn: '2025-09-12',
    sourceUrl: 'https://bao.example/van-hoa/hue-hoi-an-giu-di-san',
    files: {
      source: 'articles/05-hue-hoi-an-giu-di-san.vi.txt',
      target: 'articles/05-hue-hoi-an-giu-di-san.th.txt',
    },
    state: 'stale',
    translator: nattapol,
    editor,
    comments: [
      {
        by: terminologist,
        segmentContains: 'di sản văn hóa phi vật thể',
        body: 'Luật Thái Lan năm 2016 dùng มรดกภูมิปัญญาทางวัฒนธรรม. Tòa soạn sẽ đổi theo, bài này cần cập nhật.',
      },
    ],
    glossaryChange: {
      by: terminologist,
      concept: 'di sản văn hóa phi vật thể',
      preferred: 'มรดกภูมิปัญญาทางวัฒนธรรม',
      note: 'ใช้คำตามพระราชบัญญัติส่งเสริมและรักษามรดกภูมิปัญญาทางวัฒนธรรม พ.ศ. 2559',
    },
  },
  {
    slug: 'thuong-mai-viet-nam-thai-lan',
    byline: 'Hoàng Vân',
    publishedOn: '2025-08-22',
    sourceUrl: 'https://bao.example/the-gioi/viet-nam-thai-lan-25-ty-usd',
    files: {
      source: 'articles/06-thuong-mai-viet-nam-thai-lan.vi.txt',
      target: 'articles/06-thuong-mai-viet-nam-thai-lan.th.txt',
    },
    state: 'published',
    translator: sasithorn,
    editor,
    comments: [
      {
        by: editor,
        segmentContains: 'Đối tác chiến lược toàn diện',
        body: 'Đã đối chiếu với thông cáo của hai nước: หุ้นส่วนยุทธศาสตร์รอบด้าน là cách gọi thống nhất.',
      },
    ],
    approvalNote: 'Bản dịch tốt, đăng được ngay.',
  },
  {
    slug: 'can-tho-hoc-ba-so',
    byline: 'Phương Nam',
    publishedOn: '2025-12-18',
    sourceUrl: 'https://bao.example/giao-duc/can-tho-hoc-ba-so-so-suc-khoe-dien-tu',
    files: {
      source: 'articles/07-can-tho-hoc-ba-so.vi.txt',
      target: 'articles/07-can-tho-hoc-ba-so.th.txt',
    },
    state: 'approved',
    translator: nattapol,
    editor,
    edits: [
      { find: 'เกิ้นเทอ: ', replace: 'เกิ่นเทอ: ' },
      { find: 'คันโถ', replace: 'เกิ่นเทอ' },
      { find: 'นินห์เกียว', replace: 'นิญเกี่ยว' },
      { find: 'ลายเซ็นตัวเลข', replace: 'ลายมือชื่อดิจิทัล' },
      { find: 'ไฟล์โรคอิเล็กทรอนิกส์', replace: 'เวชระเบียนอิเล็กทรอนิกส์' },
      { find: '22 ล้านด่ง', replace: '22,000 ล้านด่ง' },
      { find: 'ลี วาน เกือง', replace: 'ลี้ วัน เกื่อง' },
      { find: 'ไคราง', replace: 'ก๊ายซัง' },
      { find: '2012', replace: '2555' },
      { find: 'นายเกืองเล่า', replace: 'นายเกื่องเล่า' },
      { find: 'ซ็อกตรัง', replace: 'ซ้อกจัง' },
      { find: 'Ta Quoc Viet', replace: 'ตะ โกว๊ก เหวียต' },
      { find: 'ข้อมูล สุขภาพ', replace: 'ข้อมูลสุขภาพ' },
      { find: 'Viet กล่าวว่า', replace: 'เหวียตกล่าวว่า' },
      { find: 'เกิ้นเทอตั้งเป้า', replace: 'เกิ่นเทอตั้งเป้า' },
    ],
    comments: [
      {
        by: nattapol,
        segmentContains: '22 tỷ đồng',
        body: 'ตรวจกับต้นฉบับแล้ว 22 tỷ คือ 22,000 ล้าน ไม่ใช่ 22 ล้าน',
      },
    ],
    approvalNote: 'Duyệt. Chờ đăng cùng chuyên đề chuyển đổi số cuối tuần.',
  },
  {
    slug: 'bong-da-nu-viet-nam-thai-lan',
    byline: 'Tuấn Kiệt',
    publishedOn: '2025-11-10',
    sourceUrl: 'https://bao.example/the-thao/tuyen-nu-viet-nam-hoa-thai-lan',
    files: {
      source: 'articles/08-bong-da-nu-viet-nam-thai-lan.vi.txt',
      target: 'articles/08-bong-da-nu-viet-nam-thai-lan.th.txt',
    },
    state: 'imported',
    comments: [
      {
        by: sasithorn,
        segmentContains: 'ban tổ chức mở khu ẩm thực',
        body: 'ประโยคนี้เครื่องปล่อยเป็นภาษาเวียดนามไว้ทั้งประโยค ต้องแปลใหม่',
      },
    ],
  },
  {
    slug: 'lua-phat-thai-thap',
    byline: 'Út Miền Tây',
    publishedOn: '2026-01-08',
    sourceUrl: 'https://bao.example/kinh-te/mot-trieu-hec-ta-lua-phat-thai-thap',
    files: { source: 'articles/09-lua-phat-thai-thap.vi.txt' },
    state: 'source-only',
  },
]
