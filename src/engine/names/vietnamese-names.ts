import { foldVietnamese } from '../languages/vi/spelling.ts'
import type { NameGrammar } from './name-grammar.ts'

const list = (words: string): readonly string[] => words.split(',').map((word) => word.trim())

export const vietnameseNames: NameGrammar = {
  isSyllable: (word) => SYLLABLE.test(foldVietnamese(word).toLowerCase()),
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
  officeWords: list('bộ, sở, cục, viện, ủy, đảng, báo, tòa'),
  openers: list(
    'tại, với, ở, theo, khi, nếu, do, vì, từ, trong, trên, dưới, còn, nhưng, và, để, bên, sau, trước, hiện, nay, riêng, cùng, nhờ, ' +
      'chỉ, đến, vào, năm, ngày, tháng, các, những, một, nhiều, mỗi, mọi, tuy, dù, cả, là, bởi, ngoài, giữa, qua, về, gần, cho, như, ' +
      'rồi, thì, mà, hay, hoặc, nên, song, người, ông, bà, anh, chị, tỉnh, huyện, xã, phường, quận, thôn, ấp',
  ),
  surnames: list(
    'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đinh, Trịnh, Đoàn, Mai, Tô, Tạ, Lâm, ' +
      'Trương, Cao, Hà, Lương, Chu, Châu, Thái, Tống, Vương, Quách, Phùng, Kiều, Lưu, Tăng, Từ, Thạch, Triệu, Nghiêm, Nông, Lò, Vi, La, ' +
      'Hứa, Khuất, Doãn, Giang, Bế, Giàng, Sùng, Thào, Vàng, Quàng, Cầm, Đàm, Mạc, Lại, Văn, Ninh, Khổng, Âu, Ông, Thân, Tôn, Viên',
  ),
}

/**
 * The syllables that Vietnamese spelling allows, without marks: an initial, a nucleus and a final; k, gh and ngh only before e, i
 * and y, their partners c, g and ng never there. Đắk and Lắk keep the final of the languages they come from.
 */
const SYLLABLE =
  /^(?:(?:k|gh|ngh)(?=[eiy])|(?:c|g|ng)(?=[aou])|gi(?=[aeou])|g(?=i)|qu(?=[aeoiy])|p|[bdhlmnrstvx]|ch|kh|nh|ph|th|tr)?(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|ieu|yeu|oai|oao|oay|oeo|uay|uoi|uou|uya|uye|uyu)(?:ch|ng|nh|[cmnpt])?$|^[dl]ak$/
