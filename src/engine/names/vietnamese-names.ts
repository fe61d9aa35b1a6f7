import { readSyllable } from '../transliteration/vietnamese-to-thai/read-syllable.ts'
import { vietnameseSurnames } from '../languages/vi/surnames.ts'
import type { NameGrammar } from './name-grammar.ts'

const list = (words: string): readonly string[] => words.split(',').map((word) => word.trim())

export const vietnameseNames: NameGrammar = {
  isSyllable: (word) => readSyllable(word) !== null,
  isUnmistakable: (word) => /[^\p{ASCII}]/u.test(word),
  addresses: list('ông, bà, anh, chị, em, cô, chú, bác, cụ, thầy, cậu, đồng chí'),
  titles: list(
    'nghệ sĩ, ca sĩ, nhạc sĩ, nhà thơ, nhà văn, nhà báo, họa sĩ, ' +
      'tiến sĩ, giáo sư, thạc sĩ, bác sĩ, luật sư, kỹ sư, đại tá, thượng tá, trung tá, thiếu tá, đại úy, đại tướng, thượng tướng, ' +
      'trung tướng, thiếu tướng, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, bí thư, phó bí thư, bộ trưởng, thứ trưởng, ' +
      'thủ tướng, phó thủ tướng, tổng bí thư, chủ nhiệm, hiệu trưởng, trưởng phòng, trưởng ban, chi hội trưởng, cầu thủ, ' +
      'huấn luyện viên, vận động viên, tiền đạo, thủ môn',
  ),
  placeWords: list(
    'tỉnh, thành phố, huyện, quận, thị xã, thị trấn, xã, phường, thôn, ấp, làng, buôn, khu phố, sông, núi, đèo, hồ, đảo, ' +
      'quần đảo, vịnh, biển, chợ, cầu, đường, phố, chùa, đền, cảng, sân bay, cửa khẩu',
  ),
  officeWords: list('bộ, sở, cục, viện, ủy, đảng, báo, tòa, tờ, quỹ, khối, phó, tổng, phiên'),
  openers: list(
    'tại, với, ở, theo, khi, nếu, do, vì, từ, trong, trên, dưới, còn, nhưng, và, để, bên, sau, trước, hiện, nay, riêng, cùng, nhờ, ' +
      'chỉ, đến, vào, năm, ngày, tháng, các, những, một, nhiều, mỗi, mọi, tuy, dù, cả, là, bởi, ngoài, giữa, qua, về, gần, cho, như, ' +
      'rồi, thì, mà, hay, hoặc, nên, song, người, ông, bà, anh, chị, tỉnh, huyện, xã, phường, quận, thôn, ấp',
  ),
  surnames: vietnameseSurnames,
  middleNames: list('Văn, Thị'),
  smallWords: list(
    'của, và, các, những, được, cho, với, trong, trên, dưới, theo, từ, để, là, có, không, này, đó, một, nhiều, mọi, mỗi, bởi, khi, ' +
      'người, việc, cách, sự, cuộc, thể, bạn, tôi, hôm, đã, đang, sẽ, rất, hoặc, về',
  ),
  headingWords: list(
    'Ban Quản, Bảo Hiểm, Bảo Mật, Bảo Vệ, Cài Đặt, Cảnh Sát, Chiến Lược, Chính Sách, Chương Trình, Công An, Công Nghệ, Công Nghiệp, Công Ty, Cộng Đồng, ' +
      'Cơ Bản, Dịch Vụ, Doanh Nghiệp, Dữ Liệu, Đại Học, Đánh Giá, Đầu Tư, Điều Khiển, Đối Tác, Giải Pháp, Giám Sát, Giáo Dục, Giới Thiệu, Hạ Tầng, ' +
      'Hiện Tại, Hiệp Hội, Hỗ Trợ, Hợp Tác, Hướng Dẫn, Kế Hoạch, Kết Nối, Kết Quả, Khóa Học, Kiểm Tra, Kinh Tế, Kỹ Năng, Kỹ Thuật, Lịch Sử, Lựa Chọn, ' +
      'Mặt Trận, Mô Hình, Mô Tả, Môi Trường, Mục Đích, Mục Tiêu, Năng Lượng, Nền Tảng, Nghề Nghiệp, Nghiên Cứu, Nguyên Nhân, Nhà Tù, Nhiệm Vụ, Nội Dung, ' +
      'Phát Triển, Phân Tích, Phiên Bản, Phòng Thí, Quản Lý, Quân Đội, Quốc Gia, Quốc Tế, Quy Định, Quy Trình, Sản Phẩm, Sản Xuất, So Sánh, Sử Dụng, ' +
      'Tài Khoản, Tài Liệu, Tài Nguyên, Tập Đoàn, Tập Tin, Thế Giới, Thị Trường, Thiết Kế, Thiết Lập, Thông Báo, Thông Tin, Thực Hiện, Thương Mại, ' +
      'Tiếp Tục, Tiếp Theo, Tích Hợp, Tính Năng, Tổ Chức, Tổ Quốc, Tổng Quan, Triển Khai, Trung Tâm, Trường Đại, Tương Lai, Ứng Dụng, Văn Bản, Văn Hóa, ' +
      'Vấn Đề, Xác Minh, Xác Thực, Xây Dựng, Yêu Cầu, Y Tế',
  ),
  notNames: list(
    'Chủ Nhật, Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu, Thứ Bảy, Đông Nam, Đông Bắc, Tây Nam, Tây Bắc, Đông Nam Á, Đông Nam Bộ, Tây Nam Bộ, ' +
      'Trung Đông, Trung Bộ, Nam Bộ, Bắc Bộ, Nam Trung Bộ, Bắc Trung Bộ, Biển Đông, Châu Âu, Châu Á, Châu Mỹ, Châu Phi, Châu Úc, Liên Hợp Quốc, ' +
      'Liên Hiệp Quốc, Thái Bình Dương, Đại Tây Dương, Ấn Độ Dương, Bắc Băng Dương, Triều Tiên, Bắc Triều Tiên, Anh Quốc, Ba Tư, Mỹ La, Liên Xô, ' +
      'Bắc Kinh, Thượng Hải, Quảng Châu, Thâm Quyến, Trùng Khánh, Thành Đô, Vũ Hán, Nam Kinh, Hồng Kông, Ma Cao, Quảng Đông, Quảng Tây, Vân Nam, ' +
      'Tứ Xuyên, Phúc Kiến, Bình Nhưỡng, Băng Cốc, Viêng Chăn, Phnôm Pênh, Luân Đôn, Tổng Thống, Thủ Tướng, Chủ Tịch, Bộ Trưởng, Quốc Hội, Chính Phủ, Đảng Cộng Sản, Nhà Nước, ' +
      'Tết Nguyên Đán, Nguyên Đán, Giáng Sinh, Phật Giáo, Công Giáo, Hồi Giáo',
  ),
  famousPlaces: list(
    'Hà Nội, Hồ Chí Minh, Sài Gòn, Hải Phòng, Đà Nẵng, Cần Thơ, Cao Bằng, Điện Biên, Điện Biên Phủ, Hà Tĩnh, Lai Châu, Lạng Sơn, Nghệ An, ' +
      'Quảng Ninh, Thanh Hóa, Sơn La, Tuyên Quang, Lào Cai, Thái Nguyên, Phú Thọ, Bắc Ninh, Hưng Yên, Ninh Bình, Quảng Trị, Quảng Ngãi, ' +
      'Gia Lai, Khánh Hòa, Lâm Đồng, Đắk Lắk, Đồng Nai, Tây Ninh, Vĩnh Long, Đồng Tháp, Cà Mau, An Giang, Phú Quốc, Nha Trang, Đà Lạt, ' +
      'Hội An, Hạ Long, Sa Pa, Vũng Tàu, Phan Thiết, Quy Nhơn, Côn Đảo, Biên Hòa, Thủ Dầu Một, Buôn Ma Thuột, Kon Tum, Hoàng Sa, Trường Sa',
  ),
  lonePlaces: list('Huế, Vinh'),
  doublePlaces: list('Thừa Thiên - Huế, Bà Rịa - Vũng Tàu, Phan Rang - Tháp Chàm'),
}
