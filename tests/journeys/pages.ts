/** A page as a newsroom gets it, with the site's furniture around a machine-translated draft; and its source. */
export const sourceText = `Lào Cai mở thêm ba điểm du lịch cộng đồng

Tỉnh Lào Cai vừa công nhận ba điểm du lịch cộng đồng mới, đưa tổng số điểm du lịch loại này lên 34.

Ông Nguyễn Văn Nam, Giám đốc Sở Du lịch tỉnh Lào Cai, cho biết ba bản này đón 12.500 lượt khách trong năm 2024. Riêng bản Nậm Lúc đón gần một nửa số khách đó.

Khách đến Lào Cai thường ở lại hai đêm. Người dân địa phương bán thổ cẩm, mật ong và dẫn khách đi rừng.

Tỉnh dự kiến đầu tư 45 tỷ đồng cho đường sá và nước sạch ở các bản trong hai năm tới. Lào Cai cũng mở lớp dạy nấu ăn và giao tiếp cho các hộ làm du lịch.`

export const draftPage = `Vietnam.vn - Nền tảng quảng bá Việt Nam

ลาวกายเปิดแหล่งท่องเที่ยวชุมชนเพิ่มอีกสามแห่ง

จังหวัดลาวกายเพิ่งรับรองแหล่งท่องเที่ยวชุมชนแห่งใหม่สามแห่ง ทำให้จำนวนแหล่งท่องเที่ยวประเภทนี้เพิ่มเป็น 34 แห่ง

Báo Lào CaiBáo Lào Cai20/05/2025

นายNguyen Van Nam ผู้อำนวยการสำนักงานการท่องเที่ยวจังหวัดหลาวไก่ กล่าวว่าหมู่บ้านทั้งสามแห่งนี้ต้อนรับนักท่องเที่ยว 12,500 คนในปี 2567 เฉพาะหมู่บ้านน้ำลุกต้อนรับนักท่องเที่ยวเกือบครึ่งหนึ่งของจำนวนนั้น

นักท่องเที่ยวที่มาหลาวไก่มักพักสองคืน ชาวบ้านในท้องถิ่นขายผ้าทอ น้ำผึ้ง และนำนักท่องเที่ยวเดินป่า

จังหวัดคาดว่าจะลงทุน 45 พันล้านดองสำหรับถนนและน้ำสะอาดในหมู่บ้านต่างๆ ในอีกสองปีข้างหน้า ลาวกายยังเปิดหลักสูตรสอนทำอาหารและการสื่อสารสำหรับครัวเรือนที่ทำการท่องเที่ยว

ที่มา: https://baolaocai.example/ba-diem-du-lich-cong-dong-post1.html

การแสดงความคิดเห็น (0)

No data
No data

หมวดหมู่เดียวกัน

ทุ่งนาขั้นบันไดสีทองที่มู่กังจ๋าย
เทศกาลดอกไม้บนที่ราบสูงหิน
ตลาดนัดกลางหมอกยามเช้า

มรดก

ธุรกิจ

No videos available

ข่าว`
