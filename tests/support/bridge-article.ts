/** An article as a newspaper shows it, with what else is on the page, and a machine's Thai of the same. */
export const bridgeUrl = 'https://bao.example/xa-hoi/cau-moi-tan-lap-1024.html'

export const bridge = {
  title: 'Xã Tân Lập khánh thành cầu mới sau hai năm chờ đợi',
  lead: 'Cây cầu dài 120 mét bắc qua sông Cái vừa được đưa vào sử dụng, giúp hơn 3.000 người dân hai bờ đi lại thuận tiện quanh năm, kể cả mùa lũ.',
  paragraphs: [
    'Sáng 12/3, chính quyền xã Tân Lập tổ chức lễ khánh thành cầu Bến Gỗ. Công trình có tổng vốn 18 tỷ đồng, trong đó người dân đóng góp gần 2 tỷ đồng.',
    'Ông Đỗ Văn Khải, người dân thôn Đông, cho biết: “Trước đây mùa mưa là phải đi đò, học sinh nghỉ học cả tuần. Bây giờ chỉ mất 5 phút là sang bờ bên kia”.',
    'Theo kế hoạch, trong năm 2025 xã sẽ mở rộng 4 km đường dẫn lên cầu. Khi hoàn thành, nông sản của ba thôn sẽ được xe tải chở thẳng ra quốc lộ.',
  ],
}

export const bridgeInThai = {
  title: 'ตำบลเตินเลิปเปิดใช้สะพานใหม่หลังรอคอยสองปี',
  lead: 'สะพานยาว 120 เมตรข้ามแม่น้ำก๊ายเพิ่งเปิดใช้งาน ช่วยให้ประชาชนกว่า 3,000 คนสองฝั่งเดินทางสะดวกตลอดทั้งปี แม้ในฤดูน้ำหลาก',
  paragraphs: [
    'เช้าวันที่ 12 มีนาคม ทางการตำบลเตินเลิปจัดพิธีเปิดสะพานเบ๊นโก๋ โครงการนี้ใช้งบประมาณทั้งหมด 18,000 ล้านด่ง โดยประชาชนร่วมสมทบเกือบ 2,000 ล้านด่ง',
    'นายโด๋ วัน ข่าย ชาวบ้านหมู่บ้านดง กล่าวว่า “แต่ก่อนหน้าฝนต้องนั่งเรือข้ามฟาก นักเรียนหยุดเรียนทั้งสัปดาห์ ตอนนี้ใช้เวลาเพียง 5 นาทีก็ถึงอีกฝั่ง”',
    'ตามแผน ในปี 2568 ตำบลจะขยายถนนเชื่อมขึ้นสะพานอีก 4 กม. เมื่อแล้วเสร็จ ผลผลิตทางการเกษตรของสามหมู่บ้านจะขนส่งด้วยรถบรรทุกออกสู่ทางหลวงได้โดยตรง',
  ],
}

export const linesOf = ({ title, lead, paragraphs }: typeof bridge): string[] => [title, lead, ...paragraphs]

/** The article alone, as somebody writes it down. */
export const plain = (article: typeof bridge): string => linesOf(article).join('\n\n')

/** The page as it is copied from a browser. */
export const bridgePage = [
  'Trang chủ | Thời sự | Kinh tế | Thể thao',
  bridge.title,
  bridge.lead,
  'Lê Minh Hoa 12/03/2025',
  ...bridge.paragraphs,
  `Nguồn: ${bridgeUrl}`,
  'Bình luận (0)',
  'No data',
  'Tin cùng chuyên mục',
  'Giá lúa đông xuân nhích lên trong tuần đầu tháng',
  'Mưa lớn diện rộng, nhiều tuyến đường ngập cục bộ',
].join('\n\n')
